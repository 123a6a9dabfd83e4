import type { operations } from '#contract/measures.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound, refuse } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { isMonthEnd, isYear } from '../rules.ts'
import type { Question } from './rows-behind.ts'

/** What one may ask about a figure, with the figure it is about. */
export type Ask = Omit<InputOf<(typeof operations)['queryMeasure']>, 'measure'> & {
  definition: MeasureDefinition
}

type Days = Pick<Ask, 'asOf' | 'from' | 'to'>

/**
 * Whose figure, of which day or days: one's own organisation and today unless said otherwise; never outside one's scope. What there is on a
 * day has no period, but may be asked for the years of one (`by` year).
 */
export async function questionOf(
  tx: Tx,
  actor: Actor,
  input: Ask & { permission: 'figures.read' | 'figures.open' },
): Promise<Question> {
  const { definition, from, to, by } = input
  if (by !== undefined && !definition.breakdowns.includes(by)) invalid([{ path: 'by', code: 'field.format' }])
  mustSuit(input)
  const organisationId = input.organisationId ?? actor.appointment?.organisationId ?? notFound()
  await mustReach(tx, { actor, permission: input.permission }, organisationId)
  const moment = { asOf: input.asOf ?? actor.today, knownAt: input.knownAt ?? null }
  return { definition, organisationId, moment, from: from ?? null, to: to ?? null }
}

/** The earlier figure it is to be compared with; null when none was asked for. */
export function earlierOf(question: Question, ask: Ask): Question | null {
  const { compareAsOf, compareFrom, compareTo } = ask
  if (compareAsOf !== undefined && question.definition.counts === 'stock')
    return { ...question, moment: { ...question.moment, asOf: compareAsOf }, from: null, to: null }
  if (compareFrom === undefined) return null
  return { ...question, from: compareFrom, to: compareTo ?? null }
}

/** Whether the actor may see the rows of the organisation's figures; otherwise the question must be one of those that counts-only posts may put. */
export async function mayOpen(
  tx: Tx,
  actor: Actor,
  { organisationId, ask }: { organisationId: string; ask: Ask },
): Promise<boolean> {
  if (await canReach(tx, { actor, permission: 'figures.open' }, organisationId)) return true
  mustBeWhole(ask)
  return false
}

function mustSuit(ask: Ask): void {
  const isStock = ask.definition.counts === 'stock'
  const foreign: (keyof Ask)[] = isStock ? ['compareFrom', 'compareTo'] : ['compareAsOf']
  if (isStock && ask.by !== 'year') foreign.push('from', 'to')
  refuseFields(foreign.filter((path) => ask[path] !== undefined))
  mustBePeriod(ask, ['from', 'to'])
  mustBePeriod(ask, ['compareFrom', 'compareTo'])
  if (ask.compareTo !== undefined && ask.compareFrom === undefined) refuseFields(['compareFrom'])
  if (isStock && !isYear(ask.from, ask.to)) refuseFields(['from'])
}

function mustBePeriod(ask: Ask, [first, last]: readonly ['from' | 'compareFrom', 'to' | 'compareTo']): void {
  const [from, to] = [ask[first], ask[last]]
  if (from !== undefined && to !== undefined && to < from) refuseFields([last])
}

function refuseFields(paths: readonly string[]): void {
  if (paths.length > 0) invalid(paths.map((path) => ({ path, code: 'field.format' as const })))
}

// Whoever sees counts only could subtract two free questions and find a person: month-ends and whole years for them, as known now. To open
// the figures of one street is no leave to ask freely for those of the district.
function mustBeWhole(ask: Ask): void {
  const days = [ask.asOf, ask.compareAsOf].filter((day) => day !== undefined)
  if (ask.knownAt !== undefined || !days.every(isMonthEnd)) refuse('measures.month_ends_only')
  const periods: Days[] = [ask, { from: ask.compareFrom, to: ask.compareTo }]
  if (!periods.every(({ from, to }) => isYear(from, to))) refuse('measures.years_only')
}
