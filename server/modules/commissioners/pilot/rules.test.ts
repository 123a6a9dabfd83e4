import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Grade } from '#contract/assessments-schemes.ts'
import { nextGrade, requirementsOf, type GradeRule, type PilotFacts } from './rules.ts'

const rules: GradeRule[] = [
  { code: 'junior', years: 0, classHours: 16, periods: 0, leastGrade: null },
  { code: 'intermediate', years: 2, classHours: 24, periods: 1, leastGrade: 'pass' },
  { code: 'senior', years: 5, classHours: 40, periods: 2, leastGrade: 'good' },
]
const facts = (daysServed: number, classHours: number, ...grades: Grade[]): PilotFacts => ({
  daysServed,
  inductionOn: '2024-03-01',
  classHours,
  grades: grades.map((grade) => ({ assessmentId: grade, grade, endsBefore: '2026-01-01' })),
})
const met = (rule: GradeRule, known: PilotFacts) =>
  requirementsOf(rule, known).map(({ code, met: isMet }) => `${code} ${isMet ? 'yes' : 'no'}`)

test('grades follow each other, and nothing follows the last', () => {
  assert.deepEqual(
    [null, 'junior', 'intermediate', 'senior'].map((held) => nextGrade(rules, held as never)?.code),
    ['junior', 'intermediate', 'senior', undefined],
  )
})

test('each requirement holds exactly at its bound', () => {
  assert.deepEqual(met(rules[0]!, facts(0, 16)), ['induction yes', 'training yes'])
  assert.deepEqual(met(rules[0]!, { ...facts(0, 15), inductionOn: null }), ['induction no', 'training no'])
  assert.deepEqual(met(rules[1]!, facts(730, 24, 'pass')), [
    'induction yes',
    'training yes',
    'years yes',
    'assessment yes',
  ])
  assert.deepEqual(met(rules[1]!, facts(729, 24, 'fail')).slice(2), ['years no', 'assessment no'])
})

test('one good year is not two, the latest count, and a year without a grade meets nothing', () => {
  const assessment = (...grades: Grade[]) => met(rules[2]!, facts(2000, 40, ...grades)).at(-1)
  assert.equal(assessment('good'), 'assessment no')
  assert.equal(assessment('good', 'excellent'), 'assessment yes')
  assert.equal(assessment('pass', 'excellent', 'excellent'), 'assessment no')
  assert.equal(assessment('not_assessed', 'excellent'), 'assessment no')
})
