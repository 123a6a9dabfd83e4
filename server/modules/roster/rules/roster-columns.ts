import type { HeaderColumn } from './header-finder.ts'

/** Columns of the roster that a row is judged by. */
export const JUDGED_FIELDS = [
  'full_name',
  'sex',
  'id_number',
  'birth_date',
  'ethnic_group',
  'political_affiliation',
  'education_level',
  'mobile',
  'employer_name',
  'employer_uscc',
  'union_name',
  'join_date',
  'service_card_no',
  'remark',
] as const

/** Columns kept as they are written. */
export const PLAIN_FIELDS = [
  'id_document_type',
  'skill_grade',
  'professional_title',
  'union_group',
  'job',
  'employment_form',
  'employment_status',
  'household_type',
  'household_place',
  'is_migrant_worker',
  'new_form_group',
  'work_start_date',
  'employment_start_date',
  'membership_status',
  'certificate_no',
  'model_worker_level',
  'address',
  'union_uscc',
] as const

export type JudgedField = (typeof JUDGED_FIELDS)[number]
export type PlainField = (typeof PLAIN_FIELDS)[number]

/** Where each field stands in the sheet; several columns when a field stands twice, the leftmost first. */
export interface RosterColumns {
  judged: Partial<Record<JudgedField, readonly number[]>>
  plain: readonly { field: PlainField; columns: readonly number[] }[]
  /** Columns where a text that looks like a formula is marked (X27): all but number, mobile and dates. */
  words: readonly number[]
  /** Those of them whose ="…" wrapper is taken off instead (X04). */
  unwrapped: ReadonlySet<number>
}

/** The columns a header leads to. */
export function rosterColumns(header: readonly HeaderColumn[]): RosterColumns {
  const of = (field: string) => header.filter((one) => one.field === field).map((one) => one.column)
  const judged: RosterColumns['judged'] = {}
  for (const field of JUDGED_FIELDS) if (of(field).length > 0) judged[field] = of(field)
  return {
    judged,
    plain: PLAIN_FIELDS.map((field) => ({ field, columns: of(field) })).filter(
      ({ columns }) => columns.length > 0,
    ),
    words: header.filter((one) => one.field === null || !NO_WORDS.has(one.field)).map((one) => one.column),
    unwrapped: new Set(UNWRAPPED.flatMap(of)),
  }
}

const NO_WORDS = new Set([
  'index',
  'full_name',
  'id_number',
  'mobile',
  'birth_date',
  'join_date',
  'work_start_date',
  'employment_start_date',
])
const UNWRAPPED = [
  'sex',
  'ethnic_group',
  'political_affiliation',
  'education_level',
  'employer_name',
  'employer_uscc',
  'union_name',
]
