import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOfMonth, monthBeside } from './month.ts'

test('a month is shown in whole weeks from Monday, with the days of the months beside it', () => {
  const weeks = daysOfMonth('2026-08')
  assert.deepEqual([weeks[0]![0], weeks.at(-1)!.at(-1), weeks.length], ['2026-07-27', '2026-09-06', 6])
  assert.equal(daysOfMonth('2027-02').length, 4)
  assert.deepEqual([monthBeside('2026-12', 1), monthBeside('2026-01', -1)], ['2027-01', '2025-12'])
})
