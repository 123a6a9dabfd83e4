import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InboxTask } from '#contract/inbox.ts'
import type { MeasureAnswer, MeasureRow } from '#contract/measures.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/venues.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { addDays, today as todayOf } from '#server/platform/clock.ts'
import { entered, inspect, look, picture, sixItems, venueWorld } from './venue-world.ts'

const figure = async (client: TestClient, asOf: string) =>
  (await client.get<MeasureAnswer>(`/measures/venues_meeting_six_haves?asOf=${asOf}`)).body.total

async function stage() {
  const world = await venueWorld()
  const today = await world.tenant.inside(todayOf)
  return { ...world, today, day: (offset: number) => addDays(today, offset) }
}

test('five of six do not meet the standard, six do, and the figure opens to the venue', async () => {
  const { street, venueId, day, today } = await stage()
  assert.deepEqual(pick(await look(street, venueId)), ['never', 0, 0])
  await inspect(street, venueId, { on: day(-3), until: day(300), items: sixItems.slice(0, 5) })
  assert.deepEqual(pick(await look(street, venueId)), ['below', 5, 6])
  assert.equal(await figure(street, today), 0)
  const second = await inspect(street, venueId, { on: day(-2), until: day(200), items: ['rules'] })
  assert.equal(second.status, 201, JSON.stringify(second.body))
  assert.deepEqual(pick(await look(street, venueId)), ['meets', 6, 6])
  assert.equal(await figure(street, today), 1)
  assert.equal(await figure(street, day(-3)), 0, 'as of the day of the first visit')
  const opened = await street.get<{ items: MeasureRow[] }>(
    `/measures/venues_meeting_six_haves/rows?asOf=${today}`,
  )
  assert.deepEqual(
    opened.body.items.map(({ id }) => id),
    [venueId],
  )
})

test('an inspection prints its report, and a visit that is due again is a task until somebody looks', async () => {
  const { tenant, street, chair, venueId, day } = await stage()
  const tasks = async (client: TestClient) =>
    (await client.get<{ items: InboxTask[] }>('/inbox/tasks')).body.items.map(({ kind, dueOn }) => [
      kind,
      dueOn,
    ])
  const first = await inspect(street, venueId, { on: day(-3), until: day(300), revisitOn: day(20) })
  assert.deepEqual(await tasks(street), [['venues.to_revisit', day(20)]])
  assert.deepEqual(await tasks(chair), [], 'a keeper inspects nothing')
  const report = `/venues/${venueId}/inspections/${first.body.id}/report`
  assert.deepEqual([(await street.get(report)).status, (await chair.get(report)).status], [200, 200])
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal((await south.get(report)).status, 404)
  assert.equal((await street.get(`/venues/${newId()}/inspections/${first.body.id}/report`)).status, 404)
  await inspect(street, venueId, { on: day(-1), until: day(300), items: ['books'] })
  assert.deepEqual(await tasks(street), [])
})

test('evidence that runs out takes the venue and its stars down by itself, from the day after its last', async () => {
  const { street, venueId, day } = await stage()
  await inspect(street, venueId, { on: day(-2), until: day(5) })
  await street.post(`/venues/${venueId}/stars`, {
    stars: 4,
    document: '甬工发〔2026〕1号',
    expiresOn: day(200),
  })
  const now = await look(street, venueId)
  assert.deepEqual([now.state, now.stars, now.holdsUntil], ['expiring', 4, day(5)])
  assert.equal(await figure(street, day(5)), 1)
  assert.equal(await figure(street, day(6)), 0)
})

test('a standard that changes leaves what was judged by the old one, until somebody looks again', async () => {
  const { chair, street, day, today, tenant } = await stage()
  // Rules hold for every tenant of the region: this kind of venue is no other test's.
  const made = await chair.post<{ id: string }>('/venues', {
    organisationId: tenant.north.unionId,
    kind: 'outdoor_station',
    openedOn: '2025-01-01',
    ...entered,
  })
  const venueId = made.body.id
  const before = (await look(street, venueId)).items.map(({ code }) => code)
  await inspect(street, venueId, { on: day(-2), until: day(300), items: before })
  const { owner } = await testServer()
  const items = [...before, 'wifi'].map((code) => ({ code, zh: code, en: code, months: 12 }))
  await owner.query(
    `insert into rules (id, region, key, operator, value, unit, starts_on, document, article, checked)
     select $1, division_code, 'venues.standard.outdoor_station', '>=', $2, 'items', $3, '新标准', '七有', 'test' from tenants where id = $4`,
    [newId(), JSON.stringify({ needed: 7, items }), day(-1), tenant.id],
  )
  assert.equal(await figure(street, today), 1)
  assert.deepEqual(
    (await look(street, venueId)).items.map(({ state }) => state),
    [...before.map(() => 'met'), 'not_seen'],
  )
  await inspect(street, venueId, { on: today, until: day(300), items: ['sign'] })
  assert.equal(await figure(street, today), 0)
  assert.equal(await figure(street, day(-1)), 1, 'yesterday it was judged by the old list')
  await inspect(street, venueId, { on: today, until: day(300), items: ['wifi'] })
  assert.equal(await figure(street, today), 1)
})

test('a picture is shown to those who may see the venue; whoever may not finds nothing there', async () => {
  const { tenant, chair, street, venueId, day } = await stage()
  await inspect(street, venueId, { on: day(-1), until: day(300) })
  const { evidenceId } = (await look(chair, venueId)).items[0]!
  const south = await tenant.officer('union_chair', tenant.south.unionId)
  const path = `/venues/${venueId}/evidence/${evidenceId}`
  assert.equal((await chair.request('GET', path)).status, 200)
  assert.equal((await south.request('GET', path)).status, 404)
  assert.equal((await chair.request('GET', `/venues/${venueId}/evidence/${newId()}`)).status, 404)
})

test('nobody inspects what their own organisation keeps, and a keeper inspects nothing', async () => {
  const { tenant, chair, street, day } = await stage()
  const own = await street.post<{ id: string }>('/venues', {
    ...(await look(street, (await venueWorldOf(street)).id)),
    organisationId: tenant.north.streetId,
    openedOn: '2025-01-01',
    sharedWithId: null,
  })
  assert.equal(own.status, 201, JSON.stringify(own.body))
  const refused = await inspect(street, own.body.id, { on: day(-1), until: day(300) })
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'venues.own_venue'])
  const stars = `/venues/${own.body.id}/stars`
  const granted = await street.post(stars, { stars: 5, document: '自评', expiresOn: day(200) })
  assert.deepEqual([granted.status, codeOf(granted)], [422, 'venues.own_venue'])
  const taken = await street.post(`${stars}/withdrawal`, { reason: '自评' })
  assert.deepEqual([taken.status, codeOf(taken)], [422, 'venues.own_venue'])
  assert.equal((await look(street, own.body.id)).can.inspect, 'own_venue')
  assert.equal((await inspect(chair, own.body.id, { on: day(-1), until: day(300) })).status, 403)
})

test('an inspection with faults keeps nothing; the pictures stay for the next try', async () => {
  const { street, venueId, day } = await stage()
  const pictureId = await picture(street)
  const finding = { item: 'place', isMet: true, pictureId, validUntil: day(10) }
  const send = (findings: object[]) =>
    street.post<{ id: string }>(`/venues/${venueId}/inspections`, { inspectedOn: day(-1), findings })
  const bad = await send([finding, { item: 'books', isMet: true }])
  assert.equal(bad.status, 400)
  assert.deepEqual((await look(street, venueId)).inspections, [])
  assert.equal((await send([finding])).status, 201)
  assert.equal((await send([finding])).status, 404, 'a picture is evidence once')
})

test('a venue to be looked at again shows up until somebody was there; one nobody uses shows up', async () => {
  const { street, venueId, day } = await stage()
  const listed = async (filter: string) =>
    (await street.get<OutputOf<(typeof operations)['listVenues']>>(`/venues?${filter}`)).body.items.map(
      ({ id }) => id,
    )
  await inspect(street, venueId, { on: day(-5), until: day(300), revisitOn: day(-1) })
  assert.deepEqual(await listed('revisit=true'), [venueId])
  await inspect(street, venueId, { on: day(-1), until: day(300), items: ['sign'] })
  assert.deepEqual(await listed('revisit=true'), [])
  assert.deepEqual(await listed('unused=true'), [venueId])
  assert.deepEqual(await listed('state=below'), [])
})

test('a closed venue counts to its last day and takes nothing more', async () => {
  const { chair, street, venueId, day, today } = await stage()
  await inspect(street, venueId, { on: day(-5), until: day(300) })
  assert.equal((await chair.post(`/venues/${venueId}/closing`, { closedOn: day(1) })).status, 400)
  assert.equal((await chair.post(`/venues/${venueId}/closing`, { closedOn: today })).status, 200)
  assert.deepEqual([await figure(street, day(-1)), await figure(street, today)], [1, 0])
  const late = await inspect(street, venueId, { on: day(-1), until: day(300), items: ['sign'] })
  assert.equal(codeOf(late), 'venues.is_closed')
})

function pick({ state, met, needed }: { state: string; met: number; needed: number }) {
  return [state, met, needed]
}

function codeOf({ body }: { body: unknown }): string {
  return (body as { error: { code: string } }).error.code
}

async function venueWorldOf(client: TestClient): Promise<{ id: string }> {
  return (await client.get<{ items: { id: string }[] }>('/venues')).body.items[0]!
}
