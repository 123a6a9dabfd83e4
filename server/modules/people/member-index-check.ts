import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { currentMembers, placeTokens } from './member-view.ts'
import { sortKey } from './rules/names.ts'
import { nameTokens } from './rules/tokens.ts'

/** Where the index and the dated rows disagree: how many rows of each kind; all zero when the index is right. */
export interface IndexDifferences {
  missing: number
  surplus: number
  different: number
  misspelt: number
  counts: number
}

/** Recounts the index and the members of each union from the dated rows: for `gonghui verify` and tests. Reads everything, changes nothing. */
export async function memberIndexDifferences(tx: Tx): Promise<IndexDifferences> {
  const everybody = sql`(
    select p.id from persons p where p.tenant_id = ${tx.tenantId} and not exists (
      select from person_aliases alias where alias.tenant_id = p.tenant_id and alias.alias_id = p.id and alias.undone_at is null))`
  const { rows } = await sql<{ missing: number; surplus: number; different: number }>`
    with wanted as (${currentMembers(tx, everybody)}),
    place as (${placeTokens(tx, sql`(select distinct "unionId" as union_id from wanted)`)}),
    found as (select * from member_index where tenant_id = ${tx.tenantId})
    select count(*) filter (where m.person_id is null)::int as missing, count(*) filter (where w."personId" is null)::int as surplus,
      count(*) filter (where m.person_id is not null and w."personId" is not null and
        (m.membership_id, m.union_id, m.employer_id, m.kind, m.name, m.sex, m.org_tokens)
          is distinct from (w."membershipId", w."unionId", w."employerId", w.kind, w.name, w.sex, place.org_tokens))::int as different
    from wanted w join place on place.union_id = w."unionId" full join found m on m.person_id = w."personId"`.execute(
    tx,
  )
  return { ...rows[0]!, misspelt: await misspelt(tx), counts: await wrongCounts(tx) }
}

async function wrongCounts(tx: Tx): Promise<number> {
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::int as wrong from (
      select union_id, kind, count(*)::int as members from member_index where tenant_id = ${tx.tenantId} group by union_id, kind) right_one
    full join (select union_id, kind, members from union_member_counts where tenant_id = ${tx.tenantId}) kept using (union_id, kind)
    where right_one.members is distinct from kept.members`.execute(tx)
  return rows[0]!.wrong
}

const pageSize = 10_000

async function misspelt(tx: Tx): Promise<number> {
  let wrong = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await tx
      .selectFrom('member_index')
      .select(['person_id', 'name', 'sort_key', 'name_tokens'])
      .where('tenant_id', '=', tx.tenantId)
      .where('person_id', '>', after)
      .orderBy('person_id')
      .limit(pageSize)
      .execute()
    if (rows.length === 0) return wrong
    for (const row of rows)
      if (row.sort_key !== sortKey(row.name) || row.name_tokens.join() !== nameTokens(row.name).join())
        wrong++
    after = rows.at(-1)!.person_id
  }
}
