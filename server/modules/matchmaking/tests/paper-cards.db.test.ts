import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenedPaperCard, PaperCard } from '#contract/matchmaking-paper.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { makeEvening, type Guest } from './make-evening.ts'

const yes = (guest: Guest, score: number | null = null) => ({ badgeNo: guest.badgeNo, yes: true, score })

async function world() {
  const evening = await makeEvening({ men: 1, women: 3, limit: 2 })
  const { tenant, eventId, men, women } = evening
  const [one, two, third] = await Promise.all([
    tenant.officer('street_officer', tenant.north.streetId),
    tenant.officer('matchmaker', tenant.north.streetId),
    tenant.officer('federation_officer', tenant.federationId),
  ])
  const badge = men[0]!.badgeNo
  const path = `/events/${eventId}/paper-cards/${badge}`
  const key = (client: TestClient, choices: object[]) =>
    client.request<{ state: string }>('PUT', path, { choices })
  const look = (client: TestClient) => client.post<OpenedPaperCard>(`${path}/opening`)
  const settle = (client: TestClient, choices: object[]) =>
    client.post<{ state: string }>(`${path}/settlement`, { choices })
  const state = async () => {
    const { body } = await one.get<{ items: PaperCard[] }>(`/events/${eventId}/paper-cards`)
    return body.items.find((each) => each.badgeNo === badge)!.state
  }
  return { evening, women, one, two, third, badge, key, look, settle, state }
}

test('a card counts once two people have read the same on it, in whatever order', async () => {
  const { evening, women, one, two, key, state } = await world()
  assert.equal(await state(), 'none')
  assert.equal((await key(one, [yes(women[0]!), yes(women[1]!, 4)])).body.state, 'once')
  assert.equal(
    (await key(one, [yes(women[0]!), yes(women[1]!, 5)])).body.state,
    'once',
    'mended by the same person',
  )
  assert.equal(await state(), 'once')
  assert.equal((await key(two, [yes(women[1]!, 5), yes(women[0]!)])).body.state, 'handed_in')
  assert.equal(await state(), 'handed_in')
  assert.equal((await key(one, [])).body.error.code, 'matchmaking.sheet_already_there')
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select (select count(*) from choice_paper_entries where event_id = $1)::int as waiting,
      (select count(*) from choice_sheets where event_id = $1)::int as sheets`,
    [evening.eventId],
  )
  assert.deepEqual(rows, [{ waiting: 0, sheets: 1 }])
})

test('where two read it differently, one of the two settles it as one of them read it; nobody else sees it', async () => {
  const { evening, women, one, two, third, badge, key, look, settle } = await world()
  const [anna, bea, cora] = women as [Guest, Guest, Guest]
  assert.equal((await look(one)).status, 404, 'there is nothing to settle yet')
  await key(one, [yes(anna), yes(bea)])
  assert.equal((await key(two, [yes(anna), yes(cora)])).body.state, 'differs')
  assert.equal((await look(third)).status, 404)
  assert.equal((await settle(third, [yes(anna)])).status, 404)
  assert.equal((await key(third, [yes(anna)])).body.error.code, 'matchmaking.paper_keyed_twice')
  const { differences } = (await look(two)).body
  assert.deepEqual(differences, [
    { badgeNo: bea.badgeNo, mine: null, theirs: yes(bea) },
    { badgeNo: cora.badgeNo, mine: yes(cora), theirs: null },
  ])
  assert.equal((await settle(two, [yes(cora)])).body.error.code, 'matchmaking.paper_neither')
  assert.equal((await settle(two, [yes(anna), yes(bea)])).body.state, 'handed_in')
  const { owner } = await testServer()
  const { rows } = await owner.query<{ action: string; text: string }>(
    `select action, params::text as text from audit_entries where tenant_id = $1 and action like 'matchmaking.paper%' order by id`,
    [evening.tenant.id],
  )
  assert.deepEqual(
    rows.map((row) => row.action.split('_').at(-1)),
    ['keyed', 'keyed', 'opened', 'settled'],
  )
  for (const { text } of rows) assert.deepEqual(Object.keys(JSON.parse(text) as object), ['eventId'])
  assert.ok(badge > 0)
})

test('one person with two appointments is one reader', async () => {
  const { evening, women, one, key, state } = await world()
  const { owner } = await testServer()
  await key(one, [yes(women[0]!)])
  // The same reading under another appointment of the same person.
  await owner.query(
    `update choice_paper_entries p set keyed_by = a.appointment_id from appointments a
     where p.event_id = $1 and a.tenant_id = p.tenant_id and a.person_id = (select person_id from appointments where appointment_id = p.keyed_by)`,
    [evening.eventId],
  )
  assert.equal((await key(one, [yes(women[0]!)])).body.state, 'once')
  assert.equal(await state(), 'once')
})

test('who may not key in cards, or works elsewhere, finds none', async () => {
  const { evening, key } = await world()
  const { tenant } = evening
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  assert.equal((await key(south, [])).status, 404)
  assert.equal((await key(chair, [])).status, 403)
})

test('of two who key in the same card at once, the second finds the first', async () => {
  const { women, one, two, key, state } = await world()
  const answers = await Promise.all([key(one, [yes(women[0]!)]), key(two, [yes(women[0]!)])])
  assert.deepEqual(answers.map((each) => each.body.state).toSorted(), ['handed_in', 'once'])
  assert.equal(await state(), 'handed_in')
})
