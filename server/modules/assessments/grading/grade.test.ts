import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import type { Indicator } from '#contract/assessments-schemes.ts'
import { tryGrades } from './assessments.soak.ts'
import { gradeOf, meanOf, valueOfCount, type KnownPart } from './grade.ts'
import { monthsHeld } from './months.ts'

const indicator = (code: string, said: Partial<Indicator>): Indicator => ({
  code,
  titleZh: code,
  titleEn: code,
  source: 'entered',
  weight: 0,
  extra: 0,
  counter: null,
  target: null,
  cap: 10_000,
  missing: 'left_out',
  ...said,
})
const terms = {
  bands: [
    { grade: 'excellent' as const, from: 9000 },
    { grade: 'good' as const, from: 8100 },
    { grade: 'pass' as const, from: 7000 },
  ],
  leastMonths: 3,
}
const year = { startsOn: '2025-01-01', endsBefore: '2026-01-01' }
const part = (value: number | null, months = 12): KnownPart => ({ organisationId: null, months, value })
const known = (parts: Record<string, KnownPart[]>, months = 12) => ({
  months,
  ofMonths: 12,
  parts: new Map(Object.entries(parts)),
})

test('a missing part is left out with its weight: 5 and 5 of three parts are 5, never 3.33', () => {
  const scheme = {
    leastKnown: 50,
    indicators: [
      indicator('a', { weight: 34 }),
      indicator('b', { weight: 33 }),
      indicator('c', { weight: 33 }),
    ],
  }
  const two = gradeOf(scheme, known({ a: [part(5000)], b: [part(5000)], c: [part(null)] }), terms)
  assert.deepEqual([two.score, two.grade], [5000, 'fail'])
  assert.deepEqual(
    two.reasons.map(({ no, code }) => `${no} ${code}`),
    ['1 months', '2 value', '3 value', '4 missing_left_out', '5 score', '6 grade'],
  )
  const one = gradeOf(scheme, known({ a: [part(5000)] }), terms)
  assert.deepEqual([one.score, one.grade], [null, 'incomplete'], '34 of 100 is too little to grade')
  const zero = gradeOf(scheme, known({ a: [part(5000)], b: [part(5000)], c: [part(0)] }), terms)
  assert.equal(zero.score, 3350, 'a true zero counts')
})

test('what the scheme needs stops the grade when it is missing', () => {
  const scheme = {
    leastKnown: 1,
    indicators: [indicator('a', { weight: 60 }), indicator('b', { weight: 40, missing: 'needed' })],
  }
  assert.equal(gradeOf(scheme, known({ a: [part(9000)] }), terms).grade, 'incomplete')
})

test('grades begin at their lower bound: no score falls between two bands', () => {
  const scheme = { leastKnown: 1, indicators: [indicator('a', { weight: 100 })] }
  const at = (value: number) => gradeOf(scheme, known({ a: [part(value)] }), terms).grade
  assert.deepEqual([6999, 7000, 8099, 8100, 8999, 9000, 10_000].map(at), [
    'fail',
    'pass',
    'pass',
    'good',
    'good',
    'excellent',
    'excellent',
  ])
})

test('extra points come on top, up to one hundred', () => {
  const scheme = {
    leastKnown: 1,
    indicators: [indicator('a', { weight: 100 }), indicator('x', { extra: 1000 })],
  }
  const score = (a: number, x: number | null) =>
    gradeOf(scheme, known({ a: [part(a)], x: [part(x)] }), terms).score
  assert.deepEqual([score(8000, 5000), score(9500, 10_000), score(8000, null)], [8500, 10_000, 8000])
})

test('two posts are weighed by their months, and a post without a value does not pull down', () => {
  const scheme = { leastKnown: 1, indicators: [indicator('a', { weight: 100 })] }
  const score = (parts: KnownPart[]) => gradeOf(scheme, known({ a: parts }), terms).score
  assert.equal(score([part(9000, 9), part(6000, 3)]), 8250)
  assert.equal(score([part(9000, 9), part(null, 3)]), 9000)
})

test('a count makes full marks in proportion to the months, capped', () => {
  const of = { target: 12, cap: 10_000, months: 12, ofMonths: 12 }
  assert.deepEqual([valueOfCount(0, of), valueOfCount(7, of), valueOfCount(13, of)], [0, 5833, 10_000])
  assert.equal(valueOfCount(3, { ...of, months: 6 }), 5000)
  assert.equal(valueOfCount(30, { ...of, cap: 8000 }), 8000)
  assert.deepEqual([meanOf([8000, 9001]), meanOf([])], [8501, null])
})

test('fewer months than the rule asks are not graded', () => {
  const scheme = { leastKnown: 1, indicators: [indicator('a', { weight: 100 })] }
  const grade = (months: number) => gradeOf(scheme, known({ a: [part(9500, months)] }, months), terms).grade
  assert.deepEqual([grade(2), grade(3)], ['not_assessed', 'excellent'])
})

test('months: mid-period start, transfer, leave and two posts at a time', () => {
  const held = (posts: [string, string, string | null][], leaves: [string, string][] = []) => {
    const months = monthsHeld(
      {
        posts: posts.map(([organisationId, startsOn, endsBefore]) => ({
          organisationId,
          startsOn,
          endsBefore,
        })),
        leaves: leaves.map(([startsOn, endsBefore]) => ({ startsOn, endsBefore })),
      },
      year,
      15,
    )
    return [months.total, Object.fromEntries(months.at)]
  }
  assert.deepEqual(held([['a', '2024-03-01', null]]), [12, { a: 12 }])
  assert.deepEqual(held([['a', '2025-06-16', null]]), [7, { a: 7 }], 'fifteen days of June count')
  assert.deepEqual(held([['a', '2025-06-17', null]]), [6, { a: 6 }], 'fourteen do not')
  const moved = (day: string): [string, string, string | null][] => [
    ['a', '2025-01-01', day],
    ['b', day, null],
  ]
  assert.deepEqual(held(moved('2025-07-15')), [12, { a: 6, b: 6 }])
  assert.deepEqual(
    held(moved('2025-02-15')),
    [12, { a: 1, b: 11 }],
    'fourteen and fourteen: the later post has the month',
  )
  assert.deepEqual(
    held([
      ['a', '2025-01-01', null],
      ['b', '2025-01-01', null],
    ]),
    [12, { a: 12, b: 12 }],
  )
  assert.deepEqual(held([['a', '2025-01-01', null]], [['2025-03-01', '2025-05-20']]), [9, { a: 9 }])
  assert.deepEqual(held([]), [0, {}])
})

test('random schemes: bounds, missing never zero, monotone', (t) => {
  t.diagnostic(tryGrades(1000, randomInt(2 ** 31)))
})
