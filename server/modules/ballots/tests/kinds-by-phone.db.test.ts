import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { BallotRoundResult } from '#contract/ballots-shapes.ts'
import type { Actor } from '#server/platform/actor.ts'
import { makeAppointment, makePerson, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { issueBallotToken } from '../tokens/commands/issue-token.ts'
import { listOwnPhoneVotes } from '../tokens/queries/votes.ts'
import { approve, opened, paper, planned, voted, type ElectionWorld } from './election-world.ts'
import { joinPhones, openBoth, type JoinedWorld } from './joined-world.ts'
import { boardSeen, cast, closeAndCount, drawToken } from './phone-vote-world.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

/** Takes an election whose candidates are settled to its notice, and prepares it for phones up to the token period. */
async function byPhone(election: ElectionWorld): Promise<JoinedWorld> {
  await election.step('/notice')
  return joinPhones(election)
}

/** Everybody of these lines votes by phone, and the vote is closed and counted. */
async function voteByPhone(
  world: JoinedWorld,
  marksOf: (line: number) => readonly number[] | null,
): Promise<void> {
  const tokens = []
  for (let line = 0; line < world.phone.voters.length; line += 1)
    if (marksOf(line) !== null) tokens.push({ line, token: await drawToken(world.phone, line) })
  await openBoth(world)
  for (const { line, token } of tokens) await cast(world.phone, token, marksOf(line)!)
  await closeAndCount(world.phone)
  await world.election.step('/closing', { returned: 0, spoilt: 0 })
}

async function resultOf({ chair, ballotId }: ElectionWorld) {
  type Result = { rounds: BallotRoundResult[]; elected: string[] }
  return (await chair.get<Result>(`/ballots/${ballotId}/result`)).body
}

async function confirm(election: ElectionWorld): Promise<void> {
  await election.step('/decision', { kind: 'finish' })
  await election.step('/result/submission')
  await approve(election)
}

test('a recall by phone: six of ten for it carry it and the post ends, five do not, whoever stays away counts against it', async () => {
  for (const [yes, isCarried] of [
    [5, false],
    [6, true],
  ] as const) {
    const tenant = await makeTenant()
    const recalls = await tenant.inside(async (tx) =>
      makeAppointment(tx, await makePerson(tx, { name: '副主席' }), {
        post: 'union_vice_chair',
        organisationId: tenant.north.unionId,
        startsOn: '2024-01-01',
        endsBefore: null,
      }),
    )
    const more = { recalls }
    const election = await planned({ members: 10, seats: 1, kind: 'recall', more, tenant })
    await election.step('/submission')
    await approve(election)
    await election.step('/roll', { asOf: '2026-06-30' })
    const world = await byPhone(election)
    // Eight of ten vote by phone; two stay away.
    await voteByPhone(world, (line) => (line >= 8 ? null : [line < yes ? 1 : 2]))
    const board = await boardSeen(world.phone)
    assert.deepEqual([board.isRecall, board.result!.sums![0]!.yes], [true, yes])
    const { rounds, elected } = await resultOf(election)
    assert.deepEqual([rounds[0]!.majorityNeeded, elected.length], [6, isCarried ? 1 : 0])
    await confirm(election)
    const { owner } = await testServer()
    const held = await owner.query<{ why: string | null }>(
      `select end_reason as why from appointments where appointment_id = $1 and superseded_at is null`,
      [recalls],
    )
    assert.equal(held.rows[0]!.why, isCarried ? 'recalled' : null)
  }
})

test('an election by delegates is held by phone among the delegates alone: a member who is none draws no token', async () => {
  const tenant = await makeTenant()
  const delegates = await planned({ members: 100, seats: 30, kind: 'delegates', tenant })
  await opened(delegates, 32)
  await voted(
    delegates,
    Array.from({ length: 80 }, () => paper('y'.repeat(30) + '--')),
  )
  await confirm(delegates)
  const election = await planned({
    members: 0,
    seats: 5,
    kind: 'committee',
    more: { electorate: 'delegates' },
    tenant,
  })
  await election.step('/submission')
  await approve(election)
  await election.step('/roll', { asOf: '2026-06-30' })
  for (let entryNo = 1; entryNo <= 6; entryNo += 1)
    await election.step('/candidates', { entryNo, declared: [] })
  const world = await byPhone(election)
  assert.equal(world.phone.voters.length, 30)
  await tenant.inside(async (tx) => {
    const { rows } = await sql<{ personId: string }>`
      select person_id as "personId" from memberships where tenant_id = ${tx.tenantId} and union_id = ${tenant.north.unionId}
        and person_id <> all(${world.phone.voters}::uuid[]) limit 1`.execute(tx)
    const member = rows[0] as Actor
    assert.deepEqual((await listOwnPhoneVotes(tx, member)).items, [])
    const { voteId } = world.phone
    await assert.rejects(issueBallotToken(tx, member, { voteId, blinded: 'ab'.repeat(32) }), {
      code: 'common.not_found',
    })
  })
  await voteByPhone(world, (line) => (line >= 24 ? null : [1, 1, 1, 1, 1, 2]))
  const { rounds, elected } = await resultOf(election)
  // Majority and quorum are of the thirty delegates, not of all members.
  assert.deepEqual([rounds[0]!.due, rounds[0]!.majorityNeeded, elected.length], [30, 16, 5])
})
