/** What one sheet says about one person, by the number they wear. `part`: in which part of the event it was marked. */
export interface SheetEntry {
  badgeNo: number
  yes: boolean
  score: number | null
  part: 1 | 2
}

/** Whose sheet it is: written inside, so that sheets cannot be swapped. */
export interface SheetPlace {
  eventId: string
  registrationId: string
}

/** Length of every sheet of the product, in bytes: what it says does not show in it. */
export const sheetBytes = 1024
const headBytes = 35
const entryBytes = 3
const format = 1

/** The most entries a sheet has room for. */
export const sheetRoom = Math.floor((sheetBytes - headBytes) / entryBytes)

/** The sheet as bytes of one fixed length. Throws when it has no room for the entries. */
export function writeSheet(place: SheetPlace, entries: readonly SheetEntry[]): Buffer {
  if (entries.length > sheetRoom) throw new RangeError(`a sheet has room for ${sheetRoom} entries`)
  const sheet = Buffer.alloc(sheetBytes)
  sheet.writeUInt8(format, 0)
  sheet.writeUInt16BE(entries.length, 1)
  placeBytes(place).copy(sheet, 3)
  entries.forEach((entry, at) => {
    const start = headBytes + at * entryBytes
    sheet.writeUInt16BE(entry.badgeNo, start)
    sheet.writeUInt8((entry.yes ? 1 : 0) | ((entry.score ?? 0) << 1) | (entry.part === 2 ? 16 : 0), start + 2)
  })
  return sheet
}

/** What a sheet says. Throws when it is not the sheet of this place, or not one at all. */
export function readSheet(place: SheetPlace, sheet: Buffer): SheetEntry[] {
  const isTheirs = sheet.length === sheetBytes && sheet.subarray(3, headBytes).equals(placeBytes(place))
  if (!isTheirs || sheet.readUInt8(0) !== format) throw new Error('this is not the sheet of this place')
  return Array.from({ length: sheet.readUInt16BE(1) }, (_, at) => {
    const start = headBytes + at * entryBytes
    const marks = sheet.readUInt8(start + 2)
    const score = (marks >> 1) & 7
    return {
      badgeNo: sheet.readUInt16BE(start),
      yes: (marks & 1) === 1,
      score: score === 0 ? null : score,
      part: (marks & 16) === 16 ? 2 : 1,
    }
  })
}

function placeBytes({ eventId, registrationId }: SheetPlace): Buffer {
  return Buffer.from(`${eventId}${registrationId}`.replaceAll('-', ''), 'hex')
}
