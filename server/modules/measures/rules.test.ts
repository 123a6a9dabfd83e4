import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMonthEnd } from './rules.ts'

test('the last day of a month is known in leap years too', () => {
  for (const day of ['2024-02-29', '2025-02-28', '2026-12-31', '2026-06-30']) assert.ok(isMonthEnd(day), day)
  for (const day of ['2024-02-28', '2026-06-29', '2026-01-01']) assert.ok(!isMonthEnd(day), day)
})
