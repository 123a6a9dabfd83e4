import { sql, type RawBuilder } from 'kysely'
import type { operations, TwoNewOrganisation } from '#contract/commissioners.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { worklistSheet } from '../sheet.ts'
import { asTwoNew, askedFor, filtersOf, shownColumns, worklist, type WorklistRow } from '../worklist.ts'

type Input = InputOf<(typeof operations)['listTwoNewOrganisations']>
type Filters = Omit<Input, 'limit' | 'cursor'>

/** Two-new organisations within scope by gap, street and name, one page; `total` counts all that match. Most workers first unless asked otherwise. */
export async function listTwoNewOrganisations(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: TwoNewOrganisation[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const { rows, total } = await read(tx, actor, { input, limit: limit + 1, cursor: input.cursor })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asTwoNew),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.key, last.id]) : null,
    total,
  }
}

/** The same list, whole, as a workbook; that it was taken stands in the log. */
export async function downloadTwoNewOrganisations(
  tx: Tx,
  actor: Actor,
  { language, ...input }: InputOf<(typeof operations)['downloadTwoNewOrganisations']>,
): Promise<Download> {
  if (actor.appointment === null) forbidden()
  const { rows } = await read(tx, actor, { input, limit: null, cursor: undefined })
  await audit(tx, actor, 'commissioners.worklist_exported', {
    kind: 'organisation',
    id: actor.appointment.organisationId,
    organisationId: actor.appointment.organisationId,
    params: { rows: rows.length },
  })
  return worklistSheet(rows.map(asTwoNew), {
    language,
    day: input.asOf ?? actor.today,
    by: actor.appointment.organisationName,
  })
}

type KeyedRow = WorklistRow & { key: string; total: number }

async function read(
  tx: Tx,
  actor: Actor,
  { input, limit, cursor }: { input: Filters; limit: number | null; cursor: string | undefined },
): Promise<{ rows: KeyedRow[]; total: number }> {
  if (input.streetId !== undefined)
    await mustReach(tx, { actor, permission: 'commissioners.read' }, input.streetId)
  const asked = await askedFor(tx, input.asOf ?? actor.today)
  const sort = sortOf(input.sort ?? '-workers')
  const [afterKey, afterId] = readCursor(cursor, ['', '']) as [string, string]
  const { rows } = await sql<KeyedRow>`
    with matching as materialized (
      select row.*, ${sort.key} as key from (${worklist(tx, actor, asked)}) row where ${filtersOf(input)}),
    shown as (
      select * from matching
      where ${afterId} = '' or (key, id) ${sort.beyond} (${sort.cast(sql`${afterKey}`)}, nullif(${afterId}, '')::uuid)
      order by key ${sort.direction}, id ${sort.direction} limit ${limit})
    select ${shownColumns(tx)}, shown.key::text as key, (select count(*)::int from matching) as total
    from shown order by shown.key ${sort.direction}, shown.id ${sort.direction}`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** What is unknown counts as the smallest number or the last day; text sorts by code point. */
function sortOf(sort: string) {
  const descending = sort.startsWith('-')
  const order = { direction: descending ? sql`desc` : sql`asc`, beyond: descending ? sql`<` : sql`>` }
  const cast = (type: RawBuilder<unknown>) => (value: RawBuilder<unknown>) =>
    sql`nullif(${value}, '')::${type}`
  switch (sort.replace('-', '')) {
    case 'workers':
      return { ...order, key: sql`coalesce(row.workers, -1)`, cast: cast(sql`int`) }
    case 'termEndsBefore':
      return { ...order, key: sql`coalesce(row.term_ends_before, 'infinity'::date)`, cast: cast(sql`date`) }
    default:
      return {
        ...order,
        key: sql`row.name collate "C"`,
        cast: (value: RawBuilder<unknown>) => sql`${value}::text collate "C"`,
      }
  }
}
