import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A part of a test archive; whatever is given besides the content lies about it. */
export interface TestPart {
  name: string
  content?: string | Buffer
  /** Deflated data as it shall stand in the file, with what it inflates to. */
  raw?: Bomb
  declaredBytes?: number
  flags?: number
  method?: number
}

/** An archive made by hand, so that every field of it can be wrong. */
export function makeZip(parts: TestPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const content = Buffer.from(part.content ?? '')
    const data = part.raw?.data ?? (part.method === 0 ? content : deflateRawSync(content))
    const fields = {
      crc: part.raw?.crc ?? crc32(content),
      data,
      bytes: part.declaredBytes ?? part.raw?.bytes ?? content.length,
    }
    pieces.push(localHeader(part, fields), data)
    directory.push(centralHeader(part, { ...fields, at }))
    at += (pieces.at(-2) as Buffer).length + data.length
  }
  const end = Buffer.alloc(22)
  const listing = Buffer.concat(directory)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length & 0xffff, 8)
  end.writeUInt16LE(parts.length & 0xffff, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, listing, end])
}

export interface Bomb {
  data: Buffer
  bytes: number
  crc: number
}

/** `mebibytes` of one repeated piece between two others, made without ever holding them: equal blocks, each flushed. */
export function makeBomb(piece: string, mebibytes: number, [head, tail] = ['', '']): Bomb {
  const block = Buffer.alloc(1024 * 1024, piece)
  const packed = flushed(block)
  let crc = crc32(head)
  for (let count = 0; count < mebibytes; count++) crc = crc32(block, crc)
  const data = Buffer.concat([
    flushed(Buffer.from(head)),
    ...Array.from({ length: mebibytes }, () => packed),
    deflateRawSync(Buffer.from(tail)),
  ])
  return { data, bytes: block.length * mebibytes + Buffer.byteLength(head + tail), crc: crc32(tail, crc) }
}

function flushed(bytes: Buffer): Buffer {
  return deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
}

export interface TestSheet {
  /** What stands inside `<worksheet>`; or the whole part when it begins with '<?xml'. */
  xml: string
  name?: string
  state?: string
}

export interface TestBook {
  sheets: TestSheet[]
  /** What stands inside `<sst>`. */
  strings?: string
  /** What stands inside `<styleSheet>`. */
  styles?: string
  /** Attributes of `<workbookPr>`. */
  properties?: string
  /** Parts besides, or instead of those of the same name. */
  parts?: TestPart[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A small workbook around the given XML. */
export function makeXlsx(book: TestBook): Buffer {
  const sheets = book.sheets.map((sheet, index) => {
    const [name, state] = [sheet.name ?? `Sheet${index + 1}`, sheet.state ? ` state="${sheet.state}"` : '']
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const links = book.sheets.map((_, index) =>
    link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  const parts: TestPart[] = [
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: '_rels/.rels', content: linkList([link('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${book.properties ?? ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: linkList([
        ...links,
        link('rIdS', 'sharedStrings', 'sharedStrings.xml'),
        link('rIdT', 'styles', '/xl/styles.xml'),
      ]),
    },
    ...book.sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: whole(sheet.xml, 'worksheet'),
    })),
  ]
  if (book.strings !== undefined)
    parts.push({ name: 'xl/sharedStrings.xml', content: whole(book.strings, 'sst') })
  if (book.styles !== undefined)
    parts.push({ name: 'xl/styles.xml', content: whole(book.styles, 'styleSheet') })
  const instead = new Set(book.parts?.map((part) => part.name))
  return makeZip([...parts.filter((part) => !instead.has(part.name)), ...(book.parts ?? [])])
}

/** The relationships of sheet 1, for comments. */
export function sheetLinks(links: [kind: string, target: string][]): TestPart {
  const each = links.map(([kind, target], index) => link(`rId${index + 1}`, kind, target))
  return { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: linkList(each) }
}

/** One sheet with these rows. */
export function makeSheet(rows: string, book: Partial<TestBook> = {}): Buffer {
  return makeXlsx({ ...book, sheets: [{ xml: `<sheetData>${rows}</sheetData>` }] })
}

function whole(xml: string, root: string): string {
  return xml.startsWith('<?xml')
    ? xml
    : `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${MAIN}">${xml}</${root}>`
}

function link(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
}

function linkList(links: string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`
}

function localHeader(part: TestPart, fields: { crc: number; data: Buffer; bytes: number }): Buffer {
  const name = Buffer.from(part.name)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(part.flags ?? 0, 6)
  header.writeUInt16LE(part.method ?? 8, 8)
  header.writeUInt32LE(fields.crc, 14)
  header.writeUInt32LE(fields.data.length, 18)
  header.writeUInt32LE(fields.bytes, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function centralHeader(
  part: TestPart,
  fields: { crc: number; data: Buffer; bytes: number; at: number },
): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt32LE(0x00140014, 4)
  localHeader({ ...part, name: '' }, fields).copy(header, 8, 6, 26)
  header.writeUInt16LE(Buffer.byteLength(part.name), 28)
  header.writeUInt32LE(fields.at, 42)
  return Buffer.concat([header, Buffer.from(part.name)])
}
