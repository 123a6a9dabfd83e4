import { latin1At, utf8At } from './byte-text.ts'
import { isUtf8 } from 'node:buffer'
import type { WorkbookLimits } from './limits.ts'
import { refuseWorkbook } from './refusal.ts'
import { RowBuffer } from './sheet-row.ts'
import { pieces, type ByteSource } from './source.ts'
import { CellKind, type SheetHandle, type SheetRow, type Workbook } from './types.ts'

/** The name of the only sheet of a CSV file. */
const CSV_SHEET = 'CSV'

/** Opens a CSV: UTF-8 when all of it is valid UTF-8, otherwise GB18030; separated by comma, semicolon or tab. Text without any of these is no table. */
export async function openCsv(source: ByteSource, limits: WorkbookLimits): Promise<Workbook> {
  if (source.size > limits.partBytes) refuseWorkbook('part_too_large')
  const utf8 = isAllUtf8(source)
  const separator = findSeparator(utf8Pieces(source, utf8).next().value ?? Buffer.alloc(0))
  const sheet: SheetHandle = {
    name: CSV_SHEET,
    state: 'visible',
    survey: async () => ({
      name: CSV_SHEET,
      state: 'visible',
      merges: [],
      hiddenColumns: [],
      columnWidths: [],
      commentCount: 0,
    }),
    async rows(sink: (row: SheetRow) => void) {
      const reader = new RecordReader(separator, sink, limits)
      for (const piece of utf8Pieces(source, utf8)) reader.feed(piece)
      reader.finish()
    },
  }
  return { type: 'csv', epoch: 1900, sheets: [sheet], close: () => source.close() }
}

/** Checks the encoding and, on the way, that there is no NUL. */
function isAllUtf8(source: ByteSource): boolean {
  let valid = true
  let carry = Buffer.alloc(0)
  for (const piece of pieces(source, 0, source.size)) {
    if (piece.includes(0)) refuseWorkbook('not_a_workbook')
    if (!valid) continue
    const joined = Buffer.concat([carry, piece])
    const end = joined.length - brokenTail(joined)
    valid = isUtf8(joined.subarray(0, end))
    carry = joined.subarray(end)
  }
  return valid && carry.length === 0
}

/** Bytes at the end that begin a character of which the rest is still to come. */
function brokenTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** The file as UTF-8 without byte order mark, in pieces that may cut characters. */
function* utf8Pieces(source: ByteSource, utf8: boolean): Generator<Buffer> {
  const decoder = utf8 ? null : new TextDecoder('gb18030', { fatal: true })
  let first = true
  for (const piece of pieces(source, 0, source.size)) {
    const bytes = decoder ? Buffer.from(decode(decoder, piece)) : piece
    yield first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
    first = false
  }
  if (decoder) yield Buffer.from(decode(decoder, null))
}

function decode(decoder: TextDecoder, piece: Buffer | null): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch {
    return refuseWorkbook('not_a_workbook')
  }
}

/** A first line `sep=;` decides; otherwise the candidate that occurs most outside quotes. */
function findSeparator(head: Buffer): number {
  const declared = /^sep=([,;\t])\r?\n/i.exec(head.toString('latin1', 0, 16))
  if (declared) return (declared[1] as string).charCodeAt(0)
  const counts = new Map<number, number>([
    [COMMA, 0],
    [SEMICOLON, 0],
    [TAB, 0],
  ])
  let quoted = false
  for (const byte of head) {
    if (byte === QUOTE) quoted = !quoted
    else if (!quoted && counts.has(byte)) counts.set(byte, (counts.get(byte) as number) + 1)
  }
  const [separator, count] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))
  return count > 0 ? separator : refuseWorkbook('not_a_workbook')
}

/** Splits UTF-8 bytes into records. A field may be cut anywhere by the end of a piece. */
class RecordReader {
  private readonly separator: number
  private readonly limits: WorkbookLimits
  private readonly row: RowBuffer
  private field = Buffer.allocUnsafe(1024)
  private length = 0
  private ascii = true
  private column = 0
  private state = START
  private afterReturn = false

  constructor(separator: number, sink: (row: SheetRow) => void, limits: WorkbookLimits) {
    this.separator = separator
    this.limits = limits
    this.row = new RowBuffer(sink, limits)
  }

  feed(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number
      if (this.afterReturn) {
        this.afterReturn = false
        if (byte === LINE_FEED) continue
      }
      if (this.state === QUOTED) {
        if (byte === QUOTE) this.state = QUOTE_SEEN
        else this.push(byte)
      } else if (byte === this.separator) this.endField()
      else if (byte === LINE_FEED || byte === RETURN) {
        this.afterReturn = byte === RETURN
        this.endRecord()
      } else if (byte === QUOTE && this.state === START) this.state = QUOTED
      else if (byte === QUOTE && this.state === QUOTE_SEEN) {
        this.push(byte)
        this.state = QUOTED
      } else {
        this.push(byte)
        this.state = PLAIN
      }
    }
  }

  /** A quote that never closes has swallowed the rest of the file: such a file is refused. */
  finish(): void {
    if (this.state === QUOTED) refuseWorkbook('truncated')
    if (this.length === 1 && this.column === 0 && this.field[0] === END_OF_FILE) return
    if (this.column > 0 || this.state !== START) this.endRecord()
  }

  private push(byte: number): void {
    if (this.length === this.field.length) {
      if (this.length > this.limits.cellCharacters * 3) refuseWorkbook('cell_too_long')
      this.field = Buffer.concat([this.field, Buffer.allocUnsafe(this.length)])
    }
    this.field[this.length++] = byte
    if (byte >= 0x80) this.ascii = false
  }

  private endField(): void {
    if (this.column >= this.limits.columns) refuseWorkbook('too_many_columns')
    if (this.length > 0) {
      const text = this.ascii ? latin1At(this.field, 0, this.length) : utf8At(this.field, 0, this.length)
      this.row.set(this.column, text, CellKind.text)
    }
    this.column++
    this.length = 0
    this.ascii = true
    this.state = START
  }

  private endRecord(): void {
    this.endField()
    this.column = 0
    this.row.number++
    this.row.deliver()
  }
}

const START = 0
const PLAIN = 1
const QUOTED = 2
const QUOTE_SEEN = 3
const [TAB, LINE_FEED, RETURN, END_OF_FILE, QUOTE, COMMA, SEMICOLON] = [
  9, 10, 13, 26, 0x22, 0x2c, 0x3b,
] as const
