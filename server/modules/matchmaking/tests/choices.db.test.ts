import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChoiceClosing, ChoiceCounts, OwnChoices } from '#contract/matchmaking-choices.ts'
import type { OwnMatch } from '#contract/matchmaking-pairs.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { joinEvening, makeEvening, type Guest } from './make-evening.ts'

const yes = (guest: Guest, score: number | null = null) => ({ badgeNo: guest.badgeNo, yes: true, score })

async function world() {
  const evening = await makeEvening({ men: 0, women: 1, limit: 2 })
  const anna = await joinEvening(evening, 'female')
  const bo = await joinEvening(evening, 'male')
  const chen = await joinEvening(evening, 'male')
  const officer = await evening.tenant.officer('street_officer', evening.tenant.north.streetId)
  const sheet = (client: TestClient, choices: object[]) =>
    client.request<object>('PUT', `/me/events/${evening.eventId}/choices`, { choices })
  const own = async (client: TestClient) =>
    (await client.get<OwnChoices>(`/me/events/${evening.eventId}/choices`)).body
  const close = (client: TestClient) =>
    client.post<ChoiceClosing>(`/events/${evening.eventId}/choice-closing`)
  const matches = async (client: TestClient) =>
    (await client.get<{ items: OwnMatch[] }>('/me/matches')).body.items
  return { evening, anna, bo, chen, officer, sheet, own, close, matches }
}

test('only who chose each other learns of it, at the closing and not before', async () => {
  const { evening, anna, bo, chen, officer, sheet, own, close, matches } = await world()
  assert.deepEqual(
    (await own(anna.client)).people.map((each) => each.badgeNo),
    [bo.guest.badgeNo, chen.guest.badgeNo],
  )
  assert.equal((await sheet(anna.client, [yes(bo.guest, 4), yes(chen.guest)])).status, 200)
  await sheet(bo.client, [yes(anna.guest)])
  await sheet(chen.client, [])
  assert.deepEqual(
    (await own(anna.client)).people.map((each) => [each.yes, each.score]),
    [
      [true, 4],
      [true, null],
    ],
  )
  const counts = await officer.get<ChoiceCounts>(`/events/${evening.eventId}/choices`)
  assert.deepEqual([counts.body.present, counts.body.sheets, counts.body.pairs], [4, 3, null])
  assert.deepEqual(await matches(anna.client), [])
  const closed = await close(officer)
  assert.deepEqual(
    [closed.status, closed.body.sheets, closed.body.pairs],
    [200, 3, null],
    'one pair is too few to say',
  )
  assert.deepEqual((await close(officer)).body, closed.body, 'closing again changes nothing')
  const [ofAnna, ofBo, ofChen] = [
    await matches(anna.client),
    await matches(bo.client),
    await matches(chen.client),
  ]
  assert.deepEqual([ofAnna.length, ofBo.length, ofChen.length], [1, 1, 0])
  assert.equal(ofAnna[0]!.card.nickname, `号${bo.guest.badgeNo}`)
  assert.equal(ofAnna[0]!.since, ofBo[0]!.since)
  assert.equal((await sheet(chen.client, [yes(anna.guest)])).body.error.code, 'matchmaking.choices_closed')
})

test('a sheet names only who is there, up to the limit, and may be handed in again', async () => {
  const { evening, anna, bo, chen, sheet, own } = await world()
  const code = async (choices: object[]) => (await sheet(bo.client, choices)).body.error
  const third = evening.women[0]!
  assert.equal((await code([yes({ ...third, badgeNo: 99 })])).fields![0]!.code, 'matchmaking.no_such_badge')
  assert.equal((await code([yes(chen.guest)])).fields![0]!.path, 'choices/0/badgeNo', 'the other side alone')
  assert.equal((await code([yes(third), yes(third)])).fields![0]!.path, 'choices/1/badgeNo')
  assert.equal((await sheet(bo.client, [yes(third), yes(anna.guest)])).status, 200)
  const { guest: dora } = await joinEvening(evening, 'female')
  assert.equal((await code([yes(third), yes(anna.guest), yes(dora)])).code, 'matchmaking.too_many_choices')
  await sheet(bo.client, [yes(dora)])
  assert.deepEqual(
    (await own(bo.client)).people.filter((each) => each.yes).map((each) => each.badgeNo),
    [dora.badgeNo],
  )
})

test('who did not come hands nothing in; to whoever is not admitted there is no event', async () => {
  const { evening, anna, sheet, own } = await world()
  const stranger = await evening.tenant.nobody()
  const { owner } = await testServer()
  assert.equal((await sheet(stranger, [])).status, 404)
  assert.equal((await stranger.get(`/me/events/${evening.eventId}/choices`)).status, 404)
  await owner.query('delete from check_ins where registration_id = $1', [anna.guest.registrationId])
  assert.equal((await sheet(anna.client, [])).body.error.code, 'matchmaking.not_checked_in')
  assert.deepEqual([(await own(anna.client)).state, (await own(anna.client)).people.length], ['waiting', 0])
})

test('whoever has left the programme hands nothing in, and their sheet makes no pair', async () => {
  const { anna, bo, officer, sheet, close, matches } = await world()
  await sheet(anna.client, [yes(bo.guest)])
  await sheet(bo.client, [yes(anna.guest)])
  const { owner } = await testServer()
  await owner.query('delete from single_declarations where person_id = $1', [anna.guest.personId])
  assert.equal((await sheet(anna.client, [])).body.error.code, 'matchmaking.no_declaration')
  await close(officer)
  assert.deepEqual([await matches(anna.client), await matches(bo.client)], [[], []])
})

test('of two where one has blocked the other, neither sees the other, and no pair comes of it', async () => {
  const { evening, anna, bo, officer, sheet, own, close, matches } = await world()
  const { owner } = await testServer()
  await owner.query(
    `insert into blocks (tenant_id, id, person_id, blocked_person_id) values ($1, gen_random_uuid(), $2, $3)`,
    [evening.tenant.id, anna.guest.personId, bo.guest.personId],
  )
  assert.ok(!(await own(bo.client)).people.some((each) => each.badgeNo === anna.guest.badgeNo))
  assert.equal(
    (await sheet(bo.client, [yes(anna.guest)])).status,
    200,
    'the number is taken: a refusal would tell',
  )
  await sheet(anna.client, [yes(bo.guest)])
  await close(officer)
  assert.deepEqual([await matches(anna.client), await matches(bo.client)], [[], []])
})

test('an officer of another street sees neither numbers nor a way to close', async () => {
  const { evening, close } = await world()
  const south = await evening.tenant.officer('street_officer', evening.tenant.south.streetId)
  assert.equal((await close(south)).status, 404)
  assert.equal((await south.get(`/events/${evening.eventId}/choices`)).status, 404)
})
