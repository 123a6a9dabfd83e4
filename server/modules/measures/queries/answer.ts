import { sql, type RawBuilder } from 'kysely'
import type { Measure, MeasureAnswer, MeasureRow, operations } from '#contract/measures.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound, refuse } from '#server/platform/errors.ts'
import type { MeasureDefinition, Moment } from '#server/platform/measure.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { isMonthEnd } from '../rules.ts'

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

/** Total, and by directly led organisation where asked, of the organisation and everything it led on the day. */
async function answer(
  tx: Tx,
  actor: Actor,
  input: Ask & { definition: MeasureDefinition },
): Promise<MeasureAnswer> {
  if (input.by !== undefined && !input.definition.breakdowns.includes(input.by))
    invalid([{ path: 'by', code: 'field.format' }])
  const { organisationId, moment } = await questionOf(tx, actor, input)
  await mustBeFree(tx, actor, { ...input, organisationId, moment })
  const rows = input.definition.rows(tx, moment)
  const { rows: totals } = await sql<{ total: number }>`
    select coalesce(sum(r.value), 0)::bigint as total from (${rows}) r
    where r.organisation_id in (${treeBelow(tx, organisationId, moment)})`.execute(tx)
  const groups =
    input.by === 'organisation' ? await groupsOf(tx, { rows, organisationId, moment }) : undefined
  return {
    measure: input.definition.name,
    organisationId,
    asOf: moment.asOf,
    knownAt: moment.knownAt,
    total: totals[0]!.total,
    ...(groups === undefined ? {} : { groups }),
  }
}

/** The rows behind the same question, page by page; as many as the figure counts. */
async function open(tx: Tx, actor: Actor, input: Open & { definition: MeasureDefinition }) {
  const { organisationId, moment } = await questionOf(tx, actor, { ...input, permission: 'figures.open' })
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, [''])
  const { rows } = await sql<MeasureRow & { total: number }>`
    with behind as (
      select r.* from (${input.definition.rows(tx, moment)}) r where r.organisation_id in (${treeBelow(tx, organisationId, moment)}))
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

interface Question {
  organisationId?: string
  asOf?: string
  knownAt?: string
  permission?: 'figures.read' | 'figures.open'
}

/** Whose figure, of which day: one's own organisation and today unless said otherwise; never outside one's scope. */
async function questionOf(
  tx: Tx,
  actor: Actor,
  input: Question,
): Promise<{ organisationId: string; moment: Moment }> {
  const organisationId = input.organisationId ?? actor.appointment?.organisationId ?? notFound()
  await mustReach(tx, { actor, permission: input.permission ?? 'figures.read' }, organisationId)
  return { organisationId, moment: { asOf: input.asOf ?? actor.today, knownAt: input.knownAt ?? null } }
}

// Whoever sees counts only could subtract two free questions and find a person: month-ends and whole figures for them. To open the
// figures of one street is no leave to ask freely for those of the district.
async function mustBeFree(
  tx: Tx,
  actor: Actor,
  ask: Ask & { organisationId: string; moment: Moment },
): Promise<void> {
  if (await canReach(tx, { actor, permission: 'figures.open' }, ask.organisationId)) return
  if (ask.by !== undefined) refuse('measures.totals_only')
  if (ask.moment.knownAt !== null || (ask.asOf !== undefined && !isMonthEnd(ask.asOf)))
    refuse('measures.month_ends_only')
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

async function groupsOf(tx: Tx, ask: { rows: RawBuilder<unknown>; organisationId: string; moment: Moment }) {
  const { rows } = await sql<{ key: string; label: string; value: number }>`
    with children as (
      select a.child_id as id, p.name from affiliations a
      join organisation_profiles p on p.tenant_id = a.tenant_id and p.organisation_id = a.child_id and ${holdsAt('p', ask.moment)}
      where a.tenant_id = ${tx.tenantId} and a.parent_id = ${ask.organisationId} and a.kind = 'leads' and ${holdsAt('a', ask.moment)}),
    below as (${descendantsOfChildren(tx, ask.moment)}),
    behind as materialized (select organisation_id, value from (${ask.rows}) r)
    select c.id as key, c.name as label, coalesce(sum(r.value), 0)::bigint as value
    from children c left join below b on b.child_id = c.id left join behind r on r.organisation_id = b.id
    group by c.id, c.name order by value desc, c.name`.execute(tx)
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
