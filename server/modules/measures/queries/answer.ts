import { sql } from 'kysely'
import type { EarlierFigure, Measure, MeasureAnswer, MeasureRow, operations } from '#contract/measures.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { besideEarlier, changeFor } from '../protection.ts'
import { earlierOf, mayOpen, questionOf, type Ask } from './question.ts'
import { groupsNow, totalNow } from './figures.ts'
import { rowsBehind, type Question } from './rows-behind.ts'
import { smallestCount, toldTo, type Told } from './told.ts'

type Query = InputOf<(typeof operations)['queryMeasure']>
type Open = InputOf<(typeof operations)['openMeasure']>

/** The questions one can put to the catalogue of measures the modules declare. */
export function measureQueries(definitions: readonly MeasureDefinition[]) {
  const definitionOf = (name: string) => definitions.find((each) => each.name === name) ?? notFound()
  return {
    listMeasures: async () => ({
      items: definitions.map(
        ({ rows: _rows, sources: _sources, rules: _rules, ...measure }): Measure => measure,
      ),
    }),
    queryMeasure: (tx: Tx, actor: Actor, input: Query) =>
      answer(tx, actor, { ...input, definition: definitionOf(input.measure) }),
    openMeasure: (tx: Tx, actor: Actor, input: Open) =>
      open(tx, actor, { ...input, definition: definitionOf(input.measure) }),
  }
}

/**
 * Total, and by what was asked, of the organisation and everything it led on the day; beside the earlier figure where one is asked for. Whoever
 * may not see the rows is told what cannot give anybody away.
 */
async function answer(tx: Tx, actor: Actor, ask: Ask): Promise<MeasureAnswer> {
  const question = await questionOf(tx, actor, { ...ask, permission: 'figures.read' })
  const isOpen = await mayOpen(tx, actor, { organisationId: question.organisationId, ask })
  const figure = (of: Question, by: string | undefined) =>
    isOpen ? openFigure(tx, of, by) : toldTo(tx, actor, { question: of, by })
  const now = await figure(question, ask.by)
  const before = earlierOf(question, ask)
  // The years themselves are the comparison of a series by year.
  const then = before && (await figure(before, ask.by === 'year' ? undefined : ask.by))
  const changeOf = changeFor(isOpen ? 0 : await smallestCount(tx, question))
  const groups = then?.groups && now.groups ? besideEarlier(now.groups, then.groups, changeOf) : now.groups
  return {
    measure: ask.definition.name,
    organisationId: question.organisationId,
    asOf: question.moment.asOf,
    knownAt: question.moment.knownAt,
    from: question.from,
    to: question.to,
    rounded: !isOpen,
    total: now.total,
    ...(groups === undefined ? {} : { groups }),
    ...(before && then
      ? { earlier: earlierFigure(before, then), change: changeOf(now.total, then.total) }
      : {}),
  }
}

async function openFigure(tx: Tx, question: Question, by: string | undefined): Promise<Told> {
  const total = await totalNow(tx, question)
  return { total, groups: by === undefined ? undefined : await groupsNow(tx, question, by) }
}

function earlierFigure({ moment, from, to }: Question, { total }: Told): EarlierFigure {
  return { asOf: moment.asOf, from, to, total }
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
