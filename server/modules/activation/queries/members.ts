import { sql, type RawBuilder } from 'kysely'
import type { ActivationMember, operations } from '#contract/activation.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { memberHits, memberScope, noteSearch } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Operation = (typeof operations)['listActivationMembers']

interface Row extends Omit<ActivationMember, 'slipPrintedAt'> {
  sortKey: string
  slipPrintedAt: Date | null
}

/** Members within the scope of `accounts.activate`, by pinyin, with how their account stands; the counts take the search in, not the state. */
export async function listActivationMembers(
  tx: Tx,
  actor: Actor,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const reach = { actor, permission: 'accounts.activate' } as const
  if (input.organisationId !== undefined) await mustReach(tx, reach, input.organisationId)
  if (input.cursor === undefined) await noteSearch(tx, actor, input.q)
  const scope = memberScope(tx, reach, { organisationId: input.organisationId, includeSubtree: true })
  const standing = sql`with root as materialized (${scope.root}), ${memberHits(tx, scope, { q: input.q })},
    standing as materialized (${standingOf(tx)})`
  const { rows: counted } = await sql<{ state: ActivationMember['state']; count: number }>`
    ${standing} select state, count(*)::int as count from standing group by state`.execute(tx)
  const counts = { none: 0, slip: 0, active: 0, closed: 0 }
  for (const { state, count } of counted) counts[state] = count
  const limit = input.limit ?? 50
  const rows = await pageOf(tx, { standing, input, limit })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asMember),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.sortKey, last.personId]) : null,
    total:
      input.state === undefined
        ? Object.values(counts).reduce((sum, count) => sum + count, 0)
        : counts[input.state],
    counts,
  }
}

/** Each hit with the state of their account and the open slip, if there is one. Most have neither: both are few and joined whole. */
function standingOf(tx: Tx): RawBuilder<unknown> {
  return sql`
    select h.person_id, h.sort_key, s.printed_at, s.expires_on,
      case when a.id is not null then case when c.account_id is null then 'active' else 'closed' end
        when s.id is not null then 'slip' else 'none' end as state
    from hits h
    left join accounts a on a.tenant_id = ${tx.tenantId} and a.person_id = h.person_id
    left join account_closures c on c.tenant_id = a.tenant_id and c.account_id = a.id
    left join (${openSlips(tx)}) s on s.person_id = h.person_id`
}

/** Slips that can be used today, the newest for each person. */
function openSlips(tx: Tx): RawBuilder<unknown> {
  return sql`
    select distinct on (s.person_id) s.id, s.person_id, s.run_id, s.union_id, s.printed_at, s.expires_on from activation_slips s
    left join activation_slip_endings e on e.tenant_id = s.tenant_id and e.slip_id = s.id
    where s.tenant_id = ${tx.tenantId} and e.slip_id is null and s.expires_on >= app_today()
    order by s.person_id, s.printed_at desc, s.id`
}

async function pageOf(
  tx: Tx,
  asked: { standing: RawBuilder<unknown>; input: InputOf<Operation>; limit: number },
): Promise<Row[]> {
  const { standing, input, limit } = asked
  const [afterKey, afterId] = readCursor(input.cursor, ['', ''])
  const { rows } = await sql<Row>`
    ${standing},
    page as (
      select * from standing where (${input.state ?? null}::text is null or state = ${input.state ?? null})
        and (${afterId} = '' or (sort_key, person_id) > (${afterKey}, nullif(${afterId}, '')::uuid))
      order by sort_key, person_id limit ${limit + 1})
    select page.person_id as "personId", page.sort_key as "sortKey", m.name, m.union_id as "unionId", o.name as "unionName", page.state,
      page.printed_at as "slipPrintedAt", page.expires_on as "slipExpiresOn"
    from page join member_index m on m.tenant_id = ${tx.tenantId} and m.person_id = page.person_id
    cross join lateral (
      select name from organisation_profiles p
      where p.tenant_id = ${tx.tenantId} and p.organisation_id = m.union_id and p.superseded_at is null
      order by p.starts_on desc limit 1) o
    order by page.sort_key, page.person_id`.execute(tx)
  return rows
}

function asMember({ sortKey: _sortKey, slipPrintedAt, ...row }: Row): ActivationMember {
  return { ...row, slipPrintedAt: slipPrintedAt?.toISOString() ?? null }
}
