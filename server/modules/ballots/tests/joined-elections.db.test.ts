import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ballot, BallotRoundResult } from '#contract/ballots-shapes.ts'
import { hexOf } from '#contract/sealed-votes/bytes.ts'
import { committeeSecretOf } from '#contract/sealed-votes/committee-key.ts'
import { testServer } from '#server/test/server.ts'
import { paper, standLongEnough } from './election-world.ts'
import { joined, openBoth, underNotice, type JoinedWorld } from './joined-world.ts'
import { boardSeen, cast, closeAndCount, drawToken, surrender } from './phone-vote-world.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

/** Hands out papers to these lines and has both key one for each, all for the first three names. */
async function onPaper({ election }: JoinedWorld, entryNos: readonly number[]): Promise<void> {
  await election.step('/papers', { entryNos })
  for (const person of [election.chair, election.officer])
    await election.step('/paper-entries', { bundleNo: 1, papers: entryNos.map(() => paper('yyy-')) }, person)
}

async function firstResult({ election }: JoinedWorld): Promise<BallotRoundResult> {
  const { body } = await election.chair.get<{ rounds: BallotRoundResult[] }>(
    `/ballots/${election.ballotId}/result`,
  )
  return body.rounds[0]!
}

test('an election by phone and on paper: one roll, one paper, one count, and each channel adds up', async () => {
  const world = await joined(12, 4)
  const { election, phone } = world
  const before = await election.look()
  assert.deepEqual([before.phone?.state, before.phone?.allowedBy !== null], ['tokens', true])
  const tokens = []
  for (let line = 0; line < 8; line += 1) tokens.push(await drawToken(phone, line))
  await standLongEnough(election)
  assert.deepEqual(await election.refused('/rounds'), [422, 'ballots.opens_with_phone'])
  await openBoth(world)
  const voting = await election.look()
  assert.deepEqual([voting.state, voting.phone?.state, voting.phone?.issued], ['voting', 'opened', 8])

  for (const token of tokens.slice(0, 5)) await cast(phone, token, [1, 1, 2, 1])
  await cast(phone, tokens[0]!, [1, 1, 0, 1])
  // The seventh gives the token up, the eighth never casts with it.
  assert.deepEqual(await election.refused('/papers', { entryNos: [7] }), [422, 'ballots.holds_token'])
  const code = await surrender(phone, tokens[6]!)
  assert.deepEqual(await election.refused('/papers', { entryNos: [7] }), [422, 'ballots.holds_token'])
  const given = await election.officer.post(`/phone-votes/${phone.voteId}/surrenders`, { entryNo: 7, code })
  assert.equal(given.status, 200)
  const roll = await election.officer.get<{ items: { entryNo: number; token: string }[] }>(
    `/ballots/${election.ballotId}/roll`,
  )
  assert.deepEqual(
    roll.body.items.map(({ token }) => token),
    [...Array<string>(6).fill('held'), 'surrendered', 'held', ...Array<string>(4).fill('none')],
  )
  await onPaper(world, [7, 9, 10, 11])
  assert.equal((await boardSeen(phone)).result, null)
  assert.deepEqual(await election.refused('/closing', { returned: 4, spoilt: 0 }), [
    409,
    'ballots.phone_urn_first',
  ])
  await closeAndCount(phone)
  assert.equal((await boardSeen(phone)).result, null, 'the urn alone would be an interim result')
  await election.step('/closing', { returned: 4, spoilt: 0 })

  const result = await firstResult(world)
  assert.deepEqual(result.phone, { issued: 8, returned: 5, surrendered: 1, notReturned: 2 })
  assert.deepEqual([result.issued, result.returned, result.spoilt, result.notReturned], [4, 4, 0, 0])
  assert.deepEqual([result.valid, result.outcome], [9, 'shortfall'])
  assert.deepEqual(
    result.tallies.map(({ yes }) => yes),
    [9, 9, 5, 4],
  )
  const attended = result.reasons.find(({ code }) => code === 'quorum_reached')!.params.attended
  assert.equal(attended, 9, 'papers returned and live ballots by phone')
  // Fewer than ten on either side: only the sums of both, never one heap by itself.
  const shown = (await boardSeen(phone)).result!
  assert.deepEqual([shown.cast, shown.paper, shown.ballots], [5, 4, null])
  assert.deepEqual(
    shown.sums!.map(({ yes }) => yes),
    [9, 9, 5, 4],
  )
})

test('plain ballots by phone stand on the board only where ten or more came by phone, and ten or more or none on paper', async () => {
  for (const [onPapers, plain] of [
    [0, true],
    [3, false],
    [10, true],
  ] as const) {
    const world = await joined(20, 4)
    const tokens = []
    for (let line = 0; line < 10; line += 1) tokens.push(await drawToken(world.phone, line))
    await openBoth(world)
    for (const token of tokens) await cast(world.phone, token, [1, 1, 1, 0])
    await closeAndCount(world.phone)
    if (onPapers > 0)
      await onPaper(
        world,
        Array.from({ length: onPapers }, (_, at) => 11 + at),
      )
    await world.election.step('/closing', { returned: onPapers, spoilt: 0 })
    const { result } = await boardSeen(world.phone)
    assert.equal(result!.ballots?.length ?? 0, plain ? 10 : 0, `${onPapers} on paper`)
    assert.equal(result!.sums![0]!.yes, 10 + onPapers)
  }
})

test('a ballot by phone with too many marks is void like such a paper, and more papers than handed out void the vote whatever tokens lie unused', async () => {
  const world = await joined(9, 4)
  const tokens = []
  for (let line = 0; line < 6; line += 1) tokens.push(await drawToken(world.phone, line))
  await openBoth(world)
  await cast(world.phone, tokens[0]!, [1, 1, 1, 1])
  for (const token of tokens.slice(1, 4)) await cast(world.phone, token, [1, 1, 1, 0])
  await world.election.step('/papers', { entryNos: [8] })
  for (const person of [world.election.chair, world.election.officer])
    await world.election.step(
      '/paper-entries',
      { bundleNo: 1, papers: [paper('yyy-'), paper('yyy-')] },
      person,
    )
  await closeAndCount(world.phone)
  await world.election.step('/closing', { returned: 2, spoilt: 0 })
  const result = await firstResult(world)
  assert.deepEqual([result.outcome, result.void], ['void', 1])
})

test('it is off until the higher union allows it, never by the union itself, and an election opened before is on paper only', async () => {
  const election = await underNotice(7, 4)
  const { chair, street, officer, ballotId } = election
  assert.equal((await street.post(`/ballots/${ballotId}/phone-vote`)).status, 403)
  const stranger = await election.tenant.officer('union_chair', election.tenant.south.unionId)
  assert.equal((await stranger.post(`/ballots/${ballotId}/phone-vote`)).status, 404)
  const { status, body } = await officer.post<{ id: string }>(`/ballots/${ballotId}/phone-vote`)
  assert.equal(status, 201)
  const tasks = await street.get<{ items: { kind: string }[] }>('/inbox/tasks')
  assert.ok(tasks.body.items.some(({ kind }) => kind === 'phone_votes.to_allow'))
  const again = await chair.post<{ error: { code: string } }>(`/ballots/${ballotId}/phone-vote`)
  assert.deepEqual([again.status, again.body.error.code], [409, 'phone_votes.joined_already'])
  const key = { committeeKey: 'ab'.repeat(32) }
  assert.equal((await chair.post(`/phone-votes/${body.id}/committee-key`, key)).status, 409)
  assert.equal((await chair.post(`/phone-votes/${body.id}/permission`)).status, 403)
  await standLongEnough(election)
  assert.equal((await election.step('/rounds')).state, 'voting')
  const late = await street.post<{ error: { code: string } }>(`/phone-votes/${body.id}/permission`)
  assert.deepEqual([late.status, late.body.error.code], [409, 'phone_votes.paper_only'])
  await election.step('/papers', { entryNos: [1] })
})

test('a roll frozen anew is the roll of the phones too, until the first token may be drawn', async () => {
  const election = await underNotice(7, 4)
  const { chair, street, ballotId } = election
  const { body } = await chair.post<{ id: string }>(`/ballots/${ballotId}/phone-vote`)
  const { owner } = await testServer()
  await owner.query(
    `update memberships set ends_before = '2026-06-01', starts_on = '2020-01-01'
     where id = (select m.id from memberships m join election_roll_entries e on e.person_id = m.person_id
       where e.election_id = $1 and e.entry_no = 7)`,
    [ballotId],
  )
  const anew = await election.step('/roll', { asOf: '2026-06-30' })
  assert.deepEqual([anew.roll!.due, anew.roll!.version], [6, 2])
  const seen = await owner.query<{ due: number; lines: string; hash: string }>(
    `select due, roll_hash as hash, (select count(*) from phone_vote_voters r where r.vote_id = v.id) as lines from phone_votes v where id = $1`,
    [body.id],
  )
  assert.deepEqual(
    [seen.rows[0]!.due, Number(seen.rows[0]!.lines), seen.rows[0]!.hash],
    [6, 6, anew.roll!.hash],
  )
  assert.equal((await street.post(`/phone-votes/${body.id}/permission`)).status, 200)
  assert.equal(
    (await chair.post(`/phone-votes/${body.id}/committee-key`, { committeeKey: 'ab'.repeat(32) })).status,
    200,
  )
  assert.equal((await chair.post(`/phone-votes/${body.id}/token-period`)).status, 200)
  assert.deepEqual(await election.refused('/roll', { asOf: '2026-06-30' }), [422, 'phone_votes.roll_in_use'])
})

test('scrutineers make the key and open the urn, a candidate does neither', async () => {
  const election = await underNotice(7, 4)
  const { chair, street, tenant, ballotId } = election
  const { body } = await chair.post<{ id: string }>(`/ballots/${ballotId}/phone-vote`)
  await street.post(`/phone-votes/${body.id}/permission`)
  const { owner } = await testServer()
  const candidate = await tenant.officer('scrutineer', tenant.north.unionId)
  await owner.query(
    `update election_candidates set person_id = (select person_id from appointments where post = 'scrutineer' and organisation_id = $2)
     where id = (select id from election_candidates where election_id = $1 limit 1)`,
    [ballotId, tenant.north.unionId],
  )
  const scrutineer = await tenant.officer('scrutineer', tenant.north.unionId)
  const key = { committeeKey: 'ab'.repeat(32) }
  const stands = await candidate.post<{ error: { code: string } }>(
    `/phone-votes/${body.id}/committee-key`,
    key,
  )
  assert.deepEqual([stands.status, stands.body.error.code], [422, 'ballots.candidate_counts'])
  assert.equal((await scrutineer.post(`/phone-votes/${body.id}/committee-key`, key)).status, 200)
  assert.equal((await scrutineer.post(`/phone-votes/${body.id}/token-period`)).status, 403)
  const seen = await scrutineer.get<Ballot>(`/ballots/${ballotId}`)
  assert.deepEqual(seen.body.phone?.can, { allow: false, run: false, keys: true })
})

test('shares of one vote do not open the urn of another', async () => {
  const world = await joined(7, 4)
  const other = await joined(7, 4)
  await openBoth(world)
  assert.equal((await world.phone.step('closing')).status, 200)
  const secret = await committeeSecretOf(
    other.phone.committee.shares.slice(0, 2),
    other.phone.committee.publicKey,
  )
  const wrong = await world.phone.step('count', { committeeSecret: hexOf(secret!) })
  assert.deepEqual([wrong.status, wrong.body.error.code], [422, 'phone_votes.secret_wrong'])
})
