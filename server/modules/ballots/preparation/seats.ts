import type { Tx } from '#server/platform/db/transaction.ts'
import type { Election } from '../election.ts'
import { sittingOn } from './electorate.ts'

/** The posts that elections fill. Delegates hold no post, a recall fills none. */
export const postOf = {
  committee: 'union_committee_member',
  standing_committee: 'union_committee_member',
  audit_committee: 'audit_committee_member',
  chair: 'union_chair',
} as const

/** How many a committee has with so many elected: in a by-election those who sit already count. */
export async function seatsInAll(tx: Tx, election: Election, elected: number): Promise<number> {
  if (election.fills === 'term') return elected
  const { organisationId, meetingOn } = election
  return elected + (await sittingOn(tx, { organisationId, post: postOf.committee, day: meetingOn }))
}
