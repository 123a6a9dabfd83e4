import { sql, type RawBuilder } from 'kysely'
import type { EntryFilter } from '#contract/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { actionsOf, actionsSaying } from '../rules.ts'

/** A filter with its words turned into ids and acts. A list that is null narrows nothing down; an empty one leaves nothing. */
export interface ResolvedFilter {
  actions: string[] | null
  accountIds: string[] | null
  appointmentIds: string[] | null
  organisationIds: string[] | null
  subjectId: string | null
  from: string | null
  before: string | null
}

/** Looks up who and what the filter’s words mean. */
export async function resolveFilter(tx: Tx, filter: EntryFilter): Promise<ResolvedFilter> {
  const { action, q, actor, post } = filter
  const said = q === undefined ? null : actionsSaying(q)
  const chosen = action === undefined ? null : actionsOf(action)
  const holders = post === undefined ? null : await holdersOf(tx, post)
  const named = actor === undefined ? null : await accountsNamed(tx, actor)
  return {
    actions: both(said, chosen),
    accountIds: both(
      named,
      holders === null ? null : [...new Set(holders.map(({ accountId }) => accountId))],
    ),
    appointmentIds: holders === null ? null : [...new Set(holders.map(({ appointmentId }) => appointmentId))],
    organisationIds: await organisationsOf(tx, filter),
    subjectId: filter.subjectId ?? null,
    from: filter.from ?? null,
    before: filter.to === undefined ? null : addDays(filter.to, 1),
  }
}

function both(one: string[] | null, other: string[] | null): string[] | null {
  if (one === null || other === null) return one ?? other
  return one.filter((each) => other.includes(each))
}

async function accountsNamed(tx: Tx, name: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from accounts a join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tx.tenantId} and position(${name.trim()} in p.name) > 0`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Whoever ever held a post, with the account they act by. */
async function holdersOf(tx: Tx, post: string): Promise<{ appointmentId: string; accountId: string }[]> {
  const { rows } = await sql<{ appointmentId: string; accountId: string }>`
    select distinct p.appointment_id as "appointmentId", a.id as "accountId" from appointments p
    join accounts a on a.tenant_id = p.tenant_id and a.person_id = p.person_id
    where p.tenant_id = ${tx.tenantId} and p.post = ${post}`.execute(tx)
  return rows
}

/** The organisation, or those of that name, at any time; with all that were ever below them where asked. */
async function organisationsOf(tx: Tx, filter: EntryFilter): Promise<string[] | null> {
  if (filter.organisationId === undefined && filter.organisation === undefined) return null
  const name = filter.organisation?.trim() ?? null
  const { rows } = await sql<{ id: string }>`
    with found as (
      select distinct organisation_id as id from organisation_profiles
      where tenant_id = ${tx.tenantId} and (${filter.organisationId ?? null}::uuid is null or organisation_id = ${filter.organisationId ?? null}::uuid)
        and (${name}::text is null or position(${name} in name) > 0))
    select id from found
    union
    select t.descendant_id from organisation_tree t join found on found.id = t.ancestor_id
    where t.tenant_id = ${tx.tenantId} and ${filter.includeSubtree ?? false}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The page behind a position: the last row's moment and id, or nothing for the first. */
export interface After {
  exact: string
  id: string
}

/** Up to this many values are looked up one by one in their index; more are a condition on the walk through time. */
const mostProbes = 300

/**
 * The keys of the newest entries of a filter, newest first, as a statement. The narrowest list leads: each of its values is walked in its own index and
 * gives its newest entries, so that among millions of entries only those of a page or two are touched. Without a list time itself is walked.
 */
export function newestKeys(
  tx: Tx,
  filter: ResolvedFilter,
  page: { after: After | null; limit: number },
): RawBuilder<unknown> {
  const lead = leadOf(filter)
  const conditions = [
    sql`e.tenant_id = ${tx.tenantId}`,
    ...conditionsOf(filter, lead?.list),
    ...(page.after === null
      ? []
      : [sql`(e.recorded_at, e.id) < (${page.after.exact}::timestamptz, ${page.after.id}::uuid)`]),
  ]
  const newest = (more: RawBuilder<unknown>[]) => sql`
    select e.chain, e.seq, e.recorded_at, e.id from audit_entries e where ${sql.join([...conditions, ...more], sql` and `)}
    order by e.recorded_at desc, e.id desc limit ${page.limit}`
  if (lead === null) return newest([])
  return sql`
    select k.* from unnest(${lead.values}::${sql.raw(lead.type)}[]) as lead (value)
    cross join lateral (${newest([sql`${sql.ref(`e.${lead.column}`)} = lead.value`])}) k
    order by k.recorded_at desc, k.id desc limit ${page.limit}`
}

interface Lead {
  list: keyof ResolvedFilter
  column: string
  type: 'uuid' | 'text'
  values: string[]
}

function leadOf(filter: ResolvedFilter): Lead | null {
  const { subjectId, accountIds, organisationIds, actions } = filter
  const leads: Lead[] = [
    { list: 'subjectId', column: 'subject_id', type: 'uuid', values: subjectId === null ? [] : [subjectId] },
    { list: 'accountIds', column: 'account_id', type: 'uuid', values: accountIds ?? [] },
    { list: 'organisationIds', column: 'organisation_id', type: 'uuid', values: organisationIds ?? [] },
    { list: 'actions', column: 'action', type: 'text', values: actions ?? [] },
  ]
  return leads.find(({ list, values }) => filter[list] !== null && values.length <= mostProbes) ?? null
}

function conditionsOf(filter: ResolvedFilter, led: keyof ResolvedFilter | undefined): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  const list = (name: keyof ResolvedFilter, condition: RawBuilder<unknown>) => {
    if (name !== led && filter[name] !== null) conditions.push(condition)
  }
  list('subjectId', sql`e.subject_id = ${filter.subjectId}::uuid`)
  list('accountIds', sql`e.account_id = any(${filter.accountIds}::uuid[])`)
  list('appointmentIds', sql`e.appointment_id = any(${filter.appointmentIds}::uuid[])`)
  list('organisationIds', sql`e.organisation_id = any(${filter.organisationIds}::uuid[])`)
  list('actions', sql`e.action = any(${filter.actions}::text[])`)
  list('from', sql`e.recorded_at >= ${filter.from}::date::timestamp at time zone 'Asia/Shanghai'`)
  list('before', sql`e.recorded_at < ${filter.before}::date::timestamp at time zone 'Asia/Shanghai'`)
  return conditions
}
