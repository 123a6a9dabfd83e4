import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BallotRoundResult } from '#contract/ballots-shapes.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { checkUrn } from '../urn/index.ts'
import { paper, standLongEnough, voted } from './election-world.ts'
import { joined, openBoth } from './joined-world.ts'
import { boardSeen, cast, drawToken, voteWorld } from './phone-vote-world.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

const reason = { reason: '两名监票人的 U 盘损坏，已核实' }

async function asked(who: TestClient, path: string, body: object = {}): Promise<[number, string]> {
  const answer = await who.post<{ error?: { code: string } }>(path, body)
  return [answer.status, answer.body.error?.code ?? 'done']
}

test('two shares lost while the vote is open: two persons declare it void, its ballots stand as void, and everybody votes again on paper', async () => {
  const world = await joined(9, 4)
  const { election, phone } = world
  const { tenant, chair, officer, street, ballotId } = election
  const tokens = []
  for (let line = 0; line < 6; line += 1) tokens.push(await drawToken(phone, line))
  await openBoth(world)
  const receipts = []
  for (const token of tokens) receipts.push(await cast(phone, token, [1, 1, 1, 0]))
  await election.step('/papers', { entryNos: [8] })
  const copy = await boardSeen(phone)
  const at = `/phone-votes/${phone.voteId}`

  assert.deepEqual(await asked(chair, `${at}/voiding`), [409, 'phone_votes.not_now'], 'nobody declared it')
  assert.deepEqual(await asked(street, `${at}/void-declaration`, reason), [403, 'common.forbidden'])
  assert.deepEqual(await asked(chair, `${at}/void-declaration`, reason), [201, 'done'])
  assert.deepEqual(await asked(officer, `${at}/void-declaration`, reason), [409, 'phone_votes.void_declared'])
  assert.deepEqual(await asked(chair, `${at}/voiding`), [422, 'phone_votes.void_by_same'])
  assert.deepEqual((await election.look()).phone?.state, 'opened', 'nothing changes before the second person')
  const tasks = await officer.get<{ items: { kind: string }[] }>('/inbox/tasks')
  assert.ok(tasks.body.items.some(({ kind }) => kind === 'phone_votes.void_to_confirm'))
  const scrutineer = await tenant.officer('scrutineer', tenant.north.unionId)
  assert.deepEqual(await asked(scrutineer, `${at}/voiding`), [200, 'done'])
  assert.deepEqual(await asked(scrutineer, `${at}/voiding`), [200, 'done'], 'asked again it does nothing')

  const above = await street.get<{ items: { kind: string }[] }>('/inbox/tasks')
  assert.ok(above.body.items.some(({ kind }) => kind === 'phone_votes.voided_below'))

  const board = await boardSeen(phone)
  assert.deepEqual(
    [board.state, board.live, board.result, board.voided],
    ['voided', 0, null, { ...reason, on: '2026-06-30' }],
  )
  assert.deepEqual(
    board.lines.map(({ mark }) => mark),
    receipts.map(() => 'void'),
  )
  const receipt = await chair.get<{ mark: string }>(`/public/votes/${phone.voteId}/receipts/${receipts[0]}`)
  assert.equal(receipt.body.mark, 'void')
  await assert.rejects(cast(phone, tokens[0]!, [1, 0, 0, 0]), { code: 'phone_votes.urn_closed' })
  const { platform } = await testServer()
  const known = { lines: copy.lines, issued: copy.issued, isDestroyed: false }
  assert.deepEqual(await checkUrn(platform, phone.voteId, known), [], 'the copy from before fits')

  const look = await election.look()
  assert.deepEqual([look.state, look.next.map(({ kind }) => kind)], ['counted', ['repeat']])
  const { body } = await chair.get<{ rounds: BallotRoundResult[]; elected: string[] }>(
    `/ballots/${ballotId}/result`,
  )
  assert.deepEqual([body.rounds[0]!.outcome, body.rounds[0]!.tallies, body.elected], ['void', [], []])
  assert.equal(body.rounds[0]!.reasons[0]!.code, 'phone_urn_lost')
  const again = await election.step('/decision', { kind: 'repeat' })
  assert.deepEqual([again.round?.roundNo, again.round?.candidates.length], [2, 4])
  // Whoever held a token or had a paper gets one now.
  const counted = await voted(
    election,
    Array.from({ length: 9 }, () => paper('yyy-')),
  )
  assert.deepEqual(
    counted.next.map(({ kind }) => kind),
    ['finish'],
  )
  const report = await chair.get<{ blocks: { text: string }[] }>(`/ballots/${ballotId}/documents/report`)
  assert.ok(report.body.blocks.some(({ text }) => text.includes('手机选票无法开启，本次投票作废')))
})

test('shares lost before the opening: the vote is opened on paper, and tokens hold nobody from it', async () => {
  const world = await joined(7, 4)
  const { election, phone } = world
  for (let line = 0; line < 3; line += 1) await drawToken(phone, line)
  const at = `/phone-votes/${phone.voteId}`
  assert.deepEqual(await asked(election.officer, `${at}/void-declaration`, reason), [201, 'done'])
  assert.deepEqual(await asked(election.chair, `${at}/voiding`), [200, 'done'])
  await standLongEnough(election)
  await election.step('/rounds')
  await election.step('/papers', { entryNos: [1, 2, 3, 4] })
  const roll = await election.officer.get<{ items: { token: string }[] }>(
    `/ballots/${election.ballotId}/roll`,
  )
  assert.ok(roll.body.items.every(({ token }) => token === 'none'))
})

test('a vote that is counted is not declared void, nor by a candidate, nor by a stranger', async () => {
  const world = await joined(7, 4)
  const { election, phone } = world
  const { tenant, ballotId } = election
  const at = `/phone-votes/${phone.voteId}/void-declaration`
  const stranger = await tenant.officer('union_chair', tenant.south.unionId)
  assert.deepEqual(await asked(stranger, at, reason), [404, 'common.not_found'])
  const { owner } = await testServer()
  const candidate = await tenant.officer('scrutineer', tenant.north.unionId)
  await owner.query(
    `update election_candidates set person_id = (select person_id from appointments where post = 'scrutineer' and organisation_id = $2)
     where id = (select id from election_candidates where election_id = $1 limit 1)`,
    [ballotId, tenant.north.unionId],
  )
  assert.deepEqual(await asked(candidate, at, reason), [422, 'ballots.candidate_counts'])
  const alone = await voteWorld(6)
  await owner.query(
    `insert into phone_vote_steps (tenant_id, vote_id, step, taken_by) select tenant_id, vote_id, 'counted', taken_by
     from phone_vote_steps where vote_id = $1 and step = 'tokens'`,
    [alone.voteId],
  )
  const counted = await asked(alone.chair, `/phone-votes/${alone.voteId}/void-declaration`, reason)
  assert.deepEqual(counted, [409, 'phone_votes.not_now'])
})
