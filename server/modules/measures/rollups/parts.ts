import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { seriesOf } from '../rules.ts'

/** One measure on the day its figures are kept for, YYYY-MM-DD. */
export interface Kept {
  definition: MeasureDefinition
  asOf: string
}

/** Whose figures: rows with a column `place` made of rows with `organisation_id`, as the tree was on a day. */
type Placing = (rows: RawBuilder<unknown>, day: string) => RawBuilder<unknown>

/** The year the day lies in. */
export function yearOf(asOf: string): number {
  return Number(asOf.slice(0, 4))
}

/** The years that are kept, each with the day its stocks and its tree are of: its end, of this year the day itself. */
function keptDays(asOf: string): { year: number; asOf: string }[] {
  return seriesOf(asOf, { from: null, to: null }).map((day) => ({ year: Number(day.year), asOf: day.asOf }))
}

/** What the rows of organisations themselves come to (place, breakdown, key, value, rows): of those in the array `only`, or of all. */
export function ownParts(tx: Tx, kept: Kept, only: RawBuilder<string[]> | null): RawBuilder<unknown> {
  const these = only === null ? sql`true` : sql`r.organisation_id = any(${only})`
  return partsOf(tx, kept, {
    only,
    place: (rows) => sql`select r.organisation_id as place, r.* from (${rows}) r where ${these}`,
  })
}

/** The same for organisations with everything they lead, each in full: of those in the array `only`, or of all. */
export function ledParts(tx: Tx, kept: Kept, only: RawBuilder<string[]> | null): RawBuilder<unknown> {
  const these = only === null ? sql`true` : sql`t.ancestor_id = any(${only})`
  return partsOf(tx, kept, {
    only: null,
    place: (rows, day) => sql`
      select t.ancestor_id as place, r.* from (${rows}) r join organisation_tree t on t.tenant_id = ${tx.tenantId} and t.descendant_id = r.organisation_id
        and t.starts_on <= ${day}::date and (t.ends_before is null or ${day}::date < t.ends_before) and ${these}`,
  })
}

/** Who led whom on the kept days (descendant_id, ancestor_id, year), by the closure as it is. */
export function treeOfDays(tx: Tx, asOf: string, where: RawBuilder<unknown>): RawBuilder<unknown> {
  const days = keptDays(asOf).map(
    (day) => sql`
      select t.descendant_id, t.ancestor_id, ${day.year}::int as year from organisation_tree t where t.tenant_id = ${tx.tenantId}
        and t.starts_on <= ${day.asOf}::date and (t.ends_before is null or ${day.asOf}::date < t.ends_before) and ${where}`,
  )
  return sql.join(days, sql` union `)
}

/** By the tree of which year a kept part is led: of what there was at a year's end, by that year's; else by this year's. */
export function treeYear({ definition, asOf }: Kept, alias: string): RawBuilder<number> {
  const year = sql<number>`${yearOf(asOf)}::int`
  if (definition.counts === 'flow') return year
  return sql`case when ${sql.ref(`${alias}.breakdown`)} = 'year' then ${sql.ref(`${alias}.key`)}::int else ${year} end`
}

/** Whether parts of organisations cannot be added, because a thing counts once in each sum. */
export function isCountedOnce({ counting }: Pick<MeasureDefinition, 'counting'>): boolean {
  return counting === 'distinct_by'
}

interface Asked {
  only: RawBuilder<string[]> | null
  place: Placing
}

function partsOf(tx: Tx, { definition, asOf }: Kept, { only, place }: Asked): RawBuilder<unknown> {
  const rowsOn = (day: string) => place(definition.rows(tx, { asOf: day, knownAt: null }, only), day)
  const thisYear = yearOf(asOf)
  const kinds = definition.breakdowns
    .filter((name) => name !== 'organisation' && name !== 'year')
    .map((name) => sql`, (${name}::text, coalesce(${sql.ref(`r.${name}`)}, ''))`)
  const counted = (rows: RawBuilder<unknown>, year: RawBuilder<unknown>) => sql`
    select r.place, part.breakdown, part.key, ${valueOf(definition)} as value, count(*) as rows from (${rows}) r
    cross join lateral (values ('', ''), ('year', ${year})${sql.join(kinds, sql``)}) part (breakdown, key)
    group by r.place, part.breakdown, part.key`
  if (definition.counts === 'flow') {
    const happened = sql`select p.* from (${rowsOn(asOf)}) p where p.occurred_on <= ${asOf}::date`
    return sql`${counted(happened, sql`to_char(r.occurred_on, 'YYYY')`)} union all ${byDay(definition, happened, thisYear - 1)}`
  }
  const earlier = keptDays(asOf)
    .filter(({ year }) => year < thisYear)
    .map(
      (
        day,
      ) => sql` union all select r.place, 'year', ${keyOf(day.year)}::text, ${valueOf(definition)}, count(*)
        from (${rowsOn(day.asOf)}) r group by r.place`,
    )
  return sql`${counted(rowsOn(asOf), sql`${keyOf(thisYear)}::text`)}${sql.join(earlier, sql``)}`
}

/**
 * By month and by day of one year, so that its first months and some days add up to what had happened by then: a thing that counts once, on its
 * first day.
 */
function byDay(
  definition: MeasureDefinition,
  happened: RawBuilder<unknown>,
  year: number,
): RawBuilder<unknown> {
  const ofYear = sql`select h.* from (${happened}) h where h.occurred_on between ${`${keyOf(year)}-01-01`}::date and ${`${keyOf(year)}-12-31`}::date`
  const rows = isCountedOnce(definition)
    ? sql`select distinct on (f.place, f.counted_as) f.* from (${ofYear}) f order by f.place, f.counted_as, f.occurred_on`
    : ofYear
  return sql`select r.place, part.breakdown, part.key, ${valueOf(definition)}, count(*) from (${rows}) r
    cross join lateral (values ('month', to_char(r.occurred_on, 'YYYY-MM')), ('day', to_char(r.occurred_on, 'YYYY-MM-DD'))) part (breakdown, key)
    group by r.place, part.breakdown, part.key`
}

function valueOf(definition: MeasureDefinition): RawBuilder<number> {
  return isCountedOnce(definition)
    ? sql`count(distinct r.counted_as)::bigint`
    : sql`coalesce(sum(r.value), 0)::bigint`
}

function keyOf(year: number): string {
  return String(year).padStart(4, '0')
}
