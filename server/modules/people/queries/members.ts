import { sql, type RawBuilder } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MemberFilter, MemberRow } from '#contract/people-records.ts'
import { may, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { readLast, readOn, type Tx } from '#server/platform/db/transaction.ts'
import { openCursor, sealCursor } from '../member-cursor.ts'
import { memberHits, narrowing, onRows } from '../member-condition.ts'
import { memberScope, type MemberPlace, type MemberScope, type Reach } from '../member-scope.ts'
import { readQuery } from '../rules/query.ts'
import { noteSearch } from '../search-limit.ts'
import { memberColumns, memberJoins, memberRow, type MemberColumns } from './member-columns.ts'
import { countedMembers } from './member-count.ts'

type Input = InputOf<(typeof operations)['listMembers']>
type Output = OutputOf<(typeof operations)['listMembers']>

// Up to here gathering all rows and sorting them is cheaper than walking the sorted index past everybody else.
const fewMembers = 3000

/** Members within scope, by pinyin, with the exact total. An organisation out of reach answers like one that is not there. */
export async function listMembers(tx: Tx, actor: Actor, input: Input): Promise<Output> {
  const reach = { actor, permission: 'people.read' } as const
  const place = { organisationId: input.organisationId, includeSubtree: input.includeSubtree ?? true }
  const list: List = {
    scope: memberScope(tx, reach, place),
    filter: input,
    limit: input.limit ?? 20,
    ...orderOf(tx, input),
  }
  const found = await findPage(tx, reach, { list, place, input })
  // An ended organisation is still within reach although it stands in no tree of today; anything else out of scope is "not found".
  if (!found.reachable && input.organisationId !== undefined) {
    readOn(tx)
    await mustReach(tx, reach, input.organisationId)
  }
  return pageOf(tx, actor, { list, ...found })
}

interface List {
  scope: MemberScope
  filter: MemberFilter
  limit: number
  after: RawBuilder<unknown>
  descending: boolean
}

interface Asked {
  list: List
  place: MemberPlace
  input: Input
}

async function findPage(tx: Tx, reach: Reach, { list, place, input }: Asked): Promise<Found> {
  if (input.cursor === undefined) await noteSearch(tx, reach.actor, input.q)
  if (readQuery(input.q) !== null || input.employerId !== undefined) return gatherPage(tx, list)
  const counted = await countedMembers(tx, reach, { ...place, kind: input.kind })
  if (counted === null || counted <= fewMembers) return gatherPage(tx, list)
  return walkPage(tx, list, input.sex === undefined ? counted : null)
}

interface Found {
  rows: (MemberColumns & { sortKey: string })[]
  reachable: boolean
  total: number
}

function orderOf(tx: Tx, input: Input): Pick<List, 'after' | 'descending'> {
  const descending = input.sort === '-name'
  const last = openCursor(tx.keys, input.cursor)
  if (last === null) return { descending, after: sql`true` }
  const compared = descending ? sql`<` : sql`>`
  return {
    descending,
    after: sql`(m.sort_key, m.person_id) ${compared} (${last.sortKey}, ${last.personId}::uuid)`,
  }
}

/** All that match, counted and sorted: one statement. */
async function gatherPage(tx: Tx, list: List): Promise<Found> {
  const { scope, filter, after, limit } = list
  return readRows(
    tx,
    sql`
    with root as materialized (${scope.root}),
    ${memberHits(tx, scope, filter)},
    page as (select m.person_id, m.sort_key from hits m where ${after} order by ${directed(list, 'm', 'sort_key', 'person_id')} limit ${limit + 1})
    select (select count(*) from hits) as total, (select tokens is not null from root) as reachable, detail.*
    from (select 1) one left join (${detailsOf(tx)}) detail on true
    order by ${directed(list, 'detail', 'sortKey', 'personId')}`,
  )
}

/** The page alone, by walking the sorted index; the total is known from the roll-up, or counted beside it. */
async function walkPage(tx: Tx, list: List, total: number | null): Promise<Found> {
  const { scope, filter, after, limit } = list
  const narrowed = sql`m.tenant_id = ${tx.tenantId} and ${narrowing(filter)}`
  const counted =
    total === null
      ? sql`(select count(*) from member_index m where ${narrowed} and ${scope.condition})`
      : sql`${total}::bigint`
  return readRows(
    tx,
    sql`
    with root as materialized (${scope.root}),
    page as (
      select m.person_id, m.sort_key from member_index m where ${narrowed} and ${onRows(scope.condition)} and ${after}
      order by ${directed(list, 'm', 'sort_key', 'person_id')} limit ${limit + 1})
    select ${counted} as total, (select tokens is not null from root) as reachable, detail.*
    from (select 1) one left join (${detailsOf(tx)}) detail on true
    order by ${directed(list, 'detail', 'sortKey', 'personId')}`,
  )
}

function detailsOf(tx: Tx): RawBuilder<unknown> {
  return sql`select ${memberColumns}, m.sort_key as "sortKey" from page
    join member_index m on m.tenant_id = ${tx.tenantId} and m.person_id = page.person_id ${memberJoins(tx)}`
}

function directed(list: List, alias: string, ...columns: string[]): RawBuilder<unknown> {
  const direction = list.descending ? sql`desc` : sql`asc`
  return sql.join(columns.map((column) => sql`${sql.ref(`${alias}.${column}`)} ${direction}`))
}

type Answer = MemberColumns & { sortKey: string; total: number; reachable: boolean; personId: string | null }

async function readRows(tx: Tx, statement: RawBuilder<unknown>): Promise<Found> {
  const rows = await readLast(tx, statement as RawBuilder<Answer>)
  const first = rows[0]!
  return {
    total: first.total,
    reachable: first.reachable,
    rows: first.personId === null ? [] : rows,
  }
}

function pageOf(tx: Tx, actor: Actor, found: Found & { list: List }): Output {
  const { limit } = found.list
  const items: MemberRow[] = found.rows.slice(0, limit).map((row) => memberRow(tx.keys, row))
  const last = found.rows[limit - 1]
  const more = found.rows.length > limit && last !== undefined
  return {
    items,
    nextCursor: more ? sealCursor(tx.keys, last) : null,
    total: found.total,
    can: {
      add: may(actor, 'people.write'),
      change: may(actor, 'people.write'),
      export: may(actor, 'roster.export'),
    },
  }
}
