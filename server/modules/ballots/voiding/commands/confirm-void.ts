import { createTask, endTasksAbout } from '#server/modules/inbox/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, found, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { mustStandNowhere } from '../../joining/commands/open-both.ts'
import { roundsOf } from '../../paper/rounds.ts'
import { insertResult } from '../../result/store.ts'
import { lockedForStep, subjectOf } from '../../tokens/locked-vote.ts'
import { insertStep, type LockedVote } from '../../tokens/store.ts'
import { voidUrn } from '../../urn/index.ts'
import { voidingOf } from '../store.ts'
import { mayBeVoided, voidResult } from '../void-result.ts'

/**
 * Confirms, as another person than who declared it, that a vote by phone is void: no token holds anybody from paper any more, and where the vote was
 * open it ends without a result and is repeated on paper. Then, by itself, the urn is closed for good and every ballot in it stands as void. Asked again
 * after a crash between the two it closes the urn.
 */
export async function confirmPhoneVoteVoid(
  platform: Platform,
  actor: Actor,
  { voteId }: { voteId: string },
): Promise<{ id: string }> {
  await inTenant(platform, actor.tenantId, async (tx) => {
    const vote = await lockedForStep(tx, actor, {
      voteId,
      permission: 'phone_votes.keys',
      from: [...mayBeVoided, 'voided'],
    })
    if (vote.state === 'voided') return
    await mustStandNowhere(tx, actor, vote)
    await mustBeAnother(tx, actor, vote)
    await insertStep(tx, vote.id, { step: 'voided', takenBy: (actor.appointment ?? forbidden()).id })
    if (vote.electionId !== null) await endFirstVote(tx, actor, { ...vote, electionId: vote.electionId })
    await audit(tx, actor, 'phone_votes.voided', subjectOf(vote))
  })
  await voidUrn(platform, voteId)
  return { id: voteId }
}

async function mustBeAnother(tx: Tx, actor: Actor, vote: LockedVote): Promise<void> {
  const declared = await voidingOf(tx, vote.id)
  if (declared === undefined) conflict('phone_votes.not_now')
  const { recordIds } = found(await personRecords(tx, actor.personId))
  if (recordIds.includes(declared.declaredByPerson)) refuse('phone_votes.void_by_same')
}

async function endFirstVote(tx: Tx, actor: Actor, vote: LockedVote & { electionId: string }): Promise<void> {
  const { electionId } = vote
  await endTasksAbout(tx, actor, {
    subjectIds: [electionId],
    kinds: ['phone_votes.void_to_confirm', 'phone_votes.key_to_make'],
    outcome: 'done',
  })
  // The higher union that allowed it hears of it.
  await createTask(tx, actor, {
    kind: 'phone_votes.voided_below',
    organisationId: vote.organisationId,
    permission: 'phone_votes.allow',
    subjectId: electionId,
    params: {},
    dueOn: null,
  })
  const open = (await roundsOf(tx, electionId)).find(
    ({ roundNo, closedAt }) => roundNo === 1 && closedAt === null,
  )
  if (open === undefined) return
  await insertResult(tx, actor, {
    electionId,
    roundNo: open.roundNo,
    // Papers are taken back by nobody and not counted: by themselves they would be a part of the vote.
    channels: { issued: open.issued, returned: 0, spoilt: 0, notReturned: open.issued, phone: null },
    result: voidResult(open),
    next: [{ kind: 'repeat' }],
  })
}
