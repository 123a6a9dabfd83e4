import type { PartialDate } from './dates.ts'
import type { PlainField } from './roster-columns.ts'
import type { Reason } from './reasons.ts'

export type Outcome = 'accepted' | 'review' | 'rejected'

/** What the policy makes of one data row. */
export interface JudgedRow<Values> {
  sheet: string
  /** 1-based row of the sheet. */
  row: number
  /** 0-based place among all data rows of the file; amendments name it. */
  index: number
  outcome: Outcome
  /** Sorted, each once; of a rejected row only the rejecting ones. */
  codes: readonly string[]
  reasons: readonly Reason[]
  normalisations: readonly string[]
  warnings: readonly string[]
  values: Values
}

/** The values a roster row stands for. Of a rejected row only those that could be told. */
export interface RosterValues {
  full_name: string | null
  id_number: string | null
  mobile: string | null
  sex: '男' | '女' | null
  birth_date: string | null
  ethnic_group: string | null
  political_affiliation: string | null
  education_level: string | null
  employer_name: string | null
  employer_uscc: string | null
  union_name: string | null
  join_date: PartialDate | null
  service_card_no: string | null
  remark: string | null
  /** Ids of the register's entries, when the register gave them. */
  employer_id: string | null
  union_id: string | null
  /** The other known columns, as written. */
  plain: Partial<Record<PlainField, string>>
}

export type JudgedRosterRow = JudgedRow<RosterValues>

/** What duplicates found later in the file add to a row: reasons for review, or a warning. */
export interface Amendment {
  index: number
  sheet: string
  row: number
  /** The outcome the row was handed out with. */
  before: Outcome
  reasons: readonly Reason[]
  warnings: readonly string[]
}

export const NO_CODES: readonly string[] = Object.freeze([])
export const NO_REASONS: readonly Reason[] = Object.freeze([])
