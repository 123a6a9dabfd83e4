import { closeSync, openSync, writeSync } from 'node:fs'
import { encodeGb18030 } from './gb18030.ts'
import type { Cell } from './xlsx.ts'

/** Writes rows as .csv in GB18030 with CRLF, as Excel on Chinese Windows does. Returns the size in bytes. */
export function writeCsvGb18030(path: string, rows: Iterable<readonly Cell[]>): number {
  const file = openSync(path, 'w')
  let bytes = 0
  let text = ''
  const flush = () => {
    bytes += writeSync(file, encodeGb18030(text))
    text = ''
  }
  try {
    for (const row of rows) {
      text += `${row.map(fieldOf).join(',')}\r\n`
      if (text.length > 65_536) flush()
    }
    flush()
  } finally {
    closeSync(file)
  }
  return bytes
}

function fieldOf(value: Cell): string {
  if (value === null) return ''
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
