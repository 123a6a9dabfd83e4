import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { CommissionerGap, TwoNewOrganisation } from '#contract/commissioners.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import { holdsAt, knownAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Moment } from '#server/platform/measure.ts'
import { isCommissionerAt, twoNewAt } from '../eligibility/two-new.ts'
import { gapDefinitions } from './gap-kinds.ts'

/** What a worklist is asked for: the day, until when the end of a term or post counts as near, and since when a stipend waits too long. */
export interface Asked {
  moment: Moment
  endingUntil: string
  /** The last day on which a stipend that is not paid was worked out long ago. */
  claimedBy: string
}

/** A row of the worklist as the database gives it. */
export interface WorklistRow extends Omit<TwoNewOrganisation, 'street' | 'gaps'> {
  streetId: string | null
  streetName: string | null
  unionId: string | null
  gaps: CommissionerGap[]
}

/** The day asked for, as known now, with the days the rules draw from it. */
export async function askedFor(tx: Tx, day: string): Promise<Asked> {
  const days = await ruleFor<number>(tx, 'commissioners.ending_days', day)
  const unpaid = await ruleFor<number>(tx, 'commissioners.stipend_unpaid_days', day)
  return {
    moment: { asOf: day, knownAt: null },
    endingUntil: addDays(day, days.value),
    claimedBy: addDays(day, -unpaid.value),
  }
}

/**
 * Two-new organisations within scope with what the worklists look at: columns of `twoNewAt`, street_id, union_id, has_chair, term_ends_before,
 * post_ends_before, and `gaps` as an array in the order of the screen.
 */
export function worklist(tx: Tx, actor: Actor, asked: Asked): RawBuilder<unknown> {
  const { moment } = asked
  const gaps = gapDefinitions.map(
    ({ gap, condition }) => sql`case when ${condition(tx, asked)} then ${sql.lit(gap)} end`,
  )
  return sql`
    select row.*, array_remove(array[${sql.join(gaps)}], null) as gaps from (
      select n.*, street.ancestor_id as street_id, cover.union_id, chair.organisation_id is not null as has_chair,
        term.ends_before as term_ends_before, post.ends_before as post_ends_before
      from (${twoNewAt(tx, moment)}) n
      left join (
        select distinct on (t.descendant_id) t.descendant_id, t.ancestor_id from organisation_tree t
        join organisations s on s.tenant_id = t.tenant_id and s.id = t.ancestor_id and s.kind = 'street_federation'
        where t.tenant_id = ${tx.tenantId} and t.starts_on <= ${moment.asOf}::date and (t.ends_before is null or ${moment.asOf}::date < t.ends_before)
        order by t.descendant_id, t.depth) street on street.descendant_id = n.id
      left join (
        select distinct on (v.employer_id) v.employer_id, v.union_id from coverages v
        where v.tenant_id = ${tx.tenantId} and ${holdsAt('v', moment)} order by v.employer_id, v.starts_on, v.id) cover on cover.employer_id = n.id
      left join (
        select distinct c.organisation_id from appointments c
        where c.tenant_id = ${tx.tenantId} and c.post = 'union_chair' and c.substitutes_id is null and ${holdsAt('c', moment)}) chair
        on chair.organisation_id = cover.union_id
      left join (
        select distinct on (t.organisation_id) t.organisation_id, t.ends_before from union_terms t
        where t.tenant_id = ${tx.tenantId} and t.starts_on <= ${moment.asOf}::date and ${knownAt('t', moment)}
        order by t.organisation_id, t.starts_on desc) term on term.organisation_id = cover.union_id
      left join (
        select c.organisation_id, nullif(max(coalesce(c.ends_before, 'infinity'::date)), 'infinity'::date) as ends_before from appointments c
        where c.tenant_id = ${tx.tenantId} and ${isCommissionerAt('c', moment)} group by c.organisation_id) post on post.organisation_id = n.id
      where ${inScope(tx, { actor, permission: 'commissioners.read' }, sql.ref('n.id'))}) row`
}

/** The columns of the answer for rows of `shown`, a page of the worklist. */
export function shownColumns(tx: Tx): RawBuilder<WorklistRow> {
  const nameOf = (column: string) =>
    sql`case when ${sql.ref(column)} is not null then (select at.name from (${lastName(tx, sql.ref(column))}) at) end`
  return sql<WorklistRow>`shown.id, shown.name, shown.type, shown.street_id as "streetId", ${streetName(tx, sql.ref('shown.street_id'))} as "streetName", shown.workers,
    ${nameOf('shown.party_id')} as "partyBody", shown.union_id as "unionId", ${nameOf('shown.union_id')} as union, shown.has_chair as "hasChair",
    shown.term_ends_before as "termEndsBefore", shown.commissioners, shown.due, shown.gaps`
}

/** What people call a street: by its own name, or by that of its federation where none is recorded. */
export function streetName(tx: Tx, id: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select coalesce(s.street, s.name) from organisation_profiles s
    where s.tenant_id = ${tx.tenantId} and s.organisation_id = ${id} and s.superseded_at is null order by s.starts_on desc limit 1)`
}

/** A row as the contract has it. */
export function asTwoNew(row: WorklistRow): TwoNewOrganisation {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    street: row.streetId === null ? null : { id: row.streetId, name: row.streetName ?? '' },
    workers: row.workers,
    partyBody: row.partyBody,
    union: row.union,
    hasChair: row.hasChair,
    termEndsBefore: row.termEndsBefore,
    commissioners: row.commissioners,
    due: row.due,
    gaps: row.gaps,
  }
}

/** True for rows of `row` that the filters let through. */
export function filtersOf(input: {
  gap?: CommissionerGap
  streetId?: string
  due?: boolean
  q?: string
}): RawBuilder<SqlBool> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  const q = input.q?.trim()
  if (q) parts.push(sql`row.name ilike ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (input.gap !== undefined) parts.push(sql`${input.gap} = any(row.gaps)`)
  if (input.streetId !== undefined) parts.push(sql`row.street_id = ${input.streetId}`)
  if (input.due !== undefined) parts.push(sql`row.due = ${input.due}`)
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}
