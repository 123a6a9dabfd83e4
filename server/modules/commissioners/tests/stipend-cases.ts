import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dueFor, type MonthInPost, type StipendRules } from '../stipends/rules.ts'

const part = fc.constantFrom('full', 'none', 'pro_rata' as const)
const bounds = { leastFen: 30_000, mostFen: 200_000 }

/** Tables within the bounds, months of every length, rules of every kind. */
export const stipendCases = fc.record({
  fens: fc.array(fc.integer({ min: bounds.leastFen, max: bounds.mostFen }), { minLength: 1, maxLength: 6 }),
  chosen: fc.nat(7),
  monthDays: fc.integer({ min: 28, max: 31 }),
  daysOff: fc.nat(31),
  coversFirst: fc.boolean(),
  coversLast: fc.boolean(),
  entry: part,
  leaving: part,
})

/** What must hold of a month, however it comes. */
export function checkStipend(each: typeof stipendCases extends fc.Arbitrary<infer T> ? T : never): void {
  const rules: StipendRules = {
    grades: each.fens.map((fen, at) => ({ grade: String(at), fen })),
    bounds,
    partialMonth: { entry: each.entry, leaving: each.leaving },
  }
  const month: MonthInPost = {
    days: Math.max(0, each.monthDays - each.daysOff),
    monthDays: each.monthDays,
    coversFirst: each.coversFirst,
    coversLast: each.coversLast,
    grade: String(each.chosen),
    lacksInduction: false,
  }
  const { rateFen, part: paid, dueFen } = dueFor(month, rules)
  assert.ok(Number.isSafeInteger(dueFen) && dueFen >= 0 && dueFen <= rateFen)
  assert.ok(rateFen === 0 || (rateFen >= bounds.leastFen && rateFen <= bounds.mostFen))
  if (paid === 'full') assert.equal(dueFen, rateFen)
  if (paid === 'none' || month.days === 0) assert.equal(dueFen, 0)
  if (paid === 'pro_rata') assert.ok(Math.abs(dueFen - (rateFen * month.days) / month.monthDays) <= 0.5)
  const longer = dueFor({ ...month, days: Math.min(month.days + 1, month.monthDays) }, rules)
  assert.ok(longer.dueFen >= dueFen || month.days === 0)
}
