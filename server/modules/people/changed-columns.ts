import { unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import type { ReadPerson } from './rules/person-form.ts'
import { sealDocument, sealMobile, type SealedColumns } from './secrets.ts'
import type { PersonColumns, PersonRow } from './store.ts'

/** What a form says of the plain columns; what it does not name stays. */
export interface TypedColumns {
  sex?: string | null | undefined
  birthDate?: string | null | undefined
  ethnicGroup?: string | null | undefined
  politicalAffiliation?: string | null | undefined
  educationLevel?: string | null | undefined
  householdType?: string | null | undefined
  migrantWorker?: boolean | null | undefined
}

/** The columns a form changes, hidden ones sealed under the person's key. Refuses when the key was destroyed on the person's wish. */
export function changedColumns(
  tx: Tx,
  person: PersonRow,
  { typed, read }: { typed: TypedColumns; read: ReadPerson },
): Partial<PersonColumns & SealedColumns> {
  return { ...plainColumns(typed, read), ...hiddenColumns(tx, person, read) }
}

function plainColumns(typed: TypedColumns, read: ReadPerson): Partial<PersonColumns> {
  const columns = {
    name: read.name,
    sex: typed.sex,
    birth_date: typed.birthDate,
    ethnic_group: typed.ethnicGroup,
    political_affiliation: typed.politicalAffiliation,
    education_level: typed.educationLevel,
    household_type: typed.householdType,
    migrant_worker: typed.migrantWorker,
  }
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Partial<PersonColumns>
}

function hiddenColumns(tx: Tx, person: PersonRow, read: ReadPerson): Partial<SealedColumns> {
  if (read.document === undefined && read.mobile === undefined) return {}
  // The key was destroyed on the person's wish: nothing may be hidden under a new one.
  if (person.wrappedKey === null || person.masterKeyId === null) refuse('people.erased')
  const key = unwrapKey(tx.keys, person.wrappedKey, person.masterKeyId)
  return {
    ...(read.document === undefined ? {} : sealDocument(tx, key, read.document)),
    ...(read.mobile === undefined ? {} : sealMobile(tx, key, read.mobile)),
  }
}
