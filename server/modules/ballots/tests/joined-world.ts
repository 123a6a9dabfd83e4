import assert from 'node:assert/strict'
import { approve, planned, standLongEnough, type ElectionWorld } from './election-world.ts'
import { toTokenPeriod, type VoteWorld } from './phone-vote-world.ts'

/** An election under its notice, and its vote by phone. */
export interface JoinedWorld {
  election: ElectionWorld
  phone: VoteWorld
}

/** Takes an election to its notice: allowed, roll frozen, so many nominated. */
export async function underNotice(members: number, candidates: number): Promise<ElectionWorld> {
  const election = await planned({ members, seats: 3 })
  await election.step('/submission')
  await approve(election)
  await election.step('/roll', { asOf: '2026-06-30' })
  for (let entryNo = 1; entryNo <= candidates; entryNo += 1)
    await election.step('/candidates', { entryNo, declared: [] })
  await election.step('/notice')
  return election
}

/** Prepares an election under its notice for phones, up to the token period. */
export async function joined(members: number, candidates: number): Promise<JoinedWorld> {
  return joinPhones(await underNotice(members, candidates))
}

/** Prepares an election whose candidates stand in their notice for phones, up to the token period. */
export async function joinPhones(election: ElectionWorld): Promise<JoinedWorld> {
  const { tenant, chair, street, ballotId } = election
  const prepared = await chair.post<{ id: string }>(`/ballots/${ballotId}/phone-vote`)
  assert.equal(prepared.status, 201, JSON.stringify(prepared.body))
  return { election, phone: await toTokenPeriod({ tenant, chair, street }, prepared.body.id) }
}

/** Ends the token period and opens urn and papers, the notice being over. */
export async function openBoth({ election, phone }: JoinedWorld): Promise<void> {
  await standLongEnough(election)
  const { status, body } = await phone.step('opening')
  assert.equal(status, 200, JSON.stringify(body))
}
