import type { MasterKeys } from '#server/platform/crypto.ts'
import type { ImportSummary } from '../rules/import-summary.ts'
import type { RegisterEntry } from '../rules/register.ts'

/** What the thread that reads a file is given. */
export interface JudgeTask {
  kind: 'roster' | 'organisations'
  tenantId: string
  keys: MasterKeys
  file: { dataFolder: string; key: Uint8Array; sha256: string }
  register: RegisterEntry[]
  asOf: string
  mapping: [string, string | null][]
  /** One shared number: how many pieces have been taken. */
  acknowledged: SharedArrayBuffer
}

/** A row that other rows of the file turn to review or warn about. `known` are keys of reasons with their column. */
export interface AmendedRow {
  rowId: number
  known: string[]
  codes: string[]
  warnings: string[]
}

/** What the thread says: rows in binary COPY form, then the end; or that the file is refused as a whole. */
export type JudgeMessage =
  | { kind: 'rows'; piece: Uint8Array<ArrayBuffer>; rows: number }
  | { kind: 'done'; summary: ImportSummary; amended: AmendedRow[] }
  | { kind: 'refused'; code: string; key: string; whyZh: string }
