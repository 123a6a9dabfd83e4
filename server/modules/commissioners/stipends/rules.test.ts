import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkStipend, stipendCases } from '../tests/stipend-cases.ts'
import { dueFor, type StipendRules } from './rules.ts'

const rules: StipendRules = {
  grades: [
    { grade: 'excellent', fen: 200_000 },
    { grade: 'good', fen: 120_000 },
    { grade: 'pass', fen: 30_000 },
    { grade: 'fail', fen: 0 },
  ],
  bounds: { leastFen: 30_000, mostFen: 200_000 },
  partialMonth: { entry: 'full', leaving: 'none' },
}
const whole = { days: 31, monthDays: 31, coversFirst: true, coversLast: true, lacksInduction: false }

test('a whole month is paid by its grade, to both bounds exactly; without a grade or with one that is unpaid it is nothing', () => {
  const due = (grade: string | null) => dueFor({ ...whole, grade }, rules).dueFen
  assert.deepEqual(
    ['excellent', 'good', 'pass', 'fail', 'unknown', null].map(due),
    [200_000, 120_000, 30_000, 0, 0, 0],
  )
})

test('a table of grades a fen outside the bounds pays nobody', () => {
  for (const fen of [29_999, 200_001, 100_000.5])
    assert.throws(
      () => dueFor({ ...whole, grade: 'x' }, { ...rules, grades: [{ grade: 'x', fen }] }),
      /bounds/,
    )
})

test('the months of entry and leaving go by the rule, the stricter one where both fall together', () => {
  const entry = { ...whole, grade: 'good', days: 10, coversFirst: false }
  const leaving = { ...whole, grade: 'good', days: 10, coversLast: false }
  const both = { ...entry, coversLast: false }
  const by = (partialMonth: StipendRules['partialMonth']) =>
    [entry, leaving, both].map((month) => dueFor(month, { ...rules, partialMonth }).dueFen)
  assert.deepEqual(by({ entry: 'full', leaving: 'none' }), [120_000, 0, 0])
  assert.deepEqual(by({ entry: 'pro_rata', leaving: 'full' }), [38_710, 120_000, 38_710])
  assert.deepEqual(by({ entry: 'none', leaving: 'pro_rata' }), [0, 38_710, 0])
})

test('a month without the induction it asks for is not paid, whatever the grade', () => {
  const month = dueFor({ ...whole, grade: 'excellent', lacksInduction: true }, rules)
  assert.deepEqual(month, { rateFen: 200_000, part: 'none', dueFen: 0 })
})

test('whatever the table, the days and the rule: whole fen, never above the rate, a whole month within the bounds or nothing', () => {
  fc.assert(fc.property(stipendCases, checkStipend), { seed: 20261128, numRuns: 1000 })
})
