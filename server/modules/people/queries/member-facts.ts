import { sql } from 'kysely'
import type { EmploymentRecord, MembershipRecord } from '#contract/people-records.ts'
import { openText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { profileToday } from './member-columns.ts'

/** Employments of some records with their whole history, the latest first. */
export async function employmentsOf(tx: Tx, recordIds: readonly string[]): Promise<EmploymentRecord[]> {
  const { rows } = await sql<Instants<EmploymentRecord>>`
    select e.id, e.starts_on as "startsOn", e.ends_before as "endsBefore", e.end_reason as "endReason", e.recorded_at as "recordedAt",
      e.superseded_at as "supersededAt", e.employer_id as "employerId", o.name as "employerName", e.platform_name as "platformName", e.form,
      e.status, e.union_group as "unionGroup", e.job
    from employments e left join organisation_profiles o on ${profileToday(tx, 'o', sql.ref('e.employer_id'))}
    where e.tenant_id = ${tx.tenantId} and e.person_id = any(${recordIds}::uuid[])
    order by e.superseded_at is not null, e.starts_on desc, e.recorded_at desc`.execute(tx)
  return rows.map(withInstants)
}

/** Memberships of some records with their whole history, the latest first. */
export async function membershipRecordsOf(tx: Tx, recordIds: readonly string[]): Promise<MembershipRecord[]> {
  const { rows } = await sql<Instants<MembershipRecord>>`
    select m.id, m.starts_on as "startsOn", m.ends_before as "endsBefore", m.end_reason as "endReason", m.recorded_at as "recordedAt",
      m.superseded_at as "supersededAt", m.union_id as "unionId", coalesce(o.name, '') as "unionName", m.kind, m.joined_on as "joinedOn",
      m.joined_precision as "joinedPrecision"
    from memberships m left join organisation_profiles o on ${profileToday(tx, 'o', sql.ref('m.union_id'))}
    where m.tenant_id = ${tx.tenantId} and m.person_id = any(${recordIds}::uuid[])
    order by m.superseded_at is not null, m.starts_on desc, m.recorded_at desc`.execute(tx)
  return rows.map(withInstants)
}

/** A service card with its number in clear: whoever shows it masks it first. */
export interface CardInClear {
  id: string
  startsOn: string
  endsBefore: string | null
  endReason: string | null
  recordedAt: string
  supersededAt: string | null
  number: string
}

/** Service cards of some records, the latest first. Each number opens with the key of its own record. */
export async function cardsOf(tx: Tx, recordIds: readonly string[]): Promise<CardInClear[]> {
  const { rows } = await sql<CardRow>`
    select c.id, c.starts_on as "startsOn", c.ends_before as "endsBefore", c.end_reason as "endReason", c.recorded_at as "recordedAt",
      c.superseded_at as "supersededAt", c.number_cipher as cipher, k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from service_cards c join person_keys k on k.tenant_id = c.tenant_id and k.person_id = c.person_id
    where c.tenant_id = ${tx.tenantId} and c.person_id = any(${recordIds}::uuid[])
    order by c.superseded_at is not null, c.ends_before is not null, c.starts_on desc`.execute(tx)
  return rows.map(({ cipher, wrappedKey, masterKeyId, ...card }) => ({
    ...withInstants(card),
    number: openText(unwrapKey(tx.keys, wrappedKey, masterKeyId), cipher),
  }))
}

type Instants<T> = Omit<T, 'recordedAt' | 'supersededAt'> & { recordedAt: Date; supersededAt: Date | null }

type CardRow = Instants<Omit<CardInClear, 'number'>> & {
  cipher: Buffer
  wrappedKey: Buffer
  masterKeyId: number
}

function withInstants<T extends { recordedAt: Date; supersededAt: Date | null }>(
  row: T,
): Omit<T, 'recordedAt' | 'supersededAt'> & { recordedAt: string; supersededAt: string | null } {
  return {
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    supersededAt: row.supersededAt?.toISOString() ?? null,
  }
}
