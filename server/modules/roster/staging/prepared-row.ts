import type { CopyRows } from '#server/platform/db/copy-rows.ts'

/**
 * A judged row made ready to be written: everything a commit needs, so that the commit itself is set-wise SQL. Hidden values are
 * ciphertexts under a key of the person's own and keyed hashes. Field names are those of `import_rows`.
 */
export interface PreparedRow {
  row_id: number
  sheet: string
  sheet_row: number
  outcome: 'accepted' | 'review' | 'rejected'
  codes: readonly string[]
  normalisations: readonly string[]
  warnings: readonly string[]
  /** Cells as written and reasons, sealed; null for rows that need no mending. */
  sealed: Uint8Array | null
  /** Id of the person and of the membership, the employment and the card that come with them: ids are unique within a table. */
  person_id: string | null
  name: string | null
  sex: 'male' | 'female' | null
  birth_date: string | null
  ethnic_group: string | null
  political_affiliation: string | null
  education_level: string | null
  household_type: string | null
  migrant_worker: boolean | null
  document_cipher: Uint8Array | null
  document_hash: Uint8Array | null
  mobile_cipher: Uint8Array | null
  mobile_hash: Uint8Array | null
  mobile_tail_hash: Uint8Array | null
  card_cipher: Uint8Array | null
  card_hash: Uint8Array | null
  wrapped_key: Uint8Array | null
  master_key_id: number | null
  union_id: string | null
  employer_id: string | null
  membership_kind: 'member' | 'retained' | null
  joined_on: string | null
  joined_precision: 'day' | 'month' | 'year' | null
  form: string | null
  status: string | null
  union_group: string | null
  job: string | null
  sort_key: string | null
  name_tokens: readonly number[] | null
}

type Write = (copy: CopyRows, row: PreparedRow) => void
type Column = readonly [name: keyof PreparedRow, type: string, write: Write]

const texts = (name: keyof PreparedRow): Column => [
  name,
  'text',
  (copy, row) => copy.text(row[name] as string | null),
]
const uuids = (name: keyof PreparedRow): Column => [
  name,
  'uuid',
  (copy, row) => copy.uuid(row[name] as string | null),
]
const bytes = (name: keyof PreparedRow): Column => [
  name,
  'bytea',
  (copy, row) => copy.bytes(row[name] as Uint8Array | null),
]
const integers = (name: keyof PreparedRow): Column => [
  name,
  'integer',
  (copy, row) => copy.int4(row[name] as number | null),
]
const dates = (name: keyof PreparedRow): Column => [
  name,
  'date',
  (copy, row) => copy.date(row[name] as string | null),
]
const lists = (name: keyof PreparedRow): Column => [
  name,
  'text[]',
  (copy, row) => copy.textArray(row[name] as readonly string[]),
]

/** The columns in the order in which they are copied, with their types and how each is written. */
export const preparedColumns: readonly Column[] = [
  integers('row_id'),
  texts('sheet'),
  integers('sheet_row'),
  texts('outcome'),
  lists('codes'),
  lists('normalisations'),
  lists('warnings'),
  bytes('sealed'),
  uuids('person_id'),
  texts('name'),
  texts('sex'),
  dates('birth_date'),
  texts('ethnic_group'),
  texts('political_affiliation'),
  texts('education_level'),
  texts('household_type'),
  ['migrant_worker', 'boolean', (copy, row) => copy.boolean(row.migrant_worker)],
  bytes('document_cipher'),
  bytes('document_hash'),
  bytes('mobile_cipher'),
  bytes('mobile_hash'),
  bytes('mobile_tail_hash'),
  bytes('card_cipher'),
  bytes('card_hash'),
  bytes('wrapped_key'),
  ['master_key_id', 'smallint', (copy, row) => copy.int2(row.master_key_id)],
  uuids('union_id'),
  uuids('employer_id'),
  texts('membership_kind'),
  dates('joined_on'),
  texts('joined_precision'),
  texts('form'),
  texts('status'),
  texts('union_group'),
  texts('job'),
  texts('sort_key'),
  ['name_tokens', 'bigint[]', (copy, row) => copy.bigintArray(row.name_tokens)],
]

/** Writes one row into the stream of a COPY. */
export function writePrepared(copy: CopyRows, row: PreparedRow): void {
  copy.begin()
  for (const [, , write] of preparedColumns) write(copy, row)
  copy.end()
}
