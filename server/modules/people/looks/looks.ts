import { sql } from 'kysely'
import type { OwnFile } from '#contract/people-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

type Look = OwnFile['looked'][number]

/**
 * Everybody who had a person's data in hand, why, and as what, the latest first: numbers that were shown, lists that left the house, cards that were checked,
 * records that were joined, activation slips that were printed. At most 300.
 */
export async function looksAt(tx: Tx, recordIds: readonly string[]): Promise<Look[]> {
  const { rows } = await sql<Omit<Look, 'lookedAt'> & { lookedAt: Date }>`
    with look as (
      select id, 'reveal' as kind, revealed_at as at, fields, purpose, reason, appointment_id from reveals
      where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[])
      union
      select e.id, 'export', e.recorded_at, e.full_fields, null, e.purpose, e.appointment_id from member_export_rows r
      join member_exports e on e.tenant_id = r.tenant_id and e.id = r.export_id
      where r.tenant_id = ${tx.tenantId} and r.person_id = any(${recordIds}::uuid[])
      union
      select id, 'card_check', checked_at, '{}', null, '', appointment_id from card_checks
      where tenant_id = ${tx.tenantId} and person_id = any(${recordIds}::uuid[])
      union
      select id, 'merge', recorded_at, '{}', null, reason, merged_by from person_aliases
      where tenant_id = ${tx.tenantId} and (person_id = any(${recordIds}::uuid[]) or alias_id = any(${recordIds}::uuid[])) and merged_by is not null
      union
      select s.id, 'slip', s.printed_at, '{}', null, '', r.ordered_by from activation_slips s
      join slip_runs r on r.tenant_id = s.tenant_id and r.id = s.run_id
      where s.tenant_id = ${tx.tenantId} and s.person_id = any(${recordIds}::uuid[]) and r.ordered_by is not null)
    select look.id, look.kind, look.at as "lookedAt", look.fields, look.purpose, look.reason, a.post, coalesce(o.name, '') as "organisationName"
    from look
    join appointments a on a.tenant_id = ${tx.tenantId} and a.appointment_id = look.appointment_id and a.superseded_at is null
    left join lateral (select name from organisation_profiles p where p.tenant_id = ${tx.tenantId} and p.organisation_id = a.organisation_id
      and p.superseded_at is null order by p.starts_on desc limit 1) o on true
    order by look.at desc, look.id limit 300`.execute(tx)
  return rows.map((row) => ({ ...row, lookedAt: row.lookedAt.toISOString() }))
}
