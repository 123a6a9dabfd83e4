import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyYear, isGoingOn } from './years.ts'

const of = (...pairs: [string, number | null][]) => pairs.map(([key, value]) => ({ key, label: key, value }))

test('a year with nothing in it stands between the others with 0, and what is kept back stays so', () => {
  assert.deepEqual(
    everyYear(of(['2021', 3], ['2024', null])),
    of(['2021', 3], ['2022', 0], ['2023', 0], ['2024', null]),
  )
})

test('the years go on to the last day asked for; without any there are none', () => {
  assert.deepEqual(everyYear(of(['2024', 3]), '2026-06-30'), of(['2024', 3], ['2025', 0], ['2026', 0]))
  assert.deepEqual(everyYear(of(['2024', 3], ['2026', 1]), '2025-06-30').length, 3)
  assert.deepEqual(everyYear([], '2026-06-30'), [])
})

test('this year is still going on', () => {
  assert.equal(isGoingOn('2026', '2026-06-30'), true)
  assert.equal(isGoingOn('2025', '2026-06-30'), false)
})
