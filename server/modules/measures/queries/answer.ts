import { sql } from 'kysely'
import type { Measure, MeasureAnswer, MeasureRow, operations } from '#contract/measures.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound, refuse } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { isMonthEnd, isYear, withoutSmall } from '../rules.ts'
import { groupsOf, rowsBehind, totalOf, type Question } from './rows-behind.ts'

type Ask = InputOf<(typeof operations)['queryMeasure']>
type Open = InputOf<(typeof operations)['openMeasure']>

/** The questions one can put to the catalogue of measures the modules declare. */
export function measureQueries(definitions: readonly MeasureDefinition[]) {
  const definitionOf = (name: string) => definitions.find((each) => each.name === name) ?? notFound()
  return {
    listMeasures: async () => ({ items: definitions.map(({ rows: _rows, ...measure }): Measure => measure) }),
    queryMeasure: (tx: Tx, actor: Actor, input: Ask) =>
      answer(tx, actor, { ...input, definition: definitionOf(input.measure) }),
    openMeasure: (tx: Tx, actor: Actor, input: Open) =>
      open(tx, actor, { ...input, definition: definitionOf(input.measure) }),
  }
}

/** Total, and by what was asked, of the organisation and everything it led on the day. */
async function answer(
  tx: Tx,
  actor: Actor,
  input: Ask & { definition: MeasureDefinition },
): Promise<MeasureAnswer> {
  if (input.by !== undefined && !input.definition.breakdowns.includes(input.by))
    invalid([{ path: 'by', code: 'field.format' }])
  const question = await questionOf(tx, actor, input)
  const mayOpen = await canReach(tx, { actor, permission: 'figures.open' }, question.organisationId)
  if (!mayOpen) mustBeWhole(input)
  const total = await totalOf(tx, question)
  const groups = input.by === undefined ? undefined : await groupsOf(tx, question, input.by)
  const told =
    mayOpen || !input.definition.guarded
      ? { total, groups }
      : withoutSmall({ total, groups }, await smallest(tx, question))
  return {
    measure: input.definition.name,
    organisationId: question.organisationId,
    asOf: question.moment.asOf,
    knownAt: question.moment.knownAt,
    total: told.total,
    ...(told.groups === undefined ? {} : { groups: told.groups }),
  }
}

/** The rows behind the same question, page by page; as many as the figure counts. */
async function open(tx: Tx, actor: Actor, input: Open & { definition: MeasureDefinition }) {
  const question = await questionOf(tx, actor, { ...input, permission: 'figures.open' })
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, [''])
  const once = input.definition.counting === 'distinct_by'
  const { rows } = await sql<MeasureRow & { total: number }>`
    with behind as (${
      once
        ? sql`select distinct on (r.counted_as) r.* from (${rowsBehind(tx, question)}) r order by r.counted_as, r.occurred_on`
        : rowsBehind(tx, question)
    })
    select id, kind, label, coalesce(detail, '') as detail, value::int as value, (select count(*) from behind) as total
    from behind where ${after} = '' or id > nullif(${after}, '')::uuid order by id limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null,
    total: rows[0]?.total ?? 0,
  }
}

interface Asked {
  definition: MeasureDefinition
  organisationId?: string
  asOf?: string
  knownAt?: string
  from?: string
  to?: string
  permission?: 'figures.read' | 'figures.open'
}

/**
 * Whose figure, of which day or days: one's own organisation and today unless said otherwise; never outside one's scope. What there is on a
 * day has no period.
 */
async function questionOf(tx: Tx, actor: Actor, input: Asked): Promise<Question> {
  const { definition, from, to } = input
  if (definition.counts === 'stock') {
    const wrong = (['from', 'to'] as const).filter((path) => input[path] !== undefined)
    if (wrong.length > 0) invalid(wrong.map((path) => ({ path, code: 'field.format' as const })))
  }
  if (from !== undefined && to !== undefined && to < from) invalid([{ path: 'to', code: 'field.format' }])
  const organisationId = input.organisationId ?? actor.appointment?.organisationId ?? notFound()
  await mustReach(tx, { actor, permission: input.permission ?? 'figures.read' }, organisationId)
  const moment = { asOf: input.asOf ?? actor.today, knownAt: input.knownAt ?? null }
  return { definition, organisationId, moment, from: from ?? null, to: to ?? null }
}

// Whoever sees counts only could subtract two free questions and find a person: month-ends, whole years and whole figures for them; what
// is guarded may be broken down, without its small counts. To open the figures of one street is no leave to ask freely for those of the
// district.
function mustBeWhole(ask: Ask & { definition: MeasureDefinition }): void {
  if (ask.by !== undefined && !ask.definition.guarded) refuse('measures.totals_only')
  if (ask.knownAt !== undefined || (ask.asOf !== undefined && !isMonthEnd(ask.asOf)))
    refuse('measures.month_ends_only')
  if (!isYear(ask.from, ask.to)) refuse('measures.years_only')
}

async function smallest(tx: Tx, { moment }: Question): Promise<number> {
  return (await ruleFor<number>(tx, 'measures.smallest_count', moment.asOf)).value
}
