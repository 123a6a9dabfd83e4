import { sql, type RawBuilder } from 'kysely'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { sameDayLastYear } from '../rules.ts'
import { treeSource } from './fold.ts'
import { madeOtherwise } from './making.ts'
import { isCountedOnce, ownParts, treeOfDays, treeYear, yearOf } from './parts.ts'

/** A part of a figure of one organisation: with all it leads, or its own alone. */
export interface KeptPart {
  measure: string
  organisationId: string
  reach: 'led' | 'own'
  /** '' is the whole; 'so_far' what happened last year up to this day of it. */
  breakdown: string
  key: string
  value: number
}

/** Figures of an organisation and of those it leads directly, as they are at this moment. */
export interface KeptFigures {
  parts: KeptPart[]
  /** Those it leads directly, and itself, by name. */
  places: { id: string; name: string }[]
}

/** Whose figures, on which day. */
interface Asked {
  organisationId: string
  asOf: string
  /** Of the measures asked for. */
  definitions: readonly MeasureDefinition[]
  breakdowns: readonly string[]
}

/** More organisations than these are not counted in passing: the rows are asked, until the job has carried the marks. */
const mostMarked = 300

/**
 * The kept figures that equal a recount at this moment, by measure; a measure whose rows must be asked instead is not in it: on another day
 * than today, while its sums were made by another rule or select, while too much waits to be carried, or while a source of what counts once has
 * changed. Costs one statement, and one more for each measure of which something waits.
 */
export async function readKept(
  tx: Tx,
  definitions: readonly MeasureDefinition[],
  { organisationId, asOf }: Pick<Asked, 'organisationId' | 'asOf'>,
): Promise<Map<string, KeptFigures>> {
  const found = new Map<string, KeptFigures>()
  const breakdowns = [...new Set(['', ...definitions.flatMap((definition) => definition.breakdowns)])]
  const asked = { organisationId, asOf, definitions, breakdowns }
  const names = definitions.map(({ name }) => name)
  const kept = await answerOf(
    tx,
    asked,
    sql`
    sums as not materialized (select s.* from figure_sums s where s.tenant_id = ${tx.tenantId} and s.measure = any(${names}::text[])),
    cells as not materialized (select c.* from figure_cells c where c.tenant_id = ${tx.tenantId} and c.measure = any(${names}::text[]))`,
  )
  if (!kept.stands) return found
  for (const definition of definitions) {
    if (kept.stale.includes(definition.name)) continue
    const waiting = waitingFor(definition, kept.waiting)
    if (waiting === 0) {
      found.set(definition.name, {
        ...kept,
        parts: kept.parts.filter((part) => part.measure === definition.name),
      })
    } else if (waiting <= mostMarked && !isCountedOnce(definition)) {
      const corrected = await answerOf(tx, asked, correctedBy(tx, definition, asked))
      if (corrected.stands) found.set(definition.name, corrected)
    }
  }
  return found
}

function waitingFor({ sources }: MeasureDefinition, waiting: Record<string, number>): number {
  return [treeSource, ...sources].reduce((sum, source) => sum + (waiting[source] ?? 0), 0)
}

interface Answer extends KeptFigures {
  stands: boolean
  /** The measures whose sums were made by something else than today. */
  stale: string[]
  /** How many organisations are marked, by source. */
  waiting: Record<string, number>
}

/**
 * The statement of a home page: one snapshot says whether the sums stand, what waits, and what they are. `from` names where parts are read, as
 * `sums` (with all that is led) and `cells` (alone).
 */
async function answerOf(
  tx: Tx,
  { organisationId, asOf, definitions, breakdowns }: Asked,
  from: RawBuilder<unknown>,
): Promise<Answer> {
  const day = sameDayLastYear(asOf)
  const month = day.slice(0, 7)
  const { rows } = await sql<Answer>`
    with place as materialized (${placesOf(tx, { organisationId, asOf })}),
    ${from},
    part as (
      select s.measure, s.organisation_id, 'led' as reach, s.breakdown, s.key, s.value from sums s
      where s.organisation_id = ${organisationId} and s.breakdown = any(${breakdowns}::text[])
      union all
      select s.measure, s.organisation_id, 'led', 'so_far', '', sum(s.value) from (
        select f.* from sums f where f.organisation_id = ${organisationId} and f.breakdown = 'month' and f.key < ${month}
        union all
        select f.* from sums f where f.organisation_id = ${organisationId} and f.breakdown = 'day' and f.key between ${`${month}-01`} and ${day}) s
      group by 1, 2
      union all
      select s.measure, s.organisation_id, 'led', '', '', s.value from place p join sums s on s.organisation_id = p.id and s.breakdown = ''
      where p.id <> ${organisationId}
      union all
      select c.measure, c.organisation_id, 'own', '', '', c.value from cells c
      where c.organisation_id = ${organisationId} and c.breakdown = '')
    select exists (select from figure_states s where s.tenant_id = ${tx.tenantId} and s.year = ${yearOf(asOf)} and ${asOf}::date = app_today()) as stands,
      array(${madeOtherwise(tx, definitions)}) as stale,
      coalesce((select json_object_agg(w.source, w.organisations) from (
        select m.source, count(distinct m.organisation_id) as organisations from figure_marks m
        where m.tenant_id = ${tx.tenantId} and m.due_on <= app_today() group by m.source) w), '{}') as waiting,
      coalesce((select json_agg(json_build_object('measure', p.measure, 'organisationId', p.organisation_id, 'reach', p.reach, 'breakdown', p.breakdown,
        'key', p.key, 'value', p.value) order by p.key) from part p), '[]') as parts,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name) from place p), '[]') as places`.execute(
    tx,
  )
  return rows[0]!
}

function placesOf(
  tx: Tx,
  { organisationId, asOf }: Pick<Asked, 'organisationId' | 'asOf'>,
): RawBuilder<unknown> {
  const moment = { asOf, knownAt: null }
  return sql`
    select a.child_id as id, p.name from affiliations a
    join organisation_profiles p on p.tenant_id = a.tenant_id and p.organisation_id = a.child_id and ${holdsAt('p', moment)}
    where a.tenant_id = ${tx.tenantId} and a.parent_id = ${organisationId} and a.kind = 'leads' and ${holdsAt('a', moment)}
    union all
    select p.organisation_id, p.name from organisation_profiles p
    where p.tenant_id = ${tx.tenantId} and p.organisation_id = ${organisationId} and ${holdsAt('p', moment)}`
}

/**
 * The sums, less what the marked organisations were counted with, more what they come to now; by the tree as it was kept and as it is. The
 * marks are read in the same statement, so none that this snapshot has is missed.
 */
function correctedBy(tx: Tx, definition: MeasureDefinition, { asOf }: Asked): RawBuilder<unknown> {
  const kept = { definition, asOf }
  const ofMeasure = sql`tenant_id = ${tx.tenantId} and measure = ${definition.name}`
  const marked = sql<string[]>`array(select id from marked)`
  return sql`
    marked as materialized (
      select distinct m.organisation_id as id from figure_marks m where m.tenant_id = ${tx.tenantId} and m.due_on <= app_today()
        and m.source = any(${[treeSource, ...definition.sources]}::text[])),
    fresh as materialized (${ownParts(tx, kept, marked)}),
    counted as materialized (
      select c.organisation_id as place, c.breakdown, c.key, c.value, c.rows from figure_cells c where c.${ofMeasure} and c.organisation_id = any(${marked})),
    leads as materialized (${treeOfDays(tx, asOf, sql`t.descendant_id = any(${marked})`)}),
    sums as materialized (
      select ${definition.name}::text as measure, t.organisation_id, t.breakdown, t.key, sum(t.value)::bigint as value from (
        select s.organisation_id, s.breakdown, s.key, s.value, s.rows from figure_sums s where s.${ofMeasure} and s.organisation_id in (select id from place)
        union all
        select t.ancestor_id, c.breakdown, c.key, -c.value, -c.rows from counted c
        join figure_tree t on t.tenant_id = ${tx.tenantId} and t.descendant_id = c.place and t.year = ${treeYear(kept, 'c')}
        where t.ancestor_id in (select id from place)
        union all
        select t.ancestor_id, f.breakdown, f.key, f.value, f.rows from fresh f join leads t on t.descendant_id = f.place and t.year = ${treeYear(kept, 'f')}
        where t.ancestor_id in (select id from place)) t
      group by t.organisation_id, t.breakdown, t.key having sum(t.rows) > 0),
    cells as materialized (
      select ${definition.name}::text as measure, c.organisation_id, c.breakdown, c.value from figure_cells c
      where c.${ofMeasure} and c.organisation_id <> all(${marked})
      union all
      select ${definition.name}::text, f.place, f.breakdown, f.value from fresh f)`
}
