import type { SheetResult } from './sheet-walk.ts'

export interface FileNote {
  code: 'X16' | 'X17' | 'X28'
  kind?: 'hidden_row' | 'hidden_column' | 'strike' | 'comment'
  count?: number
  declared?: number
  found?: number
  sheet?: string
}

/** What a whole file came to, beside its rows. */
export interface ImportSummary {
  asOf: string
  sheets: SheetResult[]
  fileNotes: FileNote[]
  dataRows: number
  counts: { accepted: number; review: number; rejected: number }
}

/** Rows that are noted for the file besides being judged. */
export interface RowTraits {
  hidden: number
  struck: number
}

/** The notes on the file as a whole: totals that differ, hidden and struck-through rows, hidden columns, comments. */
export function fileNotes(sheets: readonly SheetResult[], traits: RowTraits): FileNote[] {
  const imported = sheets.filter((sheet) => sheet.imported)
  const totals = imported.flatMap((sheet) =>
    sheet.totals.map((total): FileNote => ({
      code: 'X16',
      ...total,
      ...(imported.length > 1 ? { sheet: sheet.name } : {}),
    })),
  )
  const counted: FileNote[] = [
    { code: 'X17', kind: 'hidden_row', count: traits.hidden },
    { code: 'X17', kind: 'hidden_column', count: sum(imported.map((sheet) => sheet.hiddenColumns)) },
    { code: 'X28', kind: 'strike', count: traits.struck },
    { code: 'X28', kind: 'comment', count: sum(imported.map((sheet) => sheet.comments)) },
  ]
  return [...totals, ...counted.filter((note) => note.count !== 0)]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
