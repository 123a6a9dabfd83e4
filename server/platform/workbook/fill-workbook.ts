import { inflatePart, readSmallPart } from './inflate.ts'
import { WORKBOOK_LIMITS } from './limits.ts'
import { PackageParts } from './package-parts.ts'
import { refuseWorkbook } from './refusal.ts'
import { placeOfCell, setCells, type CellFill } from './sheet-cells.ts'
import { openSource, type ByteSource } from './source.ts'
import { WorkbookReader } from './workbook-part.ts'
import { zipBytes, type NewPart } from './zip-writer.ts'

/** A number for a cell of a sheet, by the sheet's name. */
export interface WorkbookFill extends CellFill {
  sheet: string
}

/**
 * A workbook with numbers put into cells, everything else as it was: layout, styles, other sheets, formulas. Programs are told to compute
 * formulas anew when they open it. Throws `WorkbookRefusal` for what is no sound workbook; sheets that are not there are passed over.
 */
export async function fillWorkbook(bytes: Uint8Array, fills: readonly WorkbookFill[]): Promise<Buffer> {
  const source = openSource(bytes)
  const parts = new PackageParts(source, WORKBOOK_LIMITS)
  const book = await bookOf(parts)
  const edited = new Map<string, string>()
  const read = async (part: string) =>
    (await readSmallPart(source, parts.entry(part) ?? refuseWorkbook('damaged'), WORKBOOK_LIMITS)).toString(
      'utf8',
    )
  edited.set(book.part, computedAnew(await read(book.part)))
  for (const { name, part } of book.sheets) {
    const own = fills.filter(({ sheet }) => sheet === name)
    if (own.length > 0) edited.set(part, setCells(await read(part), own))
  }
  const pieces: Buffer[] = []
  for await (const piece of zipBytes(partsOf(parts, source, edited))) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** How far each sheet reaches by its name, empty cells that have a style included: the cells of a form are empty. */
export async function sizesOfSheets(
  bytes: Uint8Array,
): Promise<Map<string, { rows: number; columns: number }>> {
  const parts = new PackageParts(openSource(bytes), WORKBOOK_LIMITS)
  const sizes = new Map<string, { rows: number; columns: number }>()
  for (const { name, part } of (await bookOf(parts)).sheets) {
    const entry = parts.entry(part) ?? refuseWorkbook('damaged')
    const xml = (await readSmallPart(parts.source, entry, WORKBOOK_LIMITS)).toString('utf8')
    const size = { rows: 0, columns: 0 }
    for (const [, cell] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]+[0-9]+)"/g)) {
      const place = placeOfCell(cell!)
      size.rows = Math.max(size.rows, place?.row ?? 0)
      size.columns = Math.max(size.columns, place?.column ?? 0)
    }
    sizes.set(name, size)
  }
  return sizes
}

function* partsOf(
  parts: PackageParts,
  source: ByteSource,
  edited: ReadonlyMap<string, string>,
): Generator<NewPart> {
  for (const entry of parts.all()) {
    const text = edited.get(entry.name)
    yield {
      name: entry.path,
      text: text === undefined ? inflatePart(source, entry, WORKBOOK_LIMITS) : [text],
    }
  }
}

async function bookOf(
  parts: PackageParts,
): Promise<{ part: string; sheets: { name: string; part: string }[] }> {
  const root = (await parts.relationships('')).find((each) => each.kind === 'officeDocument')
  if (!root || !parts.entry(root.part)) return refuseWorkbook('not_a_workbook')
  const reader = new WorkbookReader(WORKBOOK_LIMITS.sheets)
  await parts.scanSmall(root.part, reader)
  const links = await parts.relationships(root.part)
  const sheets = reader.sheets.flatMap(({ name, relationship }) => {
    const link = links.find((each) => each.id === relationship && each.kind === 'worksheet')
    return link === undefined ? [] : [{ name, part: link.part }]
  })
  return { part: root.part, sheets }
}

/** The kept results of formulas are of the old numbers. */
function computedAnew(workbook: string): string {
  const without = workbook.replace(/<calcPr\b[^>]*\/>|<calcPr\b[^>]*>\s*<\/calcPr>/, '')
  const after = without.includes('</definedNames>') ? '</definedNames>' : '</sheets>'
  return without.replace(after, `${after}<calcPr calcId="0" fullCalcOnLoad="1"/>`)
}
