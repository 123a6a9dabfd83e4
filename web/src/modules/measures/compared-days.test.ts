import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparedDays, comparisonOff, yearsBefore } from './compared-days.ts'

const asked = { asOf: undefined, from: undefined, to: undefined, yearsBack: '1' }
const officer = { by: 'organisation', today: '2026-06-30', free: true }

test('a year earlier is the same day, and the end of February stays one', () => {
  assert.equal(yearsBefore('2026-08-19', 1), '2025-08-19')
  assert.equal(yearsBefore('2024-02-29', 1), '2023-02-28')
  assert.equal(yearsBefore('2025-02-28', 1), '2024-02-29')
  assert.equal(yearsBefore('2026-12-31', 5), '2021-12-31')
})

test('what there is today stands beside what there was a year ago', () => {
  assert.deepEqual(comparedDays('stock', asked, officer), { compareAsOf: '2025-06-30' })
  const free = { ...officer, today: '2026-07-15' }
  assert.deepEqual(comparedDays('stock', asked, free), { compareAsOf: '2025-07-15' })
  assert.deepEqual(comparedDays('stock', asked, { ...free, free: false }), { compareAsOf: '2025-06-30' })
})

test('a year that is not over stands beside as much of the one before; counts-only posts compare whole years', () => {
  const year = { ...asked, from: '2026-01-01', to: '2026-12-31' }
  assert.deepEqual(comparedDays('flow', year, officer), {
    compareFrom: '2025-01-01',
    compareTo: '2025-06-30',
  })
  assert.deepEqual(comparedDays('flow', year, { ...officer, free: false }), {
    compareFrom: '2025-01-01',
    compareTo: '2025-12-31',
  })
})

test('without a period, or with the years side by side, there is nothing to compare with, and it is said why', () => {
  assert.equal(comparisonOff('flow', asked, 'organisation'), 'period')
  assert.equal(comparisonOff('stock', asked, 'year'), 'years')
  assert.equal(comparisonOff('stock', asked, 'organisation'), null)
  assert.deepEqual(comparedDays('flow', asked, officer), {})
  assert.deepEqual(comparedDays('stock', { ...asked, yearsBack: undefined }, officer), {})
  assert.deepEqual(comparedDays('stock', { ...asked, yearsBack: 'many' }, officer), {})
})
