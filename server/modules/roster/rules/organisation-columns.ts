import type { HeaderColumn } from './header-finder.ts'

/** Where each field of the organisation register stands, the leftmost column first. */
export interface OrganisationColumns {
  of: (field: string) => readonly number[] | undefined
  six: readonly (readonly number[] | undefined)[]
  words: readonly number[]
  unwrapped: ReadonlySet<number>
  /** What a bare number in the budget column counts, in fen: 1,000,000 where its header says 万元. */
  budgetUnitFen: number
}

export function organisationColumns(header: readonly HeaderColumn[]): OrganisationColumns {
  const fields = new Map<string, number[]>()
  for (const { field, column } of header)
    if (field !== null) fields.set(field, [...(fields.get(field) ?? []), column])
  const budget = header.find((one) => one.field === 'annual_budget')
  return {
    of: (field) => fields.get(field),
    six: SIX_HAVES.map((field) => fields.get(field)),
    words: header.filter((one) => one.field === null || !NO_WORDS.has(one.field)).map((one) => one.column),
    unwrapped: new Set(
      header.filter((one) => one.field !== null && one.field !== 'remark').map((one) => one.column),
    ),
    budgetUnitFen: budget && TEN_THOUSANDS.test(budget.header) ? 1_000_000 : 100,
  }
}

export const SIX_HAVES = [
  'six_haves_1',
  'six_haves_2',
  'six_haves_3',
  'six_haves_4',
  'six_haves_5',
  'six_haves_6',
] as const
const NO_WORDS = new Set(['index', 'name', 'chair_mobile', 'founded', 'election_date'])
const TEN_THOUSANDS = /万\s*元?\s*[)）\]】]/u
