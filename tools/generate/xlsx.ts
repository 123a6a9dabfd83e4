import { closeSync, openSync, writeSync } from 'node:fs'
import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** Text, number, or no cell at all. Numbers become number cells, also where a sender should have written text. */
export type Cell = string | number | null

export interface SheetFile {
  sheetName: string
  /** Ranges such as `A1:T1`; read after the last row, so rows may add to them while they are made. */
  merges: string[]
  /** Excel keeps texts in a shared table; some programs write them into the cells. */
  strings: 'shared' | 'inline'
}

/**
 * Writes one sheet as .xlsx, row by row, without help from the server's own writer: what the benchmark reads was not written by the
 * code it measures. Returns the size in bytes.
 */
export async function writeXlsx(
  path: string,
  sheet: SheetFile,
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  const archive = new ArchiveFile(path)
  try {
    const texts = sheet.strings === 'shared' ? new Map<string, number>() : null
    await archive.add('[Content_Types].xml', [CONTENT_TYPES])
    await archive.add('_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])])
    await archive.add('xl/workbook.xml', [workbookXml(sheet.sheetName)])
    await archive.add('xl/_rels/workbook.xml.rels', [WORKBOOK_RELATIONS])
    await archive.add('xl/worksheets/sheet1.xml', sheetXml(rows, { texts, merges: sheet.merges }))
    await archive.add('xl/sharedStrings.xml', stringsXml(texts ?? new Map()))
    return archive.finish()
  } finally {
    archive.close()
  }
}

/** The letters of a column, counted from 0. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`
const WORKBOOK_RELATIONS = relationships([
  ['worksheet', 'worksheets/sheet1.xml'],
  ['sharedStrings', 'sharedStrings.xml'],
])

function relationships(links: readonly (readonly [kind: string, target: string])[]): string {
  const each = links.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbookXml(sheetName: string): string {
  const sheet = `<sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/>`
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheet}</sheets></workbook>`
}

type SheetContent = { texts: Map<string, number> | null; merges: readonly string[] }

function* sheetXml(
  rows: Iterable<readonly Cell[]>,
  { texts, merges }: SheetContent,
): Generator<string, void, undefined> {
  const letters: string[] = []
  let text = `${XML}<worksheet xmlns="${MAIN}"><sheetData>`
  let number = 0
  for (const row of rows) {
    number++
    text += `<row r="${number}">`
    for (let at = 0; at < row.length; at++) {
      const value = row[at]!
      if (value === null) continue
      const reference = (letters[at] ??= columnLetters(at)) + number
      if (typeof value === 'number') text += `<c r="${reference}"><v>${value}</v></c>`
      else if (texts) text += `<c r="${reference}" t="s"><v>${indexOf(texts, value)}</v></c>`
      else text += `<c r="${reference}" t="inlineStr"><is>${textXml(value)}</is></c>`
    }
    text += '</row>'
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  text += '</sheetData>'
  if (merges.length > 0) {
    const cells = merges.map((range) => `<mergeCell ref="${range}"/>`)
    text += `<mergeCells count="${merges.length}">${cells.join('')}</mergeCells>`
  }
  yield `${text}</worksheet>`
}

function indexOf(texts: Map<string, number>, value: string): number {
  let index = texts.get(value)
  if (index === undefined) texts.set(value, (index = texts.size))
  return index
}

function* stringsXml(texts: Map<string, number>): Generator<string, void, undefined> {
  let xml = `${XML}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">`
  for (const value of texts.keys()) {
    xml += `<si>${textXml(value)}</si>`
    if (xml.length < 65_536) continue
    yield xml
    xml = ''
  }
  yield `${xml}</sst>`
}

function textXml(value: string): string {
  const text = /[&<>"]/.test(value) ? escapeXml(value) : value
  return /^\s|\s$/.test(value) ? `<t xml:space="preserve">${text}</t>` : `<t>${text}</t>`
}

function escapeXml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

interface ArchiveEntry {
  name: Buffer
  start: number
  crc: number
  bytes: number
  packedBytes: number
}

/** A zip file whose local headers carry the true sizes: they are written again once a part is complete. */
class ArchiveFile {
  readonly #file: number
  readonly #entries: ArchiveEntry[] = []
  #at = 0
  constructor(path: string) {
    this.#file = openSync(path, 'w')
  }

  async add(name: string, pieces: Iterable<string>): Promise<void> {
    const entry: ArchiveEntry = { name: Buffer.from(name), start: this.#at, crc: 0, bytes: 0, packedBytes: 0 }
    this.#append(headerOf(entry))
    const deflate = createDeflateRaw({ level: 3, chunkSize: 65_536 })
    deflate.on('data', (packed: Buffer) => {
      entry.packedBytes += packed.length
      this.#append(packed)
    })
    for (const piece of pieces) {
      const bytes = Buffer.from(piece)
      entry.crc = crc32(bytes, entry.crc)
      entry.bytes += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    deflate.end()
    await once(deflate, 'end')
    writeSync(this.#file, headerOf(entry), 0, null, entry.start)
    this.#entries.push(entry)
  }

  finish(): number {
    const start = this.#at
    for (const entry of this.#entries) this.#append(directoryEntryOf(entry))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(this.#at - start, 12)
    end.writeUInt32LE(start, 16)
    this.#append(end)
    return this.#at
  }

  close(): void {
    closeSync(this.#file)
  }

  #append(bytes: Buffer): void {
    writeSync(this.#file, bytes, 0, bytes.length, this.#at)
    this.#at += bytes.length
  }
}

/** What both headers share: version, UTF-8 names, deflate, 1 January 1980, checksum and sizes. */
function fieldsOf({ crc, bytes, packedBytes, name }: ArchiveEntry): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt16LE(0x0021, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packedBytes, 14)
  fields.writeUInt32LE(bytes, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function headerOf(entry: ArchiveEntry): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fieldsOf(entry), entry.name])
}

function directoryEntryOf(entry: ArchiveEntry): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(entry.start, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fieldsOf(entry), rest, entry.name])
}
