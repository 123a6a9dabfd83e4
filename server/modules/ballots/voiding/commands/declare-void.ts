import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/phone-votes.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden } from '#server/platform/errors.ts'
import { mustStandNowhere } from '../../joining/commands/open-both.ts'
import { lockedForStep, subjectOf } from '../../tokens/locked-vote.ts'
import { insertVoiding } from '../store.ts'
import { mayBeVoided } from '../void-result.ts'

/**
 * Declares that the ballots by phone of a vote can never be opened, with the reason, which voters will read: two shares of the key are lost. Nothing
 * changes before another person confirms it. A candidate declares nothing.
 */
export async function declarePhoneVoteVoid(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['declarePhoneVoteVoid']>,
): Promise<{ id: string }> {
  const vote = await lockedForStep(tx, actor, {
    voteId: input.voteId,
    permission: 'phone_votes.keys',
    from: mayBeVoided,
  })
  await mustStandNowhere(tx, actor, vote)
  const declaredBy = (actor.appointment ?? forbidden()).id
  if (!(await insertVoiding(tx, vote.id, { reason: input.reason.trim(), declaredBy })))
    conflict('phone_votes.void_declared')
  if (vote.electionId !== null)
    await createTask(tx, actor, {
      kind: 'phone_votes.void_to_confirm',
      organisationId: vote.organisationId,
      permission: 'phone_votes.keys',
      subjectId: vote.electionId,
      params: {},
      dueOn: null,
    })
  await audit(tx, actor, 'phone_votes.void_declared', subjectOf(vote))
  return { id: vote.id }
}
