import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What was declared about a vote by phone that cannot be opened. */
export interface Voiding {
  reason: string
  /** The appointment of who declared it, and the person behind it. */
  declaredBy: string
  declaredByPerson: string
  declaredAt: Date
  /** When the second person confirmed it; null before. */
  confirmedAt: Date | null
  /** The day of that. */
  confirmedOn: string | null
}

/** The declaration that a vote is void, confirmed or not; undefined where there is none. */
export async function voidingOf(tx: Tx, voteId: string): Promise<Voiding | undefined> {
  const { rows } = await sql<Voiding>`
    select d.reason, d.declared_by as "declaredBy", d.declared_at as "declaredAt", s.taken_at as "confirmedAt",
      (s.taken_at at time zone 'Asia/Shanghai')::date as "confirmedOn",
      (select a.person_id from appointments a where a.tenant_id = d.tenant_id and a.appointment_id = d.declared_by limit 1) as "declaredByPerson"
    from phone_vote_voidings d
    left join phone_vote_steps s on s.tenant_id = d.tenant_id and s.vote_id = d.vote_id and s.step = 'voided'
    where d.tenant_id = ${tx.tenantId} and d.vote_id = ${voteId}`.execute(tx)
  return rows[0]
}

/** Keeps what was declared; false when it was declared before. */
export async function insertVoiding(
  tx: Tx,
  voteId: string,
  declared: { reason: string; declaredBy: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into phone_vote_voidings (tenant_id, vote_id, reason, declared_by) values (${tx.tenantId}, ${voteId}, ${declared.reason}, ${declared.declaredBy})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length === 1
}
