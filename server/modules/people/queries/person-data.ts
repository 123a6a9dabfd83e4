import { sql } from 'kysely'
import type { DocumentKind } from '#contract/people-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { openHidden } from '../secrets.ts'

/** What is known of a person, hidden columns in clear: whoever shows it masks them, unless it is the person. */
export interface PersonInClear {
  personId: string
  version: number
  name: string
  sex: 'male' | 'female' | null
  birthDate: string | null
  ethnicGroup: string | null
  politicalAffiliation: string | null
  educationLevel: string | null
  householdType: string | null
  migrantWorker: boolean | null
  documentKind: DocumentKind | null
  document: string | null
  mobile: string | null
  invitedByOrganisationId: string | null
  invitedUntil: string | null
}

interface Row extends Omit<PersonInClear, 'document' | 'mobile'> {
  documentCipher: Buffer | null
  mobileCipher: Buffer | null
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

/** The person's own columns. 404 when there is no such person. */
export async function personData(tx: Tx, personId: string): Promise<PersonInClear> {
  const { rows } = await sql<Row>`
    select p.id as "personId", p.version, p.name, p.sex, p.birth_date as "birthDate", p.ethnic_group as "ethnicGroup",
      p.political_affiliation as "politicalAffiliation", p.education_level as "educationLevel", p.household_type as "householdType",
      p.migrant_worker as "migrantWorker", p.document_kind as "documentKind", p.document_cipher as "documentCipher",
      p.mobile_cipher as "mobileCipher", p.invited_by_organisation_id as "invitedByOrganisationId", p.invited_until as "invitedUntil",
      k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from persons p left join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id
    where p.tenant_id = ${tx.tenantId} and p.id = ${personId}`.execute(tx)
  const { documentCipher, mobileCipher, wrappedKey, masterKeyId, ...plain } = found(rows[0])
  const key = { wrappedKey, masterKeyId }
  return {
    ...plain,
    document: openHidden(tx.keys, key, documentCipher),
    mobile: openHidden(tx.keys, key, mobileCipher),
  }
}
