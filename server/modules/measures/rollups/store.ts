import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { ledParts, ownParts, treeOfDays, treeYear, type Kept } from './parts.ts'

/** A mark: whose own figures may have changed, because of which table. */
export interface Mark {
  id: string
  source: string
  organisationId: string
}

/** The marks whose day has come. */
export async function marksDue(tx: Tx): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    select id, source, organisation_id as "organisationId" from figure_marks where tenant_id = ${tx.tenantId} and due_on <= app_today()`.execute(
    tx,
  )
  return rows
}

/** The year the sums were made for; null: there are none. */
export async function yearKept(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ year: number }>`
    select year from figure_states where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]?.year ?? null
}

/** Deletes the marks that were carried, and no other. */
export async function forgetMarks(tx: Tx, marks: readonly Mark[]): Promise<void> {
  await sql`delete from figure_marks where tenant_id = ${tx.tenantId} and id = any(${marks.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  )
}

/** Forgets every kept figure of the tenant; marks stay. */
export async function forgetFigures(tx: Tx): Promise<void> {
  for (const table of ['figure_cells', 'figure_sums', 'figure_tree'])
    await sql`delete from ${sql.table(table)} where tenant_id = ${tx.tenantId}`.execute(tx)
}

/** Forgets what is kept of one measure. */
export async function forgetFigure(tx: Tx, measure: string): Promise<void> {
  for (const table of ['figure_cells', 'figure_sums'])
    await sql`delete from ${sql.table(table)} where tenant_id = ${tx.tenantId} and measure = ${measure}`.execute(
      tx,
    )
}

/** Counts the organisations' own figures anew; null: everybody's. */
export async function keepCells(tx: Tx, kept: Kept, ids: readonly string[] | null): Promise<void> {
  const { name } = kept.definition
  if (ids !== null)
    await sql`delete from figure_cells where tenant_id = ${tx.tenantId} and measure = ${name} and organisation_id = any(${ids}::uuid[])`.execute(
      tx,
    )
  await sql`
    insert into figure_cells (tenant_id, organisation_id, measure, breakdown, key, value, rows)
    select ${tx.tenantId}::uuid, c.place, ${name}, c.breakdown, c.key, c.value, c.rows
    from (${ownParts(tx, kept, ids === null ? null : sql`${ids}::uuid[]`)}) c`.execute(tx)
}

/** Adds the cells of the organisations to the sums of all that lead them by the kept tree (1), or takes them out (-1); null: everybody's. */
export async function addCells(
  tx: Tx,
  kept: Kept,
  { ids, sign }: { ids: readonly string[] | null; sign: 1 | -1 },
): Promise<void> {
  const { name } = kept.definition
  const these = ids === null ? sql`true` : sql`c.organisation_id = any(${ids}::uuid[])`
  await sql`
    insert into figure_sums as s (tenant_id, organisation_id, breakdown, measure, key, value, rows)
    select ${tx.tenantId}::uuid, t.ancestor_id, c.breakdown, ${name}, c.key, sum(c.value) * ${sign}::int, sum(c.rows) * ${sign}::int
    from figure_cells c join figure_tree t on t.tenant_id = c.tenant_id and t.descendant_id = c.organisation_id and t.year = ${treeYear(kept, 'c')}
    where c.tenant_id = ${tx.tenantId} and c.measure = ${name} and ${these}
    group by t.ancestor_id, c.breakdown, c.key
    on conflict on constraint figure_sums_pkey do update set value = s.value + excluded.value, rows = s.rows + excluded.rows`.execute(
    tx,
  )
}

/** Drops the sums no row stands behind any more. */
export async function dropEmptySums(tx: Tx, measures: readonly string[]): Promise<void> {
  await sql`delete from figure_sums where tenant_id = ${tx.tenantId} and measure = any(${measures}::text[]) and rows = 0`.execute(
    tx,
  )
}

/** Counts the sums of the organisations anew from the rows: for what counts once in each sum. Null: everybody's. */
export async function countSums(tx: Tx, kept: Kept, ids: readonly string[] | null): Promise<void> {
  const { name } = kept.definition
  if (ids !== null)
    await sql`delete from figure_sums where tenant_id = ${tx.tenantId} and measure = ${name} and organisation_id = any(${ids}::uuid[])`.execute(
      tx,
    )
  await sql`
    insert into figure_sums (tenant_id, organisation_id, breakdown, measure, key, value, rows)
    select ${tx.tenantId}::uuid, p.place, p.breakdown, ${name}, p.key, p.value, p.rows
    from (${ledParts(tx, kept, ids === null ? null : sql`${ids}::uuid[]`)}) p`.execute(tx)
}

/** Keeps who leads the organisations on the kept days, as it is now; null: everybody. */
export async function keepTree(tx: Tx, asOf: string, ids: readonly string[] | null): Promise<void> {
  if (ids !== null)
    await sql`delete from figure_tree where tenant_id = ${tx.tenantId} and descendant_id = any(${ids}::uuid[])`.execute(
      tx,
    )
  const these = ids === null ? sql`true` : sql`t.descendant_id = any(${ids}::uuid[])`
  await sql`
    insert into figure_tree (tenant_id, descendant_id, ancestor_id, year)
    select ${tx.tenantId}::uuid, descendant_id, ancestor_id, year from (${treeOfDays(tx, asOf, these)}) now`.execute(
    tx,
  )
}

/** All that lead any of the organisations by the kept tree. */
export async function keptAncestors(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct ancestor_id as id from figure_tree where tenant_id = ${tx.tenantId} and descendant_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
