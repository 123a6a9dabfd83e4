import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Of these persons, those who may not take part in matchmaking today, each with the code of the first reason: no membership, consent not
 * given, declaration of being single missing or lapsed, unit has not attested, excluded. Asked anew at every step (J1, J2, J8).
 */
export async function refusals(
  tx: Tx,
  { personIds }: { personIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; code: string }>`
    select asked.id as "personId", case
      when not exists (select from member_index m where m.tenant_id = ${tx.tenantId} and m.person_id = asked.id and m.kind = 'member')
        then 'matchmaking.not_member'
      when not exists (select from consents c where c.tenant_id = ${tx.tenantId} and c.person_id = asked.id and c.purpose = 'matchmaking'
        and c.version = (select max(p.version) from processing_purposes p where p.code = 'matchmaking' and p.starts_on <= app_today())
        and not exists (select from consent_withdrawals w where w.tenant_id = c.tenant_id and w.consent_id = c.id))
        then 'matchmaking.no_consent'
      when not exists (select from single_declarations d where d.tenant_id = ${tx.tenantId} and d.person_id = asked.id
        and d.signed_on <= app_today() and app_today() < d.holds_until) then 'matchmaking.no_declaration'
      when exists (select from exclusions e where e.tenant_id = ${tx.tenantId} and e.person_id = asked.id and e.ended_at is null)
        then 'matchmaking.excluded'
      end as code
    from unnest(${personIds}::uuid[]) as asked (id)`.execute(tx)
  return new Map(rows.filter((row) => row.code !== null).map((row) => [row.personId, row.code]))
}
