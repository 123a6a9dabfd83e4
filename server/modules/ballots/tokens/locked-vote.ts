import type { Permission } from '#contract/permissions.ts'
import type { PhoneVoteState } from '#contract/phone-votes.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound } from '#server/platform/errors.ts'
import { hasRound } from '../joining/commands/open-both.ts'
import { lockElection } from '../preparation/store.ts'
import { electionOfVote, lockVote, type LockedVote } from './store.ts'

/** A step of a vote: by whom, and in which states it may be taken. */
export interface Step {
  voteId: string
  permission: Permission
  from: readonly PhoneVoteState[]
}

/** A vote locked for a step, by somebody who may take it there. In any other state: a conflict; so is preparing one that was opened on paper. */
export async function lockedForStep(tx: Tx, actor: Actor, step: Step): Promise<LockedVote> {
  const electionId = await electionOfVote(tx, step.voteId)
  // First the election, then the vote: so does whoever freezes its roll anew.
  if (electionId !== null) await lockElection(tx, electionId)
  const vote = found(await lockVote(tx, step.voteId))
  if (!(await canReach(tx, { actor, permission: step.permission }, vote.organisationId))) notFound()
  if (!step.from.includes(vote.state)) conflict('phone_votes.not_now')
  if (electionId !== null && beforeOpening.includes(vote.state) && (await hasRound(tx, electionId)))
    conflict('phone_votes.paper_only')
  return vote
}

const beforeOpening: readonly PhoneVoteState[] = ['prepared', 'allowed', 'keyed', 'tokens']

/** A vote as the audit log names it. */
export const subjectOf = ({ id, organisationId }: LockedVote) => ({ kind: 'phone_vote', id, organisationId })
