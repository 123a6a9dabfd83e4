import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inCatalogueOrder, isMonthEnd, isYear, sameDayLastYear, seriesOf, withEmptyYears } from './rules.ts'

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

test('a series by year ends on the day asked for, and is five years long unless its years are named', () => {
  const days = (from: string | null, to: string | null) =>
    seriesOf('2026-06-30', { from, to }).map(({ asOf }) => asOf)
  assert.deepEqual(days(null, null), ['2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31', '2026-06-30'])
  assert.deepEqual(days('2024-01-01', '2025-12-31'), ['2024-12-31', '2025-12-31'])
  assert.deepEqual(days('2025-01-01', null), ['2025-12-31', '2026-06-30'])
  assert.deepEqual(days('2027-01-01', '2027-12-31'), [])
})

test('the same day of last year is the 28th of February for a 29th', () => {
  assert.equal(sameDayLastYear('2026-11-28'), '2025-11-28')
  assert.equal(sameDayLastYear('2028-02-29'), '2027-02-28')
})

test('years with nothing stand with 0 from the first with anything to this one, those kept back stay kept back', () => {
  const series = withEmptyYears(
    [
      { key: '2022', value: 3 },
      { key: '2024', value: null },
    ],
    2026,
  )
  assert.deepEqual(
    series.map(({ key, value }) => [key, value]),
    [
      ['2022', 3],
      ['2023', 0],
      ['2024', null],
      ['2025', 0],
      ['2026', 0],
    ],
  )
  assert.deepEqual(withEmptyYears([], 2026), [])
})
