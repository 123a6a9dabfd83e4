import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from './clock.ts'

test('the day of an instant is that of Shanghai: the next one from 16:00 UTC on', () => {
  assert.equal(dayOf(new Date('2026-11-28T15:59:59Z')), '2026-11-28')
  assert.equal(dayOf(new Date('2026-11-28T16:00:00Z')), '2026-11-29')
  assert.equal(dayOf(new Date('2025-12-31T17:00:00Z')), '2026-01-01')
})
