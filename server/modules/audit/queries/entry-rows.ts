import { sql, type RawBuilder } from 'kysely'
import type { AuditEntry } from '#contract/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** An entry as it is read, with the exact moment that paging needs. */
export interface EntryRow extends AuditEntry {
  exact: string
}

/** The entries of these keys (a statement that gives chain and seq), newest first, with names of actors and organisations as they are today. */
export async function entriesOf(tx: Tx, keys: RawBuilder<unknown>): Promise<EntryRow[]> {
  const { rows } = await sql<Omit<EntryRow, 'recordedAt'> & { recordedAt: Date }>`
    select e.id, e.chain, e.seq, e.recorded_at as "recordedAt", e.recorded_at::text as exact, e.action, person.name as "actorName",
      appointment.post as "actorPost", e.organisation_id as "organisationId", profile.name as "organisationName", e.subject_kind as "subjectKind",
      e.subject_id as "subjectId", e.params
    from (${keys}) k
    join audit_entries e on e.tenant_id = ${tx.tenantId} and e.chain = k.chain and e.seq = k.seq
    left join accounts account on account.tenant_id = e.tenant_id and account.id = e.account_id
    left join persons person on person.tenant_id = account.tenant_id and person.id = account.person_id
    left join appointments appointment on appointment.tenant_id = e.tenant_id and appointment.appointment_id = e.appointment_id
      and appointment.superseded_at is null
    left join lateral (
      -- An organisation that has ended keeps the name it had last.
      select name from organisation_profiles p where p.tenant_id = e.tenant_id and p.organisation_id = e.organisation_id and p.superseded_at is null
      order by p.starts_on desc limit 1) profile on true
    order by e.recorded_at desc, e.id desc`.execute(tx)
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}
