import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations, SealedRow } from '#contract/reports-seals.ts'
import { inScope, mustReach } from '#server/modules/access/index.ts'
import { rowsBehind } from '#server/modules/measures/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { partsOf } from '../definition.ts'
import { sealedRowsOf } from '../packed-rows.ts'
import { questionOf, storedFigures } from '../stored.ts'
import { mustReadReport } from './report.ts'

type Asked = InputOf<(typeof operations)['openSealedFigure']>
type Answer = OutputOf<(typeof operations)['openSealedFigure']>

interface PageRow extends SealedRow {
  place: number
  within: boolean
  all: number
}

/**
 * The rows behind a sealed figure as they were, page by page; as many as it counted. What a row is called is looked up now: only where
 * it counted within one's scope of today, and only as long as it is there.
 */
export function openSealedFigureOf(definitions: readonly MeasureDefinition[]) {
  return async (tx: Tx, actor: Actor, input: Asked): Promise<Answer> => {
    const report = await mustReadReport(tx, actor, input.reportId)
    const figure = found((await storedFigures(tx, report.id)).find(({ number }) => number === input.figure))
    await mustReach(tx, { actor, permission: 'figures.open' }, figure.organisationId)
    const limit = input.limit ?? 50
    const [after] = readCursor(input.cursor, ['0'])
    const place = { reportId: report.id, number: figure.number }
    const moment = { asOf: figure.asOf, knownAt: report.knownAt }
    const once =
      partsOf(figure.body)['counting'] === 'distinct_by'
        ? sql`select distinct on (s.counted) s.* from (${sealedRowsOf(tx, place)}) s order by s.counted, s.day, s.id`
        : sealedRowsOf(tx, place)
    const { rows } = await sql<PageRow>`
      with sealed as materialized (${once})
      select s.id, s.value, s.day as "occurredOn", s.place, ${inScope(tx, { actor, permission: 'figures.open' }, sql.ref('s.organisation_id'))} as within,
        coalesce((select p.name from organisation_profiles p where p.tenant_id = ${tx.tenantId} and p.organisation_id = s.organisation_id
          and ${holdsAt('p', moment)} limit 1), '') as "organisationName", (select count(*)::int from sealed) as all
      from sealed s where s.place > ${after}::bigint order by s.place limit ${limit + 1}`.execute(tx)
    const page = rows.slice(0, limit)
    const definition = definitions.find(({ name }) => name === figure.measure)
    const named =
      definition === undefined
        ? new Map<string, Named>()
        : await namesOf(tx, questionOf(report, figure, definition), page)
    const last = page.at(-1)
    return {
      items: page.map((row) => shown(row, named.get(row.id))),
      nextCursor: rows.length > limit && last !== undefined ? writeCursor([String(last.place)]) : null,
      total: rows[0]?.all ?? 0,
    }
  }
}

interface Named {
  id: string
  kind: string
  label: string
  detail: string | null
}

async function namesOf(
  tx: Tx,
  question: Parameters<typeof rowsBehind>[1],
  page: readonly PageRow[],
): Promise<Map<string, Named>> {
  const ids = page.filter(({ within }) => within).map(({ id }) => id)
  const { rows } = await sql<Named>`
    select r.id, r.kind, r.label, r.detail from (${rowsBehind(tx, question)}) r where r.id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function shown(row: PageRow, named: Named | undefined): SealedRow {
  return {
    id: row.id,
    kind: named?.kind ?? null,
    label: named?.label ?? null,
    detail: named?.detail ?? '',
    organisationName: row.organisationName,
    value: row.value,
    occurredOn: row.occurredOn,
    state: !row.within ? 'elsewhere' : named === undefined ? 'gone' : 'there',
  }
}
