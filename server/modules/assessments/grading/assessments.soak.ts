import fc from 'fast-check'
import type { SchemeContent } from '#contract/assessments-schemes.ts'
import type { Extent } from '#tools/soak.ts'
import { gradeOf, valueOfCount, type Known } from './grade.ts'

const usualCases = 100_000
const terms = {
  bands: [
    { grade: 'excellent' as const, from: 9000 },
    { grade: 'good' as const, from: 8000 },
    { grade: 'pass' as const, from: 7000 },
  ],
  leastMonths: 3,
}
const order = ['fail', 'pass', 'good', 'excellent']

/** Grades random assessments under random schemes and throws where something of the rules does not hold. */
export async function run({ count = usualCases, seed }: Extent): Promise<string> {
  return Promise.resolve(tryGrades(count, seed))
}

/**
 * Bounds; the grade fits the score; a missing part is never zero (leaving it out and not having it in the scheme are the same); better values
 * never make a worse score; weights alone decide, not the order of indicators; same question, same answer.
 */
export function tryGrades(count: number, seed: number): string {
  let graded = 0
  fc.assert(
    fc.property(cases, (made) => {
      const result = gradeOf(made.scheme, made.known, terms)
      inBounds(result)
      if (result.score === null) return
      graded += 1
      missingIsLeftOut(made, result.score)
      betterIsNoWorse(made, result.score)
      const turned = { ...made.scheme, indicators: [...made.scheme.indicators].reverse() }
      same(gradeOf(turned, made.known, terms).score, result.score, 'the order of indicators')
      same(gradeOf(made.scheme, made.known, terms), result, 'asking again')
    }),
    { numRuns: count, seed },
  )
  return `${count} assessments under random schemes, ${graded} graded: bounds, missing never zero, monotone (seed ${seed})`
}

type Made = { scheme: SchemeContent; known: Known; at: number; by: number }

const value = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null, freq: 4 })
const cases: fc.Arbitrary<Made> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 }),
    extras: fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 2 }),
    needed: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    caps: fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 9, maxLength: 9 }),
    leastKnown: fc.integer({ min: 1, max: 100 }),
    months: fc.integer({ min: 0, max: 12 }),
    parts: fc.array(
      fc.array(fc.record({ months: fc.integer({ min: 0, max: 12 }), value }), { maxLength: 3 }),
      {
        minLength: 9,
        maxLength: 9,
      },
    ),
    at: fc.nat(8),
    by: fc.integer({ min: 1, max: 10_000 }),
  })
  .map(({ cuts, extras, needed, caps, leastKnown, months, parts, at, by }) => {
    const edges = [0, ...cuts.sort((one, other) => one - other), 100]
    const weights = edges.slice(1).map((edge, index) => edge - edges[index]!)
    const shares = [...weights.map((weight) => [weight, 0]), ...extras.map((extra) => [0, extra])]
    const indicators = shares.map(([weight, extra], index) => ({
      code: `i${index}`,
      titleZh: '指标',
      titleEn: 'Indicator',
      source: 'entered' as const,
      weight: weight!,
      extra: extra!,
      counter: null,
      target: null,
      cap: caps[index]!,
      missing: needed[index] && index % 3 === 0 ? ('needed' as const) : ('left_out' as const),
    }))
    const known = {
      months,
      ofMonths: 12,
      parts: new Map(
        indicators.map(({ code }, index) => [
          code,
          parts[index]!.map((part) => ({ ...part, organisationId: null })),
        ]),
      ),
    }
    return { scheme: { indicators, leastKnown }, known, at: at % indicators.length, by }
  })

function inBounds({ score, grade }: { score: number | null; grade: string }): void {
  if (score === null) return same(['not_assessed', 'incomplete'].includes(grade), true, 'nothing graded')
  if (!Number.isInteger(score) || score < 0 || score > 10_000) throw new Error(`a score of ${score}`)
  const expected = score >= 9000 ? 'excellent' : score >= 8000 ? 'good' : score >= 7000 ? 'pass' : 'fail'
  same(grade, expected, `the grade of ${score}`)
}

function missingIsLeftOut({ scheme, known }: Made, score: number): void {
  const { values } = gradeOf(scheme, known, terms)
  const indicators = scheme.indicators.filter(({ code }) => values.get(code) !== null)
  same(gradeOf({ indicators, leastKnown: 1 }, known, terms).score, score, 'a scheme without what is missing')
}

function betterIsNoWorse({ scheme, known, at, by }: Made, score: number): void {
  const { code } = scheme.indicators[at]!
  const parts = new Map(known.parts)
  parts.set(
    code,
    parts
      .get(code)!
      .map((part) => (part.value === null ? part : { ...part, value: Math.min(10_000, part.value + by) })),
  )
  const better = gradeOf(scheme, { ...known, parts }, terms)
  if (
    better.score! < score ||
    order.indexOf(better.grade) < order.indexOf(gradeOf(scheme, known, terms).grade)
  )
    throw new Error(`better values of ${code} made ${better.score} of ${score}`)
  const of = { target: 7, cap: 10_000, months: 5, ofMonths: 12 }
  if (valueOfCount(by + 1, of) < valueOfCount(by, of)) throw new Error('one more counted made less')
}

function same(got: unknown, wanted: unknown, what: string): void {
  const text = (of: unknown) =>
    JSON.stringify(of, (_, each: unknown) => (each instanceof Map ? [...each] : each))
  if (text(got) !== text(wanted)) throw new Error(`${what}: ${text(got)} and not ${text(wanted)}`)
}
