import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { OrganisationRow } from '#contract/organisation-shapes.ts'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { inScopeEver, mustReachOrganisations } from '../policy.ts'
import {
  asOrganisationRow,
  membersAt,
  registerColumns,
  termEndAt,
  workersAt,
  type Asked,
  type RegisterRow,
} from './columns.ts'
import { gapCondition, gapRules } from './gap-conditions.ts'
import { idsBelowAt, isNow, momentOf } from './moment.ts'

type Input = InputOf<(typeof operations)['listOrganisations']>

/** The register by filters, one page; `total` counts all that match. Only organisations within reach, on the day asked for. */
export async function listOrganisations(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: OrganisationRow[]; nextCursor: string | null; total: number }> {
  const moment = momentOf(actor, input)
  const asked: Asked = { moment, now: isNow(actor, moment) }
  const limit = input.limit ?? 50
  const sort = sortOf(input.sort ?? 'name')
  const [afterKey, afterId] = readCursor(input.cursor, ['', ''])
  const beyond = sql`(key, id) ${sort.beyond} (${sort.cast(sql`${afterKey}`)}, nullif(${afterId}, '')::uuid)`
  const { rows } = await sql<RegisterRow & { key: string; total: number }>`
    with matching as materialized (${await matching(tx, actor, { input, asked })}),
    keyed as (select row.*, ${sort.key(tx, asked)} as key from matching row),
    row as (
      select * from keyed where ${afterId} = '' or ${beyond}
      order by key ${sort.direction}, id ${sort.direction} limit ${limit + 1}),
    shown as (${registerColumns(tx, asked)})
    select shown.*, row.key::text as key, (select count(*)::int from matching) as total
    from row join shown on shown.id = row.id order by row.key ${sort.direction}, row.id ${sort.direction}`.execute(
    tx,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asOrganisationRow),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.key, last.id]) : null,
    total: rows[0]?.total ?? 0,
  }
}

/** Organisations of the moment that the filters let through, within reach. */
async function matching(
  tx: Tx,
  actor: Actor,
  { input, asked }: { input: Input; asked: Asked },
): Promise<RawBuilder<unknown>> {
  const reach = { actor, permission: 'organisations.read' } as const
  if (input.parentId !== undefined) await mustReachOrganisations(tx, reach, [input.parentId])
  const reachable = asked.now ? inScope : inScopeEver
  const conditions: RawBuilder<SqlBool>[] = [
    reachable(tx, reach, sql.ref('row.id')),
    ...filters(tx, input, asked),
  ]
  if (input.gap !== undefined)
    conditions.push(gapCondition(tx, actor, { gap: input.gap, rules: await gapRules(tx, actor.today) }))
  return sql`select row.* from (
      select o.id, o.kind, o.union_type, o.two_new_type, o.stat_code, p.name, p.uscc, p.street, p.direct_point
      from organisations o
      join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and ${holdsAt('p', asked.moment)}
      where o.tenant_id = ${tx.tenantId}) row
    where ${sql.join(conditions, sql` and `)}`
}

function filters(tx: Tx, input: Input, { moment }: Asked): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const q = input.q?.trim()
  if (q) {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(
      sql<SqlBool>`(row.name ilike ${part} or row.uscc ilike ${part} or row.stat_code ilike ${part})`,
    )
  }
  if (input.kind !== undefined) conditions.push(sql<SqlBool>`row.kind = ${input.kind}`)
  if (input.unionType !== undefined) conditions.push(sql<SqlBool>`row.union_type = ${input.unionType}`)
  if (input.directPoint !== undefined) conditions.push(sql<SqlBool>`row.direct_point = ${input.directPoint}`)
  if (input.twoNewType === 'any') conditions.push(sql<SqlBool>`row.two_new_type is not null`)
  else if (input.twoNewType !== undefined)
    conditions.push(sql<SqlBool>`row.two_new_type = ${input.twoNewType}`)
  if (input.parentId !== undefined) {
    const parent = sql`${input.parentId}::uuid`
    conditions.push(
      (input.includeSubtree ?? true)
        ? sql<SqlBool>`row.id in (${idsBelowAt(tx, parent, moment)})`
        : sql<SqlBool>`row.id in (select a.child_id from affiliations a where a.tenant_id = ${tx.tenantId} and a.parent_id = ${parent} and a.kind = 'leads' and ${holdsAt('a', moment)})`,
    )
  }
  return conditions
}

interface SortOrder {
  key: (tx: Tx, asked: Asked) => RawBuilder<unknown>
  cast: (value: RawBuilder<unknown>) => RawBuilder<unknown>
  direction: RawBuilder<unknown>
  beyond: RawBuilder<unknown>
}

/** Text sorts by code point; what is unknown counts as the smallest number or the last day. */
function sortOf(sort: string): SortOrder {
  const descending = sort.startsWith('-')
  const order = {
    direction: descending ? sql`desc` : sql`asc`,
    beyond: descending ? sql`<` : sql`>`,
  }
  const text = { cast: (value: RawBuilder<unknown>) => sql`${value}::text collate "C"` }
  const number = { cast: (value: RawBuilder<unknown>) => sql`nullif(${value}, '')::bigint` }
  const day = { cast: (value: RawBuilder<unknown>) => sql`nullif(${value}, '')::date` }
  switch (sort.replace('-', '')) {
    case 'statCode':
      return { ...order, ...text, key: () => sql`row.stat_code collate "C"` }
    case 'workers':
      return { ...order, ...number, key: (tx, asked) => sql`coalesce(${workersAt(tx, asked)}, -1)::bigint` }
    case 'members':
      return { ...order, ...number, key: (tx, asked) => sql`${membersAt(tx, asked)}::bigint` }
    case 'termEndsBefore':
      return {
        ...order,
        ...day,
        key: (tx, asked) => sql`coalesce(${termEndAt(tx, asked, unionOf(tx, asked))}, 'infinity'::date)`,
      }
    case 'startsOn':
      return {
        ...order,
        ...day,
        key: (tx) =>
          sql`(select min(p.starts_on) from organisation_profiles p where p.tenant_id = ${tx.tenantId} and p.organisation_id = row.id and p.superseded_at is null)`,
      }
    default:
      return { ...order, ...text, key: () => sql`row.name collate "C"` }
  }
}

function unionOf(tx: Tx, { moment }: Asked): RawBuilder<unknown> {
  return sql`coalesce((select v.union_id from coverages v where v.tenant_id = ${tx.tenantId} and v.employer_id = row.id and ${holdsAt('v', moment)} order by v.starts_on, v.id limit 1), row.id)`
}
