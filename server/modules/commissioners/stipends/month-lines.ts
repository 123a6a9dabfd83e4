import type { StipendOutcome } from '#contract/stipends.ts'
import { nearTo } from '#server/modules/people/index.ts'
import { gatesOf } from '#server/modules/training/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { GradesOf } from './grades-of.ts'
import { monthFacts, type MonthAsked, type MonthFacts } from './month-facts.ts'
import { rulesOfMonth, type MonthRules } from './month-rules.ts'
import { dueFor, type MonthDue } from './rules.ts'

/** One person's month worked out. */
export interface MonthLine extends MonthFacts, MonthDue {
  gradeId: string | null
  grade: string | null
  outcome: StipendOutcome
}

/** Everybody's month, worked out by the rules that hold for it: what a preview shows and a run claims. */
export async function monthLines(
  tx: Tx,
  actor: Actor | null,
  { gradesOf, ...asked }: MonthAsked & { gradesOf: GradesOf },
): Promise<{ rules: MonthRules; lines: MonthLine[] }> {
  const rules = await rulesOfMonth(tx, lastDayOf(asked.month))
  const facts = await monthFacts(tx, asked, rules.entitled)
  const personIds = facts.map((each) => each.personId)
  const grades = await gradesOf(tx, { ...asked, personIds })
  const lacking = await lackInduction(tx, { personIds, month: asked.month, rules })
  const near = actor === null ? new Set<string>() : await nearTo(tx, actor.personId)
  const lines = facts.map((each): MonthLine => {
    const { grade, gradeId } = grades.get(each.personId) ?? { grade: null, gradeId: null }
    const lacksInduction = lacking.has(each.personId)
    const due = dueFor({ ...each, grade, lacksInduction }, rules)
    const isGraded = rules.grades.some((row) => row.grade === grade)
    const outcome = near.has(each.personId) ? 'own' : outcomeOf(each, { due, isGraded, lacksInduction })
    return { ...each, ...due, grade, gradeId, outcome }
  })
  return { rules, lines }
}

/** Whether a line is claimed by a run. */
export function isClaimed({ outcome }: MonthLine): boolean {
  return outcome === 'due' || outcome === 'difference'
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return addDays(firstDayAfter(month), -1)
}

/** The first day of the month after. */
export function firstDayAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}

/** Of these people, those who had not completed the induction that the month asks for by its last day. */
async function lackInduction(
  tx: Tx,
  { personIds, month, rules }: { personIds: readonly string[]; month: string; rules: MonthRules },
): Promise<ReadonlySet<string>> {
  if (!rules.induction.required) return new Set()
  const gates = await gatesOf(tx, personIds, Number(month.slice(0, 4)))
  const lastDay = lastDayOf(month)
  return new Set(
    personIds.filter((personId) => {
      const inductionOn = gates.get(personId)?.inductionOn ?? null
      return inductionOn === null || inductionOn > lastDay
    }),
  )
}

function outcomeOf(
  facts: MonthFacts,
  { due, isGraded, lacksInduction }: { due: MonthDue; isGraded: boolean; lacksInduction: boolean },
): StipendOutcome {
  if (facts.claims > 0) return due.dueFen === facts.beforeFen ? 'claimed' : 'difference'
  if (!facts.isEntitled) return 'not_entitled'
  if (due.dueFen > 0) return 'due'
  if (!isGraded) return 'no_grade'
  if (lacksInduction && due.rateFen > 0) return 'no_induction'
  return due.rateFen === 0 ? 'grade_unpaid' : 'part_unpaid'
}
