import { sql, type RawBuilder } from 'kysely'
import type { MemberRow } from '#contract/people-records.ts'
import { openText, unwrapKey, type MasterKeys } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { maskDocument, maskMobile } from '../rules/masks.ts'

/** What a row of a list is made of: `memberColumns` over `member_index m` with `memberJoins`. */
export interface MemberColumns extends Omit<MemberRow, 'document' | 'mobile'> {
  documentCipher: Buffer | null
  mobileCipher: Buffer | null
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

export const memberColumns = sql`m.person_id as "personId", m.membership_id as "membershipId", m.name, m.sex, m.union_id as "unionId",
  u.name as "unionName", m.employer_id as "employerId", w.name as "employerName", m.kind, ms.joined_on as "joinedOn",
  ms.joined_precision as "joinedPrecision", p.document_cipher as "documentCipher", p.mobile_cipher as "mobileCipher",
  k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"`

/** What `memberColumns` needs beside `member_index m`. */
export function memberJoins(tx: Tx): RawBuilder<unknown> {
  return sql`
    join memberships ms on ms.tenant_id = ${tx.tenantId} and ms.id = m.membership_id
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = m.person_id
    left join person_keys k on k.tenant_id = ${tx.tenantId} and k.person_id = m.person_id
    left join organisation_profiles u on ${profileToday(tx, 'u', sql.ref('m.union_id'))}
    left join organisation_profiles w on ${profileToday(tx, 'w', sql.ref('m.employer_id'))}`
}

/** The name an organisation has today, or had last: the open profile. */
export function profileToday(
  tx: Tx,
  alias: string,
  organisationId: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`${column('tenant_id')} = ${tx.tenantId} and ${column('organisation_id')} = ${organisationId}
    and ${column('superseded_at')} is null and ${column('ends_before')} is null`
}

/** A row as it is shown: opens exactly the two values that become masks. */
export function memberRow(keys: MasterKeys, row: MemberColumns): MemberRow {
  const { documentCipher, mobileCipher, wrappedKey, masterKeyId, ...shown } = row
  if (wrappedKey === null || masterKeyId === null) return { ...shown, document: null, mobile: null }
  const key = unwrapKey(keys, wrappedKey, masterKeyId)
  return {
    ...shown,
    document: documentCipher === null ? null : maskDocument(openText(key, documentCipher)),
    mobile: mobileCipher === null ? null : maskMobile(openText(key, mobileCipher)),
  }
}

/** Some numbers of a row in full; the others are left out, so that the masks stay. */
export function fullNumbers(
  keys: MasterKeys,
  { documentCipher, mobileCipher, wrappedKey, masterKeyId }: MemberColumns,
  fields: readonly ('documentNumber' | 'mobile')[],
): Partial<Pick<MemberRow, 'document' | 'mobile'>> {
  if (fields.length === 0 || wrappedKey === null || masterKeyId === null) return {}
  const key = unwrapKey(keys, wrappedKey, masterKeyId)
  const open = (cipher: Buffer | null) => (cipher === null ? null : openText(key, cipher))
  return {
    ...(fields.includes('documentNumber') ? { document: open(documentCipher) } : {}),
    ...(fields.includes('mobile') ? { mobile: open(mobileCipher) } : {}),
  }
}
