import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { SharedVenue } from '#contract/venues.ts'
import { addDays, today as todayOf } from '#server/platform/clock.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { insertBooking } from '../bookings/store.ts'
import { entered, look, venueWorld } from './venue-world.ts'

async function stage() {
  const world = await venueWorld()
  const tomorrow = addDays(await world.tenant.inside(todayOf), 1)
  const neighbour = await world.tenant.officer('union_officer', world.tenant.north.unionId)
  const stranger = await world.tenant.officer('union_chair', world.tenant.south.unionId)
  return {
    ...world,
    tomorrow,
    neighbour,
    stranger,
    shared: (client: TestClient) => sharedOn(client, tomorrow),
  }
}

async function sharedOn(client: TestClient, day: string): Promise<SharedVenue[]> {
  return (await client.get<{ items: SharedVenue[] }>(`/shared-venues?day=${day}`)).body.items
}

const book = (client: TestClient, venueId: string, hours: [string, string]) =>
  client.post<{ id: string; error: { code: string } }>(`/shared-venues/${venueId}/bookings`, {
    startsAt: `${hours[0]}:00+08:00`,
    endsAt: `${hours[1]}:00+08:00`,
    purpose: '支部学习',
    expectedPeople: 12,
  })

test('neighbours below the street see and book a shared venue; others find nothing there', async () => {
  const { chair, street, stranger, venueId, tomorrow, shared } = await stage()
  assert.equal((await book(chair, venueId, [`${tomorrow}T09:00`, `${tomorrow}T11:00`])).status, 201)
  assert.equal((await book(street, venueId, [`${tomorrow}T11:00`, `${tomorrow}T12:00`])).status, 201)
  assert.equal((await book(stranger, venueId, [`${tomorrow}T13:00`, `${tomorrow}T14:00`])).status, 404)
  assert.deepEqual(await shared(stranger), [])
  const [seen] = await shared(street)
  assert.deepEqual(
    seen!.bookings.map(({ purpose, own }) => [purpose, own]),
    [
      [null, false],
      ['支部学习', true],
    ],
    'what others meet for is theirs',
  )
})

test('a time that was given back can be had again; before it begins only', async () => {
  const { tenant, chair, street, stranger, venueId, tomorrow } = await stage()
  const hours: [string, string] = [`${tomorrow}T09:00`, `${tomorrow}T11:00`]
  const { id } = (await book(street, venueId, hours)).body
  assert.equal((await book(chair, venueId, hours)).body.error.code, 'venues.time_taken')
  assert.equal((await stranger.post(`/venue-bookings/${id}/cancellation`)).status, 404)
  assert.equal((await chair.post(`/venue-bookings/${id}/cancellation`)).status, 200, 'the keeper may')
  assert.equal((await book(chair, venueId, hours)).status, 201)
  const begun = await tenant.inside((tx) =>
    bookedAt(tx, { venueId, organisationId: tenant.north.streetId, hours: -1 }),
  )
  const late = await street.post<{ error: { code: string } }>(`/venue-bookings/${begun}/cancellation`)
  assert.equal(late.body.error.code, 'venues.booking_begun')
})

test('a meeting that was checked in counts as a use; one to come or long over cannot be', async () => {
  const { tenant, street, venueId, tomorrow } = await stage()
  const at = (hours: number) =>
    tenant.inside((tx) => bookedAt(tx, { venueId, organisationId: tenant.north.streetId, hours }))
  const checkIn = (id: string) =>
    street.post<{ error: { code: string } }>(`/venue-bookings/${id}/check-in`, { people: 9 })
  assert.equal((await checkIn(await at(-1))).status, 200)
  assert.equal((await checkIn(await at(-80))).body.error.code, 'venues.check_in_over')
  const coming = (await book(street, venueId, [`${tomorrow}T09:00`, `${tomorrow}T11:00`])).body.id
  assert.equal((await checkIn(coming)).body.error.code, 'venues.not_begun')
  assert.equal((await look(street, venueId)).uses, 1)
})

test('a phone is told what is free, and what may be done with each meeting of one’s own', async () => {
  const { tenant, chair, street, neighbour, venueId, tomorrow, shared } = await stage()
  await book(street, venueId, [`${tomorrow}T09:00`, `${tomorrow}T11:00`])
  const [seen] = await shared(street)
  assert.deepEqual(seen!.free, [
    { from: '00:00', until: '09:00' },
    { from: '11:00', until: '23:59' },
  ])
  assert.deepEqual(seen!.bookings[0]!.can, { cancel: true, checkIn: false })
  const [other] = await shared(chair)
  assert.deepEqual(other!.bookings[0]!.can, { cancel: true, checkIn: false }, 'the keeper may give it back')
  assert.deepEqual((await shared(neighbour))[0]!.free, seen!.free)
  const tooFar = await sharedOn(street, addDays(tomorrow, 30))
  assert.deepEqual(tooFar[0]!.free, [], 'nobody books so far ahead')
  const today = addDays(tomorrow, -1)
  await tenant.inside((tx) => bookedAt(tx, { venueId, organisationId: tenant.north.streetId, hours: -0.25 }))
  const now = (await sharedOn(street, today)).flatMap(({ bookings }) => bookings)
  const before = (await sharedOn(street, addDays(today, -1))).flatMap(({ bookings }) => bookings)
  assert.deepEqual(
    [...now, ...before].map(({ can }) => can),
    [{ cancel: false, checkIn: true }],
  )
})

test('of two changes at once the second is told; sharing with whoever does not lead the keeper is refused', async () => {
  const { tenant, chair, venueId } = await stage()
  const change = (more: object) =>
    chair.request<{ error: { code: string; fields?: { path: string }[] } }>('PUT', `/venues/${venueId}`, {
      ...entered,
      version: 1,
      ...more,
    })
  const bad = await change({ sharedWithId: tenant.south.streetId, opensAt: '18:00', closesAt: '09:00' })
  assert.deepEqual(
    bad.body.error.fields?.map(({ path }) => path),
    ['closesAt', 'sharedWithId'],
  )
  assert.equal((await change({ name: '新名称' })).status, 200)
  assert.equal((await change({ name: '另一个' })).body.error.code, 'venues.changed_meanwhile')
  assert.equal((await look(chair, venueId)).name, '新名称')
})

test('twenty want one time at the same moment: one has it', async () => {
  const { chair, venueId, tomorrow, shared } = await stage()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => book(chair, venueId, [`${tomorrow}T09:00`, `${tomorrow}T10:00`])),
  )
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.equal((await shared(chair))[0]!.bookings.length, 1)
})

test('control: whoever looks without the lock of the venue takes a time twice', async () => {
  const { tenant, venueId } = await stage()
  const { platform } = await testServer()
  let looked = 0
  let bothLooked = () => {}
  const both = new Promise<void>((resolve) => (bothLooked = resolve))
  const taken = await Promise.all(
    [1, 2].map(() =>
      inTenant(platform, tenant.id, async (tx) => {
        const { rows } =
          await sql`select from venue_bookings where tenant_id = ${tx.tenantId} and venue_id = ${venueId}`.execute(
            tx,
          )
        if (++looked === 2) bothLooked()
        await both
        if (rows.length > 0) return false
        await bookedAt(tx, { venueId, organisationId: tenant.north.unionId, hours: 5 })
        return true
      }),
    ),
  )
  assert.deepEqual(taken, [true, true])
})

/** A time of an hour that began or begins that many hours from now, past every rule. */
async function bookedAt(
  tx: Parameters<typeof insertBooking>[0],
  booking: { venueId: string; organisationId: string; hours: number },
): Promise<string> {
  const { rows } = await sql<{ now: Date }>`select app_now() as now`.execute(tx)
  const start = rows[0]!.now.getTime() + booking.hours * 3_600_000
  return insertBooking(tx, {
    venueId: booking.venueId,
    organisationId: booking.organisationId,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + 3_600_000).toISOString(),
    purpose: '学习',
    expectedPeople: 8,
    bookedBy: newId(),
  })
}
