import { rulesOfElection } from '#server/modules/ballots/preparation/rules-of-election.ts'
import { insertElection, insertStep } from '#server/modules/ballots/preparation/store.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { nowhereToPhone, phoneVoteAt, type PhoneVotePlace } from './phone-vote-places.ts'

/** What stands at a place for requests about elections to aim at. */
export interface BallotPlace extends PhoneVotePlace {
  /** An election that is over: nothing can be done with it any more. */
  ballotId: string
}

/** The same of a place that does not exist. */
export const nowhereToVote: BallotPlace = { ballotId: newId(), ...nowhereToPhone }

/** Makes it for an organisation. */
export async function ballotAt(tx: Tx, organisationId: string): Promise<BallotPlace> {
  const nobody = { appointment: null } as Actor
  const ballotId = await insertElection(tx, nobody, {
    organisationId,
    kind: 'committee',
    title: '换届选举',
    seats: 3,
    termYears: 5,
    meetingOn: '2026-01-10',
    rules: await rulesOfElection(tx, 'committee', '2026-01-01'),
  })
  await insertStep(tx, nobody, { electionId: ballotId, step: 'confirmed' })
  return { ballotId, ...(await phoneVoteAt(tx, organisationId)) }
}
