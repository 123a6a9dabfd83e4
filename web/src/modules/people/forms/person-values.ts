import type { DocumentKind, MemberFile } from '#contract/people-records.ts'

/** What the form of a person holds: empty fields are empty text or nothing. */
export interface PersonValues {
  name: string
  sex?: 'male' | 'female' | null
  birthDate?: string | null
  ethnicGroup?: string | null
  politicalAffiliation?: string | null
  educationLevel?: string | null
  householdType?: string | null
  migrantWorker?: 'yes' | 'no' | null
  documentKind?: DocumentKind
  documentNumber?: string
  mobile?: string
}

/** What the form starts with. Hidden numbers are not in it: an empty field leaves them as they are. */
export function valuesOf(file: MemberFile): PersonValues {
  const { name, sex, birthDate, ethnicGroup, politicalAffiliation, educationLevel, householdType } = file
  return {
    name,
    sex,
    birthDate,
    ethnicGroup,
    politicalAffiliation,
    educationLevel,
    householdType,
    migrantWorker: file.migrantWorker === null ? null : file.migrantWorker ? 'yes' : 'no',
    documentKind: file.documentKind ?? 'citizen_id',
  }
}

const plain = [
  'name',
  'sex',
  'birthDate',
  'ethnicGroup',
  'politicalAffiliation',
  'educationLevel',
  'householdType',
] as const

/** Only what differs from what the form started with; emptied fields become null, untouched numbers are left out. */
export function changesOf(values: PersonValues, before: PersonValues) {
  const changed = plain.filter((field) => (values[field] || null) !== (before[field] || null))
  return {
    ...Object.fromEntries(changed.map((field) => [field, values[field]?.trim() || null])),
    ...((values.migrantWorker ?? null) === (before.migrantWorker ?? null)
      ? {}
      : { migrantWorker: migrantOf(values) }),
    ...numbersOf(values),
  }
}

/** A new person as the contract takes one: fields left empty are left out. */
export function newPersonOf(values: PersonValues) {
  const given = plain.filter((field) => values[field])
  const migrantWorker = migrantOf(values)
  return {
    ...Object.fromEntries(given.map((field) => [field, values[field]])),
    name: values.name.trim(),
    ...(migrantWorker === null ? {} : { migrantWorker }),
    ...numbersOf(values),
  }
}

function numbersOf({ documentKind, documentNumber, mobile }: PersonValues) {
  return {
    ...(documentNumber?.trim() ? { documentNumber: documentNumber.trim(), documentKind } : {}),
    ...(mobile?.trim() ? { mobile: mobile.trim() } : {}),
  }
}

function migrantOf({ migrantWorker }: PersonValues): boolean | null {
  if (!migrantWorker) return null
  return migrantWorker === 'yes'
}
