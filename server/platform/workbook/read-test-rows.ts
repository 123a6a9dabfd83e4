import { CellFlag, CellKind, openWorkbook, type CellValue } from './index.ts'

/** A row copied out of the reader, in words. */
export interface ReadRow {
  number: number
  hidden: boolean
  cells: { value: CellValue; kind: string; flags: string }[]
}

/** All rows of a sheet, copied. */
export async function readRows(from: Uint8Array, sheet = 0): Promise<ReadRow[]> {
  const book = await openWorkbook(from)
  const rows: ReadRow[] = []
  await book.sheets[sheet]?.rows((row) => {
    const cells = row.values.slice(0, row.width).map((value, column) => ({
      value,
      kind: nameOf(CellKind, row.kinds[column]),
      flags: Object.entries(CellFlag)
        .filter(([, bit]) => (row.flags[column] as number) & bit)
        .map(([name]) => name)
        .join(' '),
    }))
    rows.push({ number: row.number, hidden: row.hidden, cells })
  })
  book.close()
  return rows
}

/** The cells of the first row as 'kind value' or 'kind value flags'. */
export async function firstRow(from: Uint8Array): Promise<string[]> {
  const rows = await readRows(from)
  return (rows[0]?.cells ?? []).map((cell) =>
    [cell.kind, cell.value, cell.flags].filter((part) => part !== '').join(' '),
  )
}

/** Only the values, row by row. */
export async function readValues(from: Uint8Array): Promise<CellValue[][]> {
  return (await readRows(from)).map((row) => row.cells.map((cell) => cell.value))
}

function nameOf(table: Record<string, number>, code: number | undefined): string {
  return Object.entries(table).find(([, each]) => each === code)?.[0] ?? '?'
}
