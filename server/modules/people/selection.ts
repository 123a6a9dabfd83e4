import { sql } from 'kysely'
import type { Selection } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound, refuse } from '#server/platform/errors.ts'
import { memberHits } from './member-condition.ts'
import { memberScope } from './member-scope.ts'
import { lockPersons, membershipsOf, type MembershipRow } from './memberships.ts'
import { personRecords } from './person-scope.ts'
import { reachable } from './queries/register-facts.ts'
import { holdsOn, overlap } from './rules/timeline.ts'

/** The most persons one change of many may take. */
const mostSelected = 5000

/** A selected person with the memberships a change from a day on would touch. */
export interface SelectedPerson {
  personId: string
  name: string
  /** Rows that hold on the day or begin later, of the person and of merged records. */
  rows: MembershipRow[]
  /** The one that holds on the day; undefined when nothing does. */
  current: MembershipRow | undefined
}

/**
 * The persons of a selection, locked, each with the memberships from a day on. Somebody whose union is out of the actor's reach makes
 * the whole request "not found"; a filter never gives such a person.
 */
export async function selectPersons(
  tx: Tx,
  actor: Actor,
  { selection, on }: { selection: Selection; on: string },
): Promise<SelectedPerson[]> {
  const ids = await idsOf(tx, actor, selection)
  if (ids.length === 0) refuse('people.nobody_selected')
  const records = await recordsOf(tx, ids)
  if (records.length === 0) notFound()
  const rootOf = new Map(records.map((record) => [record.recordId, record]))
  await lockPersons(tx, [...rootOf.keys()])
  const all = await membershipsOf(tx, [...rootOf.keys()])
  const rows = all.filter((row) => overlap(row, { startsOn: on, endsBefore: null }))
  const grouped = Map.groupBy(rows, (row) => rootOf.get(row.personId)!.personId)
  const selected = [...new Map(records.map((record) => [record.personId, record.name]))].map(
    ([personId, name]) => {
      const own = grouped.get(personId) ?? []
      return { personId, name, rows: own, current: own.find((row) => holdsOn(row, on)) }
    },
  )
  await mustReachAll(tx, actor, selected)
  return selected
}

async function idsOf(tx: Tx, actor: Actor, selection: Selection): Promise<string[]> {
  if (selection.personIds !== undefined) return selection.personIds
  const filter = selection.filter ?? {}
  const scope = memberScope(
    tx,
    { actor, permission: 'people.write' },
    { organisationId: filter.organisationId, includeSubtree: filter.includeSubtree ?? true },
  )
  const { rows } = await sql<{ id: string }>`
    with root as materialized (${scope.root}), ${memberHits(tx, scope, filter)}
    select person_id as id from hits limit ${mostSelected + 1}`.execute(tx)
  if (rows.length > mostSelected) refuse('people.too_many_selected', { limit: mostSelected })
  return rows.map((row) => row.id)
}

async function recordsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ personId: string; recordId: string; name: string }[]> {
  const { rows } = await sql<{ personId: string; recordId: string; name: string; given: number }>`
    with root as (
      select distinct coalesce(alias.person_id, p.id) as id from persons p
      left join person_aliases alias on alias.tenant_id = p.tenant_id and alias.alias_id = p.id and alias.undone_at is null
      where p.tenant_id = ${tx.tenantId} and p.id = any(${ids}::uuid[]))
    select root.id as "personId", record.id as "recordId", p.name from root
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = root.id
    cross join lateral (
      select root.id union all
      select a.alias_id from person_aliases a where a.tenant_id = ${tx.tenantId} and a.person_id = root.id and a.undone_at is null) record`.execute(
    tx,
  )
  return rows
}

async function mustReachAll(tx: Tx, actor: Actor, selected: readonly SelectedPerson[]): Promise<void> {
  const reach = { actor, permission: 'people.write' } as const
  const unionIds = [...new Set(selected.flatMap(({ rows }) => rows.map((row) => row.value.unionId)))]
  const mine = await reachable(tx, reach, unionIds)
  const withoutRows = selected.filter(({ rows }) => rows.length === 0)
  // Former members: whoever answers for them by the last union may name them, and is told that there is nothing to change.
  const formerUnions = await Array.fromAsync(withoutRows, ({ personId }) => personRecords(tx, personId))
  const former = formerUnions.map((records) => records?.organisationId ?? '')
  const mineToo = await reachable(
    tx,
    reach,
    [...new Set(former)].filter((id) => id !== ''),
  )
  if (unionIds.some((id) => !mine.has(id)) || former.some((id) => !mineToo.has(id))) notFound()
}
