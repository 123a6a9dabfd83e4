import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'

/**
 * What each figure is made by now (name, fingerprint): its select, how it counts, and the rules it reads as they stand today. Sums made by
 * something else are not this figure: an upgrade that counts otherwise and a rule that begins, ends or is put right make it anew.
 */
function makingNow(tx: Tx, definitions: readonly MeasureDefinition[]): RawBuilder<unknown> {
  const told = definitions.map((each) => ({
    name: each.name,
    statement: selectOf(tx, each),
    rules: each.rules ?? [],
  }))
  // A rule of the future is none yet.
  return sql`
    select d.name, d.statement || coalesce((
      select md5(string_agg(concat_ws(' ', r.key, r.region, r.operator, r.value, r.starts_on, case when r.ends_before <= app_today() then r.ends_before end),
        ',' order by r.key, r.region, r.starts_on))
      from rules r where r.key = any(d.rules) and r.starts_on <= app_today()), '') as fingerprint
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) d (name text, statement text, rules text[])`
}

/** The measures (name) whose kept sums, if there are any, were made by something else than today. */
export function madeOtherwise(tx: Tx, definitions: readonly MeasureDefinition[]): RawBuilder<unknown> {
  return sql`
    select n.name from (${makingNow(tx, definitions)}) n
    where n.fingerprint is distinct from (select s.measures ->> n.name from figure_states s where s.tenant_id = ${tx.tenantId})`
}

/** The same measures, as their definitions. */
export async function staleOf(
  tx: Tx,
  definitions: readonly MeasureDefinition[],
): Promise<MeasureDefinition[]> {
  const { rows } = await sql<{ name: string }>`${madeOtherwise(tx, definitions)}`.execute(tx)
  return definitions.filter(({ name }) => rows.some((row) => row.name === name))
}

/** Says for which year the sums stand, and what they were made by; of two that fold at once, one fails here. */
export async function keepState(
  tx: Tx,
  definitions: readonly MeasureDefinition[],
  year: number,
): Promise<void> {
  await sql`insert into figure_states (tenant_id, year, measures)
    values (${tx.tenantId}, ${year}, (select coalesce(jsonb_object_agg(n.name, n.fingerprint), '{}') from (${makingNow(tx, definitions)}) n))
    on conflict on constraint figure_states_pkey do update set year = excluded.year, measures = excluded.measures, folded_at = now()`.execute(
    tx,
  )
}

const selects = new WeakMap<MeasureDefinition, string>()

/** A fingerprint of the statement, which is the same for every tenant and day: those are its parameters. */
function selectOf(tx: Tx, definition: MeasureDefinition): string {
  const known = selects.get(definition)
  if (known !== undefined) return known
  const { counting, counts, breakdowns, rows } = definition
  const text = sql`${rows(tx, { asOf: '2000-01-01', knownAt: null })}`.compile(tx).sql
  const made = createHash('md5')
    .update(JSON.stringify([counting, counts, breakdowns, text]))
    .digest('hex')
  selects.set(definition, made)
  return made
}
