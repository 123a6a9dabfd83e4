import { Readable } from 'node:stream'
import type { NewRow } from './sheet-writer.ts'
import type { CellValue } from './types.ts'

/**
 * Rows as CSV in UTF-8 with a byte order mark (so that Excel reads Chinese), CRLF between records. Text that a
 * spreadsheet would take for a formula gets a leading apostrophe; numbers stay numbers. NUL is left out.
 */
export function writeCsv(rows: Iterable<NewRow> | AsyncIterable<NewRow>): Readable {
  return Readable.from(csvText(rows), { objectMode: false })
}

async function* csvText(rows: Iterable<NewRow> | AsyncIterable<NewRow>): AsyncGenerator<string> {
  let text = '\ufeff'
  for await (const row of rows) {
    text += `${row.map(fieldOf).join(',')}\r\n`
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text
}

/** The signs that begin a formula, also in full width, and the blanks that some programs skip before them. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/

function fieldOf(value: CellValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const plain = value.replaceAll('\0', '')
  const safe = FORMULA_START.test(plain) ? `'${plain}` : plain
  return /["',;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
