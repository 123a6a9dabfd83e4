import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { currentMembers, placeTokens } from './member-view.ts'
import { overtakeTransfers } from './overtake-transfers.ts'
import { sortKey } from './rules/names.ts'
import { nameTokens } from './rules/tokens.ts'

/** Whose rows to bring in step: certain persons, or everybody in certain unions (after the tree above them has changed). */
export type IndexTarget = { personIds: readonly string[] } | { unionIds: readonly string[] }

const chunkSize = 5000

/**
 * Brings `member_index` and `union_member_counts` in step with the dated rows as they stand in this transaction. Whoever changes a
 * person's name, memberships, employments or aliases calls it with the persons; whoever changes the tree calls it with the unions.
 * Callers have locked the persons (`lockPersons`) or the tree.
 */
export async function refreshMemberIndex(tx: Tx, target: IndexTarget): Promise<void> {
  if ('unionIds' in target) {
    await refreshPlaces(tx, target.unionIds)
    return
  }
  await holdTree(tx)
  const ids = [...new Set(target.personIds)].sort()
  for (let at = 0; at < ids.length; at += chunkSize) await refreshChunk(tx, ids.slice(at, at + chunkSize))
}

/**
 * Carries dated changes that take effect after `after` and up to today into the index: memberships and employments that begin or end,
 * and unions whose place in the tree changes.
 */
export async function turnMembers(tx: Tx, days: { after: string; today: string }): Promise<void> {
  const turns = (alias: string) => turning(alias, days)
  const persons = await sql<{ id: string }>`
    select person_id as id from memberships m where m.tenant_id = ${tx.tenantId} and m.superseded_at is null and ${turns('m')}
    union
    select person_id from employments e where e.tenant_id = ${tx.tenantId} and e.superseded_at is null and ${turns('e')}`.execute(
    tx,
  )
  const personIds = persons.rows.map((row) => row.id)
  await refreshMemberIndex(tx, { personIds })
  await overtakeTransfers(tx, null, personIds)
  const unions = await sql<{ id: string }>`
    select distinct t.descendant_id as id from organisation_tree t
    where t.tenant_id = ${tx.tenantId} and ${turns('t')}
      and exists (select from member_index m where m.tenant_id = t.tenant_id and m.union_id = t.descendant_id)`.execute(
    tx,
  )
  await refreshMemberIndex(tx, { unionIds: unions.rows.map((row) => row.id) })
}

// A change of the tree holds the tenant's row until it commits: whoever computes places waits for it, and the other way round.
async function holdTree(tx: Tx): Promise<void> {
  await sql`select from tenants where id = ${tx.tenantId} for share`.execute(tx)
}

async function refreshPlaces(tx: Tx, unionIds: readonly string[]): Promise<void> {
  if (unionIds.length === 0) return
  await sql`
    with place as (${placeTokens(tx, sql`(select id as union_id from unnest(${unionIds}::uuid[]) as u (id))`)})
    update member_index m set org_tokens = place.org_tokens from place
    where m.tenant_id = ${tx.tenantId} and m.union_id = place.union_id and m.org_tokens <> place.org_tokens`.execute(
    tx,
  )
}

interface Wanted {
  personId: string
  membershipId: string
  unionId: string
  employerId: string | null
  kind: string
  name: string
  sex: string | null
}

interface Counted {
  personId: string
  unionId: string
  kind: string
}

async function refreshChunk(tx: Tx, ids: readonly string[]): Promise<void> {
  const roots = sql`(
    select distinct coalesce(alias.person_id, given.id) as id from unnest(${ids}::uuid[]) as given (id)
    left join person_aliases alias on alias.tenant_id = ${tx.tenantId} and alias.alias_id = given.id and alias.undone_at is null)`
  const before = await sql<Counted>`
    select person_id as "personId", union_id as "unionId", kind from member_index
    where tenant_id = ${tx.tenantId} and person_id in (select unnest(${ids}::uuid[]) union select id from ${roots} r)
    order by person_id for update`.execute(tx)
  const wanted = await sql<Wanted>`${currentMembers(tx, roots)}`.execute(tx)
  const stay = new Set(wanted.rows.map((row) => row.personId))
  const gone = before.rows.filter((row) => !stay.has(row.personId)).map((row) => row.personId)
  if (gone.length > 0)
    await sql`delete from member_index where tenant_id = ${tx.tenantId} and person_id = any(${gone}::uuid[])`.execute(
      tx,
    )
  if (wanted.rows.length > 0) await writeRows(tx, wanted.rows)
  await addToCounts(tx, before.rows, wanted.rows)
}

async function writeRows(tx: Tx, rows: readonly Wanted[]): Promise<void> {
  const uuids = (of: (row: Wanted) => string | null) => sql`${rows.map(of)}::uuid[]`
  const texts = (of: (row: Wanted) => string | null) => sql`${rows.map(of)}::text[]`
  await sql`
    with wanted as (
      select * from unnest(${uuids((row) => row.personId)}, ${uuids((row) => row.membershipId)}, ${uuids((row) => row.unionId)},
        ${uuids((row) => row.employerId)}, ${texts((row) => row.kind)}, ${texts((row) => row.name)}, ${texts((row) => row.sex)},
        ${texts((row) => sortKey(row.name))}, ${texts((row) => `{${nameTokens(row.name).join(',')}}`)})
        as w (person_id, membership_id, union_id, employer_id, kind, name, sex, sort_key, name_tokens)),
    place as (${placeTokens(tx, sql`(select distinct union_id from wanted)`)})
    insert into member_index as m (tenant_id, person_id, membership_id, union_id, employer_id, kind, name, sex, sort_key, name_tokens, org_tokens)
    select ${tx.tenantId}::uuid, w.person_id, w.membership_id, w.union_id, w.employer_id, w.kind, w.name, w.sex, w.sort_key,
      w.name_tokens::bigint[], place.org_tokens
    from wanted w join place on place.union_id = w.union_id
    order by w.person_id
    on conflict (tenant_id, person_id) do update set membership_id = excluded.membership_id, union_id = excluded.union_id,
      employer_id = excluded.employer_id, kind = excluded.kind, name = excluded.name, sex = excluded.sex, sort_key = excluded.sort_key,
      name_tokens = excluded.name_tokens, org_tokens = excluded.org_tokens
    where (m.membership_id, m.union_id, m.employer_id, m.kind, m.name, m.sex, m.sort_key, m.name_tokens, m.org_tokens)
      is distinct from (excluded.membership_id, excluded.union_id, excluded.employer_id, excluded.kind, excluded.name, excluded.sex,
        excluded.sort_key, excluded.name_tokens, excluded.org_tokens)`.execute(tx)
}

/** Counts move by differences, in the order of the unions: two officers who add members to one union at once add up. */
async function addToCounts(tx: Tx, before: readonly Counted[], after: readonly Counted[]): Promise<void> {
  const changes = new Map<string, number>()
  const add = (row: Counted, by: number) => {
    const key = `${row.unionId} ${row.kind}`
    changes.set(key, (changes.get(key) ?? 0) + by)
  }
  for (const row of before) add(row, -1)
  for (const row of after) add(row, 1)
  const changed = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
  if (changed.length === 0) return
  const keys = changed.map(([key]) => key.split(' ') as [string, string])
  const unionIds = keys.map(([unionId]) => unionId)
  await sql`
    insert into union_member_counts as c (tenant_id, union_id, kind, members)
    select ${tx.tenantId}::uuid, * from unnest(${unionIds}::uuid[], ${keys.map(([, kind]) => kind)}::text[], ${changed.map(([, by]) => by)}::int[])
    on conflict (tenant_id, union_id, kind) do update set members = c.members + excluded.members`.execute(tx)
  await sql`delete from union_member_counts where tenant_id = ${tx.tenantId} and union_id = any(${unionIds}::uuid[]) and members = 0`.execute(
    tx,
  )
}

function turning(alias: string, days: { after: string; today: string }): RawBuilder<boolean> {
  const within = (column: string) =>
    sql`${sql.ref(`${alias}.${column}`)} > ${days.after}::date and ${sql.ref(`${alias}.${column}`)} <= ${days.today}::date`
  return sql`((${within('starts_on')}) or (${within('ends_before')}))`
}
