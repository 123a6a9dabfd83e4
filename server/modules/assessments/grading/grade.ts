import type { Grade, Indicator, PeriodTerms, SchemeContent } from '#contract/assessments-schemes.ts'
import type { Reason } from '#contract/assessments.ts'

/** What is known of an indicator at one post: its value in hundredths of 100 points, or null: unknown. */
export interface KnownPart {
  organisationId: string | null
  months: number
  value: number | null
}

/** What an assessment rests on: months that count, of so many, and what is known of each indicator by its code. */
export interface Known {
  months: number
  ofMonths: number
  parts: ReadonlyMap<string, readonly KnownPart[]>
}

/** What it comes to. A score is in hundredths of a point, 0 to 10000; null where nothing is graded. */
export interface Graded {
  score: number | null
  grade: Grade
  values: ReadonlyMap<string, number | null>
  reasons: readonly Reason[]
}

const full = 10_000

/** The value of a count: full marks for `target` over the whole period, in proportion to the months, never above the cap. Rounded to the nearest. */
export function valueOfCount(
  count: number,
  of: { target: number; cap: number; months: number; ofMonths: number },
): number {
  return Math.min(of.cap, nearest(count * full * of.ofMonths, of.target * of.months))
}

/** The mean of scores, rounded to the nearest; null of none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : nearest(
        values.reduce((sum, value) => sum + value, 0),
        values.length,
      )
}

/**
 * Score and grade, with numbered reasons. Every indicator is the mean of its posts, weighted by their months; the score is the mean of the
 * indicators, weighted by the scheme. What is unknown is never zero: it is left out together with its weight, or where the scheme needs it,
 * or too little weight is known, nothing is graded. Extra points are added on top, up to 100. Integers throughout.
 */
export function gradeOf(
  scheme: SchemeContent,
  known: Known,
  terms: Pick<PeriodTerms, 'bands' | 'leastMonths'>,
): Graded {
  const reasons = new Reasons()
  const values = new Map<string, number | null>()
  reasons.add('months', null, { months: known.months, of: known.ofMonths })
  for (const indicator of scheme.indicators) {
    const value = valueOf(indicator, known.parts.get(indicator.code) ?? [])
    values.set(indicator.code, value)
    if (value !== null)
      reasons.add('value', indicator.code, { value, weight: indicator.weight, extra: indicator.extra })
    else reasons.add(`missing_${indicator.missing}`, indicator.code, { weight: indicator.weight })
  }
  const nothing = (grade: Grade) => ({ score: null, grade, values, reasons: reasons.list })
  if (known.months < terms.leastMonths) {
    reasons.add('too_few_months', null, { months: known.months, least: terms.leastMonths })
    return nothing('not_assessed')
  }
  if (scheme.indicators.some(({ code, missing }) => missing === 'needed' && values.get(code) === null))
    return nothing('incomplete')
  const weighed = scheme.indicators.filter(({ code, weight }) => weight > 0 && values.get(code) !== null)
  const weight = sum(weighed.map((indicator) => indicator.weight))
  if (weight < scheme.leastKnown) {
    reasons.add('too_little_known', null, { known: weight, least: scheme.leastKnown })
    return nothing('incomplete')
  }
  const base = nearest(sum(weighed.map((each) => each.weight * values.get(each.code)!)), weight)
  const extra = sum(scheme.indicators.map((each) => nearest(each.extra * (values.get(each.code) ?? 0), full)))
  const score = Math.min(full, base + extra)
  reasons.add('score', null, { base, extra, score, weight })
  const band = [...terms.bands].sort((one, other) => other.from - one.from).find(({ from }) => score >= from)
  reasons.add('grade', null, { grade: band?.grade ?? 'fail', from: band?.from ?? 0 })
  return { score, grade: band?.grade ?? 'fail', values, reasons: reasons.list }
}

function valueOf(indicator: Indicator, parts: readonly KnownPart[]): number | null {
  const told = parts.filter((part) => part.value !== null && part.months > 0)
  if (told.length === 0) return null
  const months = sum(told.map((part) => part.months))
  const mean = nearest(sum(told.map((part) => part.months * part.value!)), months)
  return Math.min(indicator.cap, mean)
}

/** Divides positive integers, to the nearest integer; halves go up. */
function nearest(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

class Reasons {
  readonly list: Reason[] = []

  add(code: string, indicator: string | null, params: Reason['params']): void {
    this.list.push({ no: this.list.length + 1, code, indicator, params })
  }
}
