import { sql, type RawBuilder } from 'kysely'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { treeSource } from './fold.ts'
import { staleOf } from './making.ts'
import { isCountedOnce, ledParts, ownParts, treeOfDays, treeYear, yearOf, type Kept } from './parts.ts'

/** A kept figure that is not what its rows come to, in words. */
export interface FigureDifference {
  what: string
}

/**
 * Recounts every kept figure, measure by measure, and names those that differ: measure, organisation, breakdown and key. What a mark waits for is
 * left out, because readers count it anew; so is what is made otherwise now. Reads everything, changes nothing; nothing is wrong where no sums are kept.
 */
export async function figureDifferences(
  tx: Tx,
  definitions: readonly MeasureDefinition[],
): Promise<FigureDifference[]> {
  const asOf = await today(tx)
  const found = await differencesIn(tx, asOf, {
    name: 'tree',
    waiting: [treeSource],
    counted: sql`select n.descendant_id as place, n.year::text as breakdown, n.ancestor_id::text as key, 1::bigint as value, 1::bigint as rows
      from (${treeOfDays(tx, asOf, sql`true`)}) n`,
    kept: sql`select descendant_id as place, year::text as breakdown, ancestor_id::text as key, 1::bigint as value, 1::bigint as rows
      from figure_tree where tenant_id = ${tx.tenantId}`,
  })
  const stale = await staleOf(tx, definitions)
  for (const definition of definitions.filter((each) => !stale.includes(each))) {
    const kept = { definition, asOf }
    found.push(...(await differencesIn(tx, asOf, cellsOf(tx, kept))), ...(await sumsOf(tx, kept)))
  }
  return found
}

/** Two selects of parts that must be the same, but for organisations for which a mark of the sources waits. */
interface Compared {
  name: string
  waiting: readonly string[]
  counted: RawBuilder<unknown>
  kept: RawBuilder<unknown>
}

function cellsOf(tx: Tx, kept: Kept): Compared {
  const { name, sources } = kept.definition
  return {
    name,
    waiting: [treeSource, ...sources],
    counted: ownParts(tx, kept, null),
    kept: sql`select organisation_id as place, breakdown, key, value, rows from figure_cells
      where tenant_id = ${tx.tenantId} and measure = ${name}`,
  }
}

async function sumsOf(tx: Tx, kept: Kept): Promise<FigureDifference[]> {
  const { definition, asOf } = kept
  const sums = sql`select organisation_id as place, breakdown, key, value, rows from figure_sums
    where tenant_id = ${tx.tenantId} and measure = ${definition.name}`
  const name = `${definition.name} with all that is led`
  if (!isCountedOnce(definition)) {
    const counted = sql`select t.ancestor_id as place, c.breakdown, c.key, sum(c.value)::bigint as value, sum(c.rows)::bigint as rows
      from figure_cells c join figure_tree t on t.tenant_id = c.tenant_id and t.descendant_id = c.organisation_id and t.year = ${treeYear(kept, 'c')}
      where c.tenant_id = ${tx.tenantId} and c.measure = ${definition.name} group by 1, 2, 3`
    return differencesIn(tx, asOf, { name, waiting: [], counted, kept: sums })
  }
  if (await isWaiting(tx, definition)) return []
  return differencesIn(tx, asOf, { name, waiting: [], counted: ledParts(tx, kept, null), kept: sums })
}

async function isWaiting(tx: Tx, { sources }: MeasureDefinition): Promise<boolean> {
  const { rows } =
    await sql`select from figure_marks where tenant_id = ${tx.tenantId} and due_on <= app_today()
    and source = any(${[treeSource, ...sources]}::text[]) limit 1`.execute(tx)
  return rows.length > 0
}

const mostNamed = 20

async function differencesIn(
  tx: Tx,
  asOf: string,
  { name, waiting, counted, kept }: Compared,
): Promise<FigureDifference[]> {
  const { rows } = await sql<FigureDifference>`
    with marked as materialized (select organisation_id from figure_marks
      where tenant_id = ${tx.tenantId} and due_on <= app_today() and source = any(${waiting}::text[]))
    select concat_ws(' ', ${name}::text, 'of', place, nullif(breakdown, ''), nullif(key, '')) || ': kept ' || coalesce(k.value, 0) || ', counted ' || coalesce(c.value, 0) as what
    from (${counted}) c full join (${kept}) k using (place, breakdown, key)
    where (c.value, c.rows) is distinct from (k.value, k.rows) and place not in (select organisation_id from marked)
      and exists (select from figure_states where tenant_id = ${tx.tenantId} and year = ${yearOf(asOf)})
    order by 1 limit ${mostNamed}`.execute(tx)
  return rows
}
