import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastMonths } from './months.ts'

test('the months up to now are those of China, over the end of a year', () => {
  assert.deepEqual(lastMonths(new Date('2026-01-31T15:59:59Z'), 2), ['2026-01', '2025-12'])
  assert.deepEqual(lastMonths(new Date('2026-01-31T16:00:00Z'), 2), ['2026-02', '2026-01'])
})
