import type { WorkbookLimits } from './limits.ts'
import { PackageParts, type Relationship } from './package-parts.ts'
import { refuseWorkbook } from './refusal.ts'
import { SerialDates } from './serial-dates.ts'
import { SharedStrings } from './shared-strings.ts'
import { LayoutReader, SheetLayout } from './sheet-layout.ts'
import { SheetReader, type CellContext } from './sheet-reader.ts'
import type { ByteSource } from './source.ts'
import { StyleReader } from './styles.ts'
import type { SheetHandle, SheetRow, SheetState, SheetSurvey, Workbook } from './types.ts'
import { CommentReader, WorkbookReader } from './workbook-part.ts'

/** Opens an .xlsx: the archive is checked, its small parts are read; rows and shared strings wait until asked for. */
export async function openXlsx(source: ByteSource, limits: WorkbookLimits): Promise<Workbook> {
  const parts = new PackageParts(source, limits)
  await parts.refuseMacros()
  parts.refuseDocumentTypes()
  const root = (await parts.relationships('')).find((each) => each.kind === 'officeDocument')
  if (!root || !parts.entry(root.part)) return refuseWorkbook('not_a_workbook')
  const reader = new WorkbookReader(limits.sheets)
  await parts.scanSmall(root.part, reader)
  const links = await parts.relationships(root.part)

  const book = new OpenBook(parts, links, reader.epoch)
  const sheets: XlsxSheet[] = []
  for (const sheet of reader.sheets) {
    const link = links.find((each) => each.id === sheet.relationship) ?? refuseWorkbook('damaged')
    if (link.kind !== 'worksheet') continue
    if (!parts.entry(link.part)) refuseWorkbook('damaged')
    sheets.push(new XlsxSheet(book, sheet.name, sheet.state, link.part))
  }
  if (sheets.length === 0) refuseWorkbook('not_a_workbook')
  const read = sheets.filter((sheet) => sheet.state === 'visible').map((sheet) => sheet.part)
  await parts.refuseHiddenBombs(
    new Set([...read, ...links.filter((each) => each.kind === 'sharedStrings').map((each) => each.part)]),
  )
  return { type: 'xlsx', epoch: reader.epoch, sheets, close: () => source.close() }
}

/** What the sheets of one workbook share; read when the first sheet needs it, once. */
class OpenBook {
  readonly parts: PackageParts
  private readonly links: Relationship[]
  private readonly dates: SerialDates
  private loading: Promise<CellContext> | null = null

  constructor(parts: PackageParts, links: Relationship[], epoch: 1900 | 1904) {
    this.parts = parts
    this.links = links
    this.dates = new SerialDates(epoch)
  }

  context(): Promise<CellContext> {
    this.loading ??= this.load()
    return this.loading
  }

  private async load(): Promise<CellContext> {
    const { limits } = this.parts
    const styles = new StyleReader()
    const stylePart = this.partOf('styles')
    if (stylePart) await this.parts.scanSmall(stylePart, styles)
    const stringPart = this.partOf('sharedStrings')
    const strings = stringPart
      ? new SharedStrings(this.parts.entry(stringPart)?.declaredBytes ?? 0, limits)
      : null
    if (stringPart && strings) await this.parts.scan(stringPart, strings)
    return { strings, styles: styles.traits, dates: this.dates, limits }
  }

  private partOf(kind: string): string | null {
    const part = this.links.find((each) => each.kind === kind)?.part
    return part !== undefined && this.parts.entry(part) ? part : null
  }
}

class XlsxSheet implements SheetHandle {
  readonly name: string
  readonly state: SheetState
  readonly part: string
  private readonly book: OpenBook
  private layout: SheetLayout | null = null

  constructor(book: OpenBook, name: string, state: SheetState, part: string) {
    this.book = book
    this.name = name
    this.state = state
    this.part = part
  }

  async survey(): Promise<SheetSurvey> {
    const { parts } = this.book
    if (this.layout === null) {
      const layout = new SheetLayout(parts.limits)
      await parts.scan(this.part, new LayoutReader(layout))
      this.layout = layout
    }
    const commented = new Set<string>()
    for (const link of await parts.relationships(this.part)) {
      if (!/^(comments|threadedComment)$/.test(link.kind) || !parts.entry(link.part)) continue
      await parts.scanSmall(link.part, new CommentReader(commented))
    }
    const { merges, hiddenColumns, columnWidths } = this.layout
    return {
      name: this.name,
      state: this.state,
      merges,
      hiddenColumns,
      columnWidths,
      commentCount: commented.size,
    }
  }

  async rows(sink: (row: SheetRow) => void): Promise<void> {
    const { parts } = this.book
    const layout = new SheetLayout(parts.limits)
    await parts.scan(this.part, new SheetReader(await this.book.context(), layout, sink))
    this.layout = layout
  }
}
