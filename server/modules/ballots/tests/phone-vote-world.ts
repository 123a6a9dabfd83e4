import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { PublicBoard } from '#contract/phone-votes.ts'
import { bytesOfHex, hexOf, joined, type Bytes } from '#contract/sealed-votes/bytes.ts'
import {
  committeeSecretOf,
  makeCommitteeKey,
  type CommitteeKey,
} from '#contract/sealed-votes/committee-key.ts'
import { sealBallot } from '#contract/sealed-votes/sealed-ballot.ts'
import { finishToken, requestToken, signAct, type Token } from '#contract/sealed-votes/tokens.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { addMembers } from '#server/test/organisation-officer.ts'
import { testServer } from '#server/test/server.ts'
import { issueBallotToken } from '../tokens/commands/issue-token.ts'
import { publicTokenKey } from '../tokens/token-key.ts'
import { castVote, surrenderVote } from '../urn/index.ts'

/** The paper of every test vote. */
export const paper = { names: ['甲候选', '乙候选', '丙候选'], seats: 2 }

/** A vote of the northern union by phone, and whoever runs it. */
export interface VoteWorld {
  tenant: TestTenant
  chair: TestClient
  street: TestClient
  voteId: string
  committee: CommitteeKey
  /** Persons of the roll by their line. */
  voters: string[]
  step(name: string, body?: object): Promise<{ status: number; body: { error: { code: string } } }>
}

/** Prepares a vote for so many members and takes it to the token period. */
export async function voteWorld(count: number): Promise<VoteWorld> {
  const tenant = await makeTenant()
  await addMembers(tenant, count, tenant.north)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const prepared = await chair.post<{ id: string }>('/phone-votes', {
    organisationId: tenant.north.unionId,
    title: '委员会换届选举',
    ...paper,
  })
  assert.equal(prepared.status, 201, JSON.stringify(prepared.body))
  return toTokenPeriod({ tenant, chair, street }, prepared.body.id)
}

/** Takes a prepared vote to its token period: allowed by the higher union, with a key of the committee's. */
export async function toTokenPeriod(
  { tenant, chair, street }: Pick<VoteWorld, 'tenant' | 'chair' | 'street'>,
  voteId: string,
): Promise<VoteWorld> {
  const committee = await makeCommitteeKey()
  const step: VoteWorld['step'] = (name, body = {}) => chair.post(`/phone-votes/${voteId}/${name}`, body)
  assert.equal((await street.post(`/phone-votes/${voteId}/permission`)).status, 200)
  assert.equal((await step('committee-key', { committeeKey: hexOf(committee.publicKey) })).status, 200)
  assert.equal((await step('token-period')).status, 200)
  const voters = await tenant.inside(async (tx) => {
    const { rows } = await sql<{ personId: string }>`
      select person_id as "personId" from phone_vote_voters where tenant_id = ${tx.tenantId} and vote_id = ${voteId} order by entry_no`.execute(
      tx,
    )
    return rows.map(({ personId }) => personId)
  })
  return { tenant, chair, street, voteId, committee, voters, step }
}

/** What a member's device does in the token period. */
export async function drawToken(world: VoteWorld, line: number): Promise<Token> {
  const request = requestToken()
  const { platform } = await testServer()
  const actor = { personId: world.voters[line]! } as Actor
  const answer = await world.tenant.inside((tx) =>
    issueBallotToken(tx, actor, { voteId: world.voteId, blinded: hexOf(request.blinded) }),
  )
  return finishToken(
    request,
    { evaluated: bytesOfHex(answer.evaluated), proof: bytesOfHex(answer.proof) },
    publicTokenKey(platform.keys, world.voteId),
  )
}

/** A token as it is sent with an act. */
export async function signed(
  token: Token,
  act: 'cast' | 'surrender',
  about: { voteId: string; content: Bytes },
): Promise<string> {
  return hexOf(joined(token.serial, await signAct(token, act, about)))
}

/** A sealed ballot, ready to be sent. */
export async function sealedFor(
  world: Pick<VoteWorld, 'voteId' | 'committee'>,
  token: Token,
  marks: readonly number[],
) {
  const { voteId, committee } = world
  const sealed = await sealBallot(committee.publicKey, { voteId, serial: token.serial }, marks)
  return {
    voteId,
    token: await signed(token, 'cast', { voteId, content: sealed }),
    encryptedBallot: hexOf(sealed),
  }
}

/** What a member's device does to vote. */
export async function cast(world: VoteWorld, token: Token, marks: readonly number[]): Promise<string> {
  const { platform } = await testServer()
  return (await castVote(platform, await sealedFor(world, token, marks))).receipt
}

/** What a member's device does to vote on paper instead. */
export async function surrender(world: VoteWorld, token: Token): Promise<string> {
  const { platform } = await testServer()
  const { voteId } = world
  const sent = await signed(token, 'surrender', { voteId, content: token.serial })
  return (await surrenderVote(platform, { voteId, token: sent })).code
}

/** Closes the urn and opens it with two shares. */
export async function closeAndCount(world: VoteWorld): Promise<void> {
  assert.equal((await world.step('closing')).status, 200)
  const secret = await committeeSecretOf(world.committee.shares.slice(1), world.committee.publicKey)
  assert.equal((await world.step('count', { committeeSecret: hexOf(secret!) })).status, 200)
}

/** The public board as anybody reads it. */
export async function boardSeen(world: VoteWorld): Promise<PublicBoard> {
  return (await world.chair.get<PublicBoard>(`/public/votes/${world.voteId}`)).body
}
