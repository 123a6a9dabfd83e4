import type { Cell } from './xlsx.ts'

/** A reason code with the Chinese sentence that an importer should give, by the import policy's wording. */
export type Reason = readonly [code: string, why: string]

/** A row about to be written: its cells by column, what an importer must read from them, and how it must judge. */
export interface DraftRow {
  cells: Record<string, Cell>
  expected: Record<string, unknown>
  normalisations: Set<string>
  review: Reason[]
  rejected: Reason[]
}

/** What an importer's report on a generated file must say. Accepted rows are listed only when something was repaired. */
export interface Expectation {
  file: string
  kind: 'roster' | 'organisations'
  asOf: string
  register?: string
  sheets?: { name: string; imported: boolean }[]
  acceptedListed: 'normalised-only'
  dataRows: number
  acceptedCount: number
  planted: number
  accepted: Record<string, unknown>[]
  review: { row: number; codes: string[]; why_zh: string }[]
  rejected: { row: number; codes: string[]; why_zh: string }[]
  skipped: { row: number; kind: string }[]
}

export function draftRow(cells: Record<string, Cell>, expected: Record<string, unknown>): DraftRow {
  return { cells, expected, normalisations: new Set(), review: [], rejected: [] }
}

export function emptyExpectation(
  given: Pick<Expectation, 'file' | 'kind' | 'asOf' | 'register' | 'sheets'>,
): Expectation {
  return {
    ...given,
    acceptedListed: 'normalised-only',
    dataRows: 0,
    acceptedCount: 0,
    planted: 0,
    accepted: [],
    review: [],
    rejected: [],
    skipped: [],
  }
}

/** Enters a written row: rejected before review before accepted. */
export function expectRow(expectation: Expectation, row: number, draft: DraftRow): void {
  expectation.dataRows++
  if (draft.rejected.length > 0) expectation.rejected.push(judged(row, draft.rejected))
  else if (draft.review.length > 0) expectation.review.push(judged(row, draft.review))
  else {
    expectation.acceptedCount++
    if (draft.normalisations.size > 0) {
      expectation.accepted.push({ row, ...draft.expected, normalisations: [...draft.normalisations].sort() })
    }
  }
}

function judged(row: number, reasons: readonly Reason[]) {
  return {
    row,
    codes: [...new Set(reasons.map(([code]) => code))].sort(),
    why_zh: [...new Set(reasons.map(([, why]) => why))].join('；'),
  }
}
