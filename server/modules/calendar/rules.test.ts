import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { monthAfter, qixiOf, weekdayOfMonth } from './rules.ts'

test('Qixi falls on the days the office knows, and on the first of two seventh months', () => {
  const known = [
    '2017-08-28',
    '2024-08-10',
    '2025-08-29',
    '2026-08-19',
    '2027-08-08',
    '2028-08-26',
    '2029-08-16',
    '2030-08-05',
    '2044-07-31',
  ]
  assert.deepEqual(
    known.map((day) => qixiOf(Number(day.slice(0, 4)))),
    known,
  )
})

test('the last Saturday is the last one, also of months with five', () => {
  const last = (month: string) => weekdayOfMonth(month, { week: -1, weekday: 6 })
  assert.deepEqual(['2026-08', '2026-10', '2026-02'].map(last), ['2026-08-29', '2026-10-31', '2026-02-28'])
})

test('a repetition falls on its weekday within its month', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000 * 12, max: 2100 * 12 }),
      fc.constantFrom(1, 2, 3, 4, -1),
      fc.integer({ min: 1, max: 7 }),
      (at, week, weekday) => {
        const month = monthAfter('0000-01', at)
        const day = weekdayOfMonth(month, { week, weekday })
        assert.equal(day.slice(0, 7), month)
        assert.equal(new Date(`${day}T00:00:00Z`).getUTCDay() || 7, weekday)
        const number = Number(day.slice(8))
        if (week === -1)
          assert.notEqual(
            new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 7),
            month,
          )
        else assert.equal(Math.ceil(number / 7), week)
      },
    ),
    { seed: 20260819 },
  )
})
