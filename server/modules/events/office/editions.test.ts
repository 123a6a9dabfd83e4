import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueDays, movedDraft } from './editions.ts'

const lastSaturday = {
  kind: 'recurrence',
  repeatWeek: -1,
  repeatWeekday: 6,
  startsOn: '2026-01-01',
  endsBefore: null,
}
const editions = { ...lastSaturday, kind: 'editions', repeatWeek: null, repeatWeekday: null }

test('a monthly event is due once in each month ahead, and never in a month that has one', () => {
  const ask = { days: ['2026-09-26', '2026-08-29'], today: '2026-09-01', until: '2026-12-31' }
  assert.deepEqual(dueDays(lastSaturday, ask), ['2026-10-31', '2026-11-28', '2026-12-26'])
})

test('after a pause the repetition goes on from today and leaves out what has passed', () => {
  const ask = { days: ['2026-01-31'], today: '2026-08-30', until: '2026-10-01' }
  assert.deepEqual(dueDays(lastSaturday, ask), ['2026-09-26'])
})

test('a series that has ended, or has nothing to be drafted from, is due no more', () => {
  const ask = { days: ['2026-09-26'], today: '2026-09-27', until: '2027-01-31' }
  assert.deepEqual(dueDays({ ...lastSaturday, endsBefore: '2026-11-01' }, ask), ['2026-10-31'])
  assert.deepEqual(dueDays(lastSaturday, { ...ask, days: [] }), [])
})

test('the next edition lies 52 weeks after the last, on the same weekday', () => {
  const ask = { days: ['2025-05-10', '2024-05-11'], today: '2026-01-01', until: '2026-12-31' }
  assert.deepEqual(dueDays(editions, ask), ['2026-05-09'])
})

test('every time of a draft moves with its beginning', () => {
  const at = '2026-08-29T06:00:00.000Z'
  const draft = {
    startsAt: at,
    endsAt: at,
    registrationOpensAt: at,
    registrationClosesAt: at,
    cancelUntil: at,
    sessions: [{ title: '签到', startsAt: at, endsAt: at }],
  }
  const moved = movedDraft(draft as never, 28)
  const times = [
    moved.startsAt,
    moved.endsAt,
    moved.registrationOpensAt,
    moved.registrationClosesAt,
    moved.cancelUntil,
    moved.sessions![0]!.startsAt,
  ]
  assert.deepEqual(new Set(times), new Set(['2026-09-26T06:00:00.000Z']))
})
