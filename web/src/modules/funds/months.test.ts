import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastMonths, lastYears } from './months.ts'

test('the months up to a day go over the end of a year', () => {
  assert.deepEqual(lastMonths('2026-01-31', 2), ['2026-01', '2025-12'])
  assert.deepEqual(lastMonths('2026-03-31', 2), ['2026-03', '2026-02'])
})

test('the years up to a day begin with its own', () => {
  assert.deepEqual(
    lastYears('2026-01-01', 2).map(({ value }) => value),
    ['2026', '2025'],
  )
})
