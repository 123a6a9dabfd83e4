import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Somebody who may vote. */
export interface Voter {
  personId: string
  name: string
}

/** Members of the union on a day, each person once, whatever records they have; a retained membership has no vote (C3). */
export async function membersOn(tx: Tx, unionId: string, day: string): Promise<Voter[]> {
  const { rows } = await sql<Voter>`
    select distinct on (p.id) p.id as "personId", p.name from memberships m
    left join person_aliases a on a.tenant_id = m.tenant_id and a.alias_id = m.person_id and a.undone_at is null
    join persons p on p.tenant_id = m.tenant_id and p.id = coalesce(a.person_id, m.person_id)
    where m.tenant_id = ${tx.tenantId} and m.union_id = ${unionId} and m.kind = 'member' and m.superseded_at is null
      and m.starts_on <= ${day}::date and (m.ends_before is null or ${day}::date < m.ends_before)
    order by p.id`.execute(tx)
  return rows
}

/** Delegates of the union on a day who are still its members: those of its latest confirmed election of delegates, permanent for the term (B21). */
export async function delegatesOn(tx: Tx, unionId: string, day: string): Promise<Voter[]> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(a.person_id, d.person_id) as id from union_delegates d
    left join person_aliases a on a.tenant_id = d.tenant_id and a.alias_id = d.person_id and a.undone_at is null
    where d.tenant_id = ${tx.tenantId} and d.organisation_id = ${unionId} and d.starts_on <= ${day}::date and ${day}::date < d.ends_before
      and d.starts_on = (select max(l.starts_on) from union_delegates l where l.tenant_id = d.tenant_id and l.organisation_id = d.organisation_id
        and l.starts_on <= ${day}::date)`.execute(tx)
  const delegates = new Set(rows.map(({ id }) => id))
  return (await membersOn(tx, unionId, day)).filter(({ personId }) => delegates.has(personId))
}

/** How many sit in a post of the union on a day: what a by-election of a committee adds to. */
export async function sittingOn(
  tx: Tx,
  sitting: { organisationId: string; post: string; day: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct person_id)::int as count from appointments
    where tenant_id = ${tx.tenantId} and organisation_id = ${sitting.organisationId} and post = ${sitting.post} and superseded_at is null
      and substitutes_id is null and starts_on <= ${sitting.day}::date and (ends_before is null or ends_before > ${sitting.day}::date)`.execute(
    tx,
  )
  return rows[0]!.count
}

/** The first day after the term of the union that runs on a day; null where none runs. */
export async function runningTermEnd(tx: Tx, unionId: string, day: string): Promise<string | null> {
  const { rows } = await sql<{ endsBefore: string }>`
    select ends_before as "endsBefore" from union_terms
    where tenant_id = ${tx.tenantId} and organisation_id = ${unionId} and superseded_at is null
      and starts_on <= ${day}::date and ends_before > ${day}::date order by starts_on desc limit 1`.execute(
    tx,
  )
  return rows[0]?.endsBefore ?? null
}
