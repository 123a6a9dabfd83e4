import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inCatalogueOrder, isMonthEnd } from './rules.ts'

test('the last day of a month is known in leap years too', () => {
  for (const day of ['2024-02-29', '2025-02-28', '2026-12-31', '2026-06-30']) assert.ok(isMonthEnd(day), day)
  for (const day of ['2024-02-28', '2026-06-29', '2026-01-01']) assert.ok(!isMonthEnd(day), day)
})

test('the catalogue begins with the register, and what nobody ordered follows as declared', () => {
  const names = ['members', 'zeal', 'workers', 'awards', 'two_new_organisations'].map((name) => ({ name }))
  assert.deepEqual(
    inCatalogueOrder(names).map(({ name }) => name),
    ['two_new_organisations', 'workers', 'members', 'zeal', 'awards'],
  )
})
