import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { SealedColumns } from './secrets.ts'

/** The plain columns of a person. */
export interface PersonColumns {
  name: string
  sex: string | null
  birth_date: string | null
  ethnic_group: string | null
  political_affiliation: string | null
  education_level: string | null
  household_type: string | null
  migrant_worker: boolean | null
}

/** A person's row as commands need it. */
export type PersonRow = PersonColumns &
  SealedColumns & {
    id: string
    version: number
    invited_by_organisation_id: string | null
    invited_until: string | null
    wrappedKey: Buffer | null
    masterKeyId: number | null
  }

/** An employment as it is written. */
export interface EmploymentColumns {
  employer_id: string | null
  platform_name: string | null
  form: string | null
  status: string | null
  union_group: string | null
  job: string | null
  starts_on: string
  ends_before: string | null
  end_reason: string | null
}

/** A new person's row with the wrapped key. */
export type NewPersonRow = PersonColumns &
  SealedColumns & {
    id: string
    invited_by_organisation_id: string | null
    invited_until: string | null
    wrapped: Buffer
    masterKeyId: number
  }

const rowsAtOnce = 500

/** Writes new persons with their wrapped keys; the unique document is the last guard against a second one. */
export async function insertPersons(tx: Tx, author: Author, persons: readonly NewPersonRow[]): Promise<void> {
  for (let at = 0; at < persons.length; at += rowsAtOnce) {
    const some = persons.slice(at, at + rowsAtOnce)
    await tx
      .insertInto('persons')
      .values(
        some.map(({ wrapped: _wrapped, masterKeyId: _masterKeyId, ...columns }) => ({
          tenant_id: tx.tenantId,
          ...columns,
          recorded_by: author?.appointment?.id ?? null,
        })),
      )
      .execute()
    await tx
      .insertInto('person_keys')
      .values(
        some.map((person) => ({
          tenant_id: tx.tenantId,
          person_id: person.id,
          wrapped_key: person.wrapped,
          master_key_id: person.masterKeyId,
        })),
      )
      .execute()
  }
}

/** The person, locked, with the wrapped key; undefined when there is none. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.sex, p.birth_date, p.ethnic_group, p.political_affiliation, p.education_level, p.household_type, p.migrant_worker,
      p.document_kind, p.document_cipher, p.document_hash, p.mobile_cipher, p.mobile_hash, p.mobile_tail_hash, p.version,
      p.invited_by_organisation_id, p.invited_until, k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from persons p left join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id
    where p.tenant_id = ${tx.tenantId} and p.id = ${id} for no key update of p`.execute(tx)
  return rows[0]
}

/** Writes changed columns of a person and raises the version. */
export async function updatePerson(
  tx: Tx,
  id: string,
  columns: Partial<PersonColumns & SealedColumns>,
): Promise<void> {
  await tx
    .updateTable('persons')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** Writes an employment; returns its id. */
export async function insertEmployment(
  tx: Tx,
  author: Author,
  employment: EmploymentColumns & { person_id: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('employments')
    .values({
      tenant_id: tx.tenantId,
      id,
      ...employment,
      recorded_at: sql`clock_timestamp()`,
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
  return id
}

/** Takes a current employment out of force and returns what it said; undefined when it is not there or not current. */
export async function supersedeEmployment(
  tx: Tx,
  personIds: readonly string[],
  id: string,
): Promise<(EmploymentColumns & { person_id: string }) | undefined> {
  const { rows } = await sql<EmploymentColumns & { person_id: string }>`
    update employments set superseded_at = clock_timestamp()
    where tenant_id = ${tx.tenantId} and id = ${id} and person_id = any(${personIds}::uuid[]) and superseded_at is null
    returning person_id, employer_id, platform_name, form, status, union_group, job, starts_on, ends_before, end_reason`.execute(
    tx,
  )
  return rows[0]
}

/** Writes a service card. */
export async function insertCard(
  tx: Tx,
  author: Author,
  card: { person_id: string; number_cipher: Buffer; number_hash: Buffer; starts_on: string },
): Promise<void> {
  await tx
    .insertInto('service_cards')
    .values({ tenant_id: tx.tenantId, id: newId(), ...card, recorded_by: author?.appointment?.id ?? null })
    .execute()
}

/** Notes who looked at which hidden columns of whom, and why. */
export async function insertReveal(
  tx: Tx,
  reveal: { person_id: string; fields: string[]; purpose: string; reason: string; appointment_id: string },
): Promise<void> {
  await tx
    .insertInto('reveals')
    .values({ tenant_id: tx.tenantId, id: newId(), ...reveal })
    .execute()
}

/** Makes one record an alias of another; returns the merge's id. */
export async function insertAlias(
  tx: Tx,
  author: Author,
  alias: { alias_id: string; person_id: string; reason: string; merged_on: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('person_aliases')
    .values({ tenant_id: tx.tenantId, id, ...alias, merged_by: author?.appointment?.id ?? null })
    .execute()
  return id
}

/** Undoes a merge; gives the record that stands alone again, undefined when there is no such merge in force. */
export async function undoAlias(
  tx: Tx,
  author: Author,
  merge: { id: string; person_id: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ alias_id: string }>`
    update person_aliases set undone_at = clock_timestamp(), undone_by = ${author?.appointment?.id ?? null}
    where tenant_id = ${tx.tenantId} and id = ${merge.id} and person_id = ${merge.person_id} and undone_at is null
    returning alias_id`.execute(tx)
  return rows[0]?.alias_id
}

/** Notes that a list of members left the house, and who stood in it. */
export async function insertExport(
  tx: Tx,
  taken: {
    organisation_id: string | null
    members: number
    purpose: string
    appointment_id: string
    full_fields: string[]
    approval_id: string | null
  },
  personIds: readonly string[],
): Promise<void> {
  const id = newId()
  await tx
    .insertInto('member_exports')
    .values({ tenant_id: tx.tenantId, id, ...taken })
    .execute()
  await sql`insert into member_export_rows (tenant_id, export_id, person_id)
    select ${tx.tenantId}::uuid, ${id}::uuid, x.id from unnest(${personIds}::uuid[]) x (id)`.execute(tx)
}
