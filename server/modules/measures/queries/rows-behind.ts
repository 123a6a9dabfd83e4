import { sql, type RawBuilder } from 'kysely'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'
import { seriesOf } from '../rules.ts'

/** A figure, whose, of which day as known when, and for what flows from and to which day. */
export interface Question {
  definition: MeasureDefinition
  organisationId: string
  moment: Moment
  from: string | null
  to: string | null
}

/** A part of a figure: an organisation, a year, a kind. */
export interface Group {
  key: string
  label: string
  value: number
}

/** A part of a figure by two breakdowns: of one directly led organisation, one kind. */
export interface Crossed {
  organisationId: string
  key: string
  value: number
}

/** Every row that counts for the organisation, in the days asked for. */
export function rowsBehind(tx: Tx, question: Question): RawBuilder<unknown> {
  const { organisationId, moment } = question
  return sql`select r.* from (${rowsOfDays(tx, question)}) r where r.organisation_id in (${treeBelow(tx, organisationId, moment)})`
}

/** What the rows come to. */
export async function totalOf(tx: Tx, question: Question): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select ${countOf(question)} as total from (${rowsBehind(tx, question)}) r`.execute(tx)
  return rows[0]!.total
}

/** What the rows come to by one of the breakdowns the measure declares. */
export async function groupsOf(tx: Tx, question: Question, by: string): Promise<Group[]> {
  if (by === 'organisation') return byOrganisation(tx, question)
  if (by === 'year' && question.definition.counts === 'stock') return atYearEnds(tx, question)
  const key = keyOf(by)
  const { rows } = await sql<Group>`
    select coalesce(${key}, '') as key, coalesce(${key}, '') as label, ${countOf(question)} as value
    from (${rowsBehind(tx, question)}) r group by ${key} order by ${key}`.execute(tx)
  return rows
}

/** Of what there is on a day: how much there was at the end of each year asked for, and in the last one up to the day. */
async function atYearEnds(tx: Tx, question: Question): Promise<Group[]> {
  const years = seriesOf(question.moment.asOf, question).map(
    ({ year, asOf }) => sql`
      select ${year}::text as key, ${year}::text as label, ${countOf(question)} as value
      from (${rowsBehind(tx, { ...question, moment: { ...question.moment, asOf } })}) r`,
  )
  if (years.length === 0) return []
  const { rows } = await sql<Group>`${sql.join(years, sql` union all `)} order by key`.execute(tx)
  return rows
}

/** Of what happened: by directly led organisation (and the organisation itself) and a breakdown at once. */
export async function crossOf(tx: Tx, question: Question, by: string): Promise<Crossed[]> {
  const { organisationId, moment } = question
  const { rows } = await sql<Crossed>`
    with children as (
      select a.child_id as id from affiliations a
      where a.tenant_id = ${tx.tenantId} and a.parent_id = ${organisationId} and a.kind = 'leads' and ${holdsAt('a', moment)}),
    below as (${descendantsOfChildren(tx, moment)} union all select ${organisationId}::uuid, ${organisationId}::uuid)
    select b.child_id as "organisationId", coalesce(${keyOf(by)}, '') as key, ${countOf(question)} as value
    from (${rowsOfDays(tx, question)}) r join below b on b.id = r.organisation_id group by b.child_id, ${keyOf(by)}`.execute(
    tx,
  )
  return rows
}

function keyOf(by: string): RawBuilder<string> {
  return by === 'year' ? sql`to_char(r.occurred_on, 'YYYY')` : sql.ref(`r.${by}`)
}

function countOf({ definition }: Question): RawBuilder<number> {
  if (definition.counting === 'distinct_by') return sql`count(distinct r.counted_as)::bigint`
  return sql`coalesce(sum(r.value), 0)::bigint`
}

function rowsOfDays(tx: Tx, { definition, moment, from, to }: Question): RawBuilder<unknown> {
  const rows = definition.rows(tx, moment)
  if (definition.counts === 'stock') return rows
  return sql`select d.* from (${rows}) d where d.occurred_on <= ${moment.asOf}::date
    and (${from}::date is null or d.occurred_on >= ${from}::date) and (${to}::date is null or d.occurred_on <= ${to}::date)`
}

/** The organisation and everything it led on the day: by the closure, or, as known at a moment, from the rows known then. */
function treeBelow(tx: Tx, organisationId: string, moment: Moment): RawBuilder<unknown> {
  if (moment.knownAt === null) {
    return sql`select descendant_id from organisation_tree where tenant_id = ${tx.tenantId} and ancestor_id = ${organisationId}
      and starts_on <= ${moment.asOf}::date and (ends_before is null or ${moment.asOf}::date < ends_before)`
  }
  return sql`with recursive below as (
      select ${organisationId}::uuid as id
      union select a.child_id from affiliations a join below on below.id = a.parent_id
      where a.tenant_id = ${tx.tenantId} and a.kind = 'leads' and ${holdsAt('a', moment)})
    select id from below`
}

/** By directly led organisation; of what happened, also what the organisation did itself. */
async function byOrganisation(tx: Tx, question: Question): Promise<Group[]> {
  const { organisationId, moment } = question
  const isFlow = question.definition.counts === 'flow'
  const { rows } = await sql<Group>`
    with children as (
      select a.child_id as id, p.name from affiliations a
      join organisation_profiles p on p.tenant_id = a.tenant_id and p.organisation_id = a.child_id and ${holdsAt('p', moment)}
      where a.tenant_id = ${tx.tenantId} and a.parent_id = ${organisationId} and a.kind = 'leads' and ${holdsAt('a', moment)}),
    itself as (
      select p.organisation_id as id, p.name from organisation_profiles p
      where p.tenant_id = ${tx.tenantId} and p.organisation_id = ${organisationId} and ${isFlow}::boolean and ${holdsAt('p', moment)}),
    below as (${descendantsOfChildren(tx, moment)}),
    behind as materialized (select d.* from (${rowsOfDays(tx, question)}) d),
    counted as (
      select c.id, c.name, ${countOf(question)} as value
      from children c left join below b on b.child_id = c.id left join behind r on r.organisation_id = b.id group by c.id, c.name
      union all
      select i.id, i.name, ${countOf(question)} from itself i join behind r on r.organisation_id = i.id group by i.id, i.name)
    select id as key, name as label, value from counted order by value desc, name`.execute(tx)
  return rows
}

function descendantsOfChildren(tx: Tx, moment: Moment): RawBuilder<unknown> {
  if (moment.knownAt === null) {
    return sql`select t.ancestor_id as child_id, t.descendant_id as id from organisation_tree t join children on children.id = t.ancestor_id
      where t.tenant_id = ${tx.tenantId} and t.starts_on <= ${moment.asOf}::date and (t.ends_before is null or ${moment.asOf}::date < t.ends_before)`
  }
  return sql`with recursive down as (
      select id as child_id, id from children
      union select down.child_id, a.child_id from affiliations a join down on down.id = a.parent_id
      where a.tenant_id = ${tx.tenantId} and a.kind = 'leads' and ${holdsAt('a', moment)})
    select child_id, id from down`
}
