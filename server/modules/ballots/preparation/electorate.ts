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
