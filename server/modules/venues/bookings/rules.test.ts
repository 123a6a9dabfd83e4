import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookingObstacle, freeSpans, type BookingCase } from './rules.ts'

const fits: BookingCase = {
  startDay: '2026-07-01',
  endDay: '2026-07-01',
  startsAt: '09:00',
  endsAt: '13:00',
  weekday: 3,
  minutes: 240,
  isPast: false,
  daysAhead: 30,
  venue: { openWeekdays: [3], opensAt: '09:00', closesAt: '13:00', longestMinutes: 240, daysAhead: 30 },
  isTaken: false,
}
const whyNot = (change: Partial<BookingCase>) => bookingObstacle({ ...fits, ...change })?.code ?? null

test('a time that fills every rule to the edge can be had', () => {
  assert.equal(bookingObstacle(fits), null)
})

test('one step beyond each edge it cannot, and the reason is named', () => {
  assert.equal(whyNot({ minutes: 0 }), 'venues.times_in_order')
  assert.equal(whyNot({ endDay: '2026-07-02' }), 'venues.times_in_order')
  assert.equal(whyNot({ isPast: true }), 'venues.time_past')
  assert.equal(whyNot({ daysAhead: 31 }), 'venues.too_early')
  assert.equal(whyNot({ weekday: 4 }), 'venues.closed_that_day')
  assert.equal(whyNot({ startsAt: '08:59' }), 'venues.outside_hours')
  assert.equal(whyNot({ endsAt: '13:01' }), 'venues.outside_hours')
  assert.equal(whyNot({ minutes: 241 }), 'venues.too_long')
  assert.equal(whyNot({ isTaken: true }), 'venues.time_taken')
})

const hours = { opensAt: '09:00', closesAt: '21:00' }

test('what is free is what meetings leave of the open hours, one after the other without a gap between', () => {
  const taken = [
    { from: '09:00', until: '10:00' },
    { from: '10:00', until: '11:30' },
    { from: '14:00', until: '16:00' },
  ]
  assert.deepEqual(freeSpans(hours, { since: '00:00', taken }), [
    { from: '11:30', until: '14:00' },
    { from: '16:00', until: '21:00' },
  ])
  assert.deepEqual(freeSpans(hours, { since: '00:00', taken: [] }), [{ from: '09:00', until: '21:00' }])
})

test('of today only what is still to come is free; a day that is over or wholly taken has nothing', () => {
  const taken = [{ from: '14:00', until: '21:00' }]
  assert.deepEqual(freeSpans(hours, { since: '12:10', taken }), [{ from: '12:10', until: '14:00' }])
  assert.deepEqual(freeSpans(hours, { since: '14:30', taken }), [])
  assert.deepEqual(freeSpans(hours, { since: '24:00', taken: [] }), [])
})

test('a meeting that was booked before the hours were shortened takes nothing of those that are left', () => {
  const taken = [{ from: '21:30', until: '22:30' }]
  assert.deepEqual(freeSpans(hours, { since: '00:00', taken }), [{ from: '09:00', until: '21:00' }])
})
