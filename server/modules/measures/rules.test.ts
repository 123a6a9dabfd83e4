import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inCatalogueOrder, isMonthEnd, isYear, withoutSmall } from './rules.ts'

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

test('whole years are whole years', () => {
  for (const [from, to] of [
    [undefined, undefined],
    ['2025-01-01', '2025-12-31'],
    ['2024-01-01', '2026-12-31'],
    ['2026-01-01', undefined],
  ])
    assert.ok(isYear(from, to), `${from} ${to}`)
  for (const [from, to] of [
    ['2025-01-02', '2025-12-31'],
    ['2025-01-01', '2025-12-30'],
    [undefined, '2025-12-31'],
  ])
    assert.ok(!isYear(from, to), `${from} ${to}`)
})

test('small counts are kept back, and with a single one the next smallest, so that no subtraction finds it', () => {
  const told = (total: number, ...values: number[]) => {
    const { total: kept, groups } = withoutSmall({ total, groups: values.map((value) => ({ value })) }, 5)
    return [kept, ...groups!.map(({ value }) => value)]
  }
  assert.deepEqual(told(30, 3, 20, 7), [30, null, 20, null])
  assert.deepEqual(told(31, 3, 1, 27), [31, null, null, 27])
  assert.deepEqual(told(27, 0, 7, 20), [27, 0, 7, 20])
  assert.deepEqual(told(4, 4, 0), [null, null, null])
  assert.deepEqual(withoutSmall({ total: 3, groups: undefined }, 5), { total: null, groups: undefined })
})
