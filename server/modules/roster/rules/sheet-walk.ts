import {
  WorkbookRefusal,
  type SheetHandle,
  type SheetRow,
  type SheetSurvey,
} from '#server/platform/workbook/index.ts'
import { copyRow, isBlankCell, type RawRow } from './cells.ts'
import { findHeader, guessHeader, HEADER_WITHIN, type Header, type HeaderColumn } from './header-finder.ts'
import { mergeFiller, type MergeFiller } from './merged-cells.ts'
import { declaredTotal, rowKind, type RowColumns, type SkippedKind } from './row-kinds.ts'
import type { HeaderLookup } from './vocabulary.ts'

/** What became of one sheet. */
export interface SheetResult {
  name: string
  imported: boolean
  /** X17 hidden, X18 without a header. */
  code?: 'X17' | 'X18'
  /** Rows of the header and what each column was taken for; for a sheet without a header, the row that looks like one. */
  header: { top: number; bottom: number; columns: HeaderColumn[] } | null
  dataRows: number
  skipped: SkippedRows[]
  totals: { declared: number; found: number }[]
  hiddenColumns: number
  comments: number
}

/** Rows from one number to another, both included, that are not data. */
export interface SkippedRows {
  from: number
  to: number
  kind: SkippedKind
}

/** A judge for the sheet whose header was found; called for each data row, in order. */
export type SheetJudge = (header: Header) => (row: RawRow) => void

/** The policy's limit over all sheets of a file (X30). */
export const MOST_DATA_ROWS = 200_000

export interface WalkPlan {
  lookup: HeaderLookup
  judge: (sheet: string) => SheetJudge
  /** Data rows before this sheet. */
  rowsBefore: number
}

/**
 * Reads one sheet: finds the header, tells data rows from the rest, fills merged ranges and hands the data rows to the
 * judge as they pass. Throws `WorkbookRefusal` (X30) when there are too many.
 */
export async function walkSheet(sheet: SheetHandle, plan: WalkPlan): Promise<SheetResult> {
  if (sheet.state !== 'visible') return unread(sheet.name, 'X17')
  const survey = await sheet.survey()
  const walk = new SheetWalk(survey, plan)
  const seen: RawRow = { number: 0, hidden: false, width: 0, values: [], kinds: [], flags: [], merged: false }
  await sheet.rows((row) => walk.add(asRaw(row, seen)))
  return walk.finish()
}

class SheetWalk {
  private readonly survey: SheetSurvey
  private readonly plan: WalkPlan
  private readonly first: RawRow[] = []
  private readonly result: SheetResult
  private header: Header | null | undefined
  private judge: (row: RawRow) => void = () => {}
  private columns: RowColumns | null = null
  private filler: MergeFiller | null = null
  /** The last row that was not blank: blank rows are listed only once another filled row follows. */
  private lastFilled = 0

  constructor(survey: SheetSurvey, plan: WalkPlan) {
    this.survey = survey
    this.plan = plan
    this.result = { ...unread(survey.name, 'X18'), comments: survey.commentCount }
  }

  add(row: RawRow): void {
    if (this.header === null) return
    if (this.header === undefined) {
      if (row.number <= HEADER_WITHIN + 1) {
        this.first.push(copyRow(row))
        return
      }
      this.begin()
      if (!this.header) return
    }
    this.below(row)
  }

  finish(): SheetResult {
    if (this.header === undefined) this.begin()
    return this.result
  }

  private begin(): void {
    const { lookup, judge } = this.plan
    this.header = findHeader(this.first, this.survey.merges, lookup)
    if (!this.header) {
      const guess = guessHeader(this.first, lookup)
      this.result.header = guess && { top: guess.top, bottom: guess.bottom, columns: guess.columns }
      return
    }
    const { top, bottom, columns } = this.header
    this.columns = rowColumns(this.header, lookup)
    const filled = new Set(
      columns.map((one) => one.column).filter((column) => !this.columns?.index.has(column)),
    )
    this.filler = mergeFiller(this.survey.merges, filled, bottom + 1)
    this.judge = judge(this.survey.name)(this.header)
    const last = columns.at(-1)?.column ?? 0
    this.result.hiddenColumns = this.survey.hiddenColumns.filter((column) => column <= last).length
    Object.assign(this.result, { imported: true, header: { top, bottom, columns } })
    delete this.result.code
    for (const row of this.first) this.place(row, top, bottom)
    this.first.length = 0
  }

  private place(row: RawRow, top: number, bottom: number): void {
    if (row.number > bottom) return this.below(row)
    if (row.number < top && isEmpty(row)) return
    this.skip(row.number, row.number < top ? 'title' : 'header')
  }

  private below(row: RawRow): void {
    const kind = rowKind(row, this.columns as RowColumns)
    if (kind === 'blank') return
    if (kind !== 'data') {
      if (kind === 'subtotal') this.compareTotal(row)
      // Ranges begin and end in skipped rows too.
      this.filler?.fill(row)
      return this.skip(row.number, kind)
    }
    this.listBlanks(row.number)
    this.lastFilled = row.number
    if (this.plan.rowsBefore + ++this.result.dataRows > MOST_DATA_ROWS)
      throw new WorkbookRefusal('too_many_rows')
    this.judge((this.filler as MergeFiller).fill(row))
  }

  private compareTotal(row: RawRow): void {
    const declared = declaredTotal(row)
    const found = this.result.dataRows
    if (declared !== null && declared !== found) this.result.totals.push({ declared, found })
  }

  private skip(row: number, kind: SkippedKind): void {
    this.listBlanks(row)
    this.lastFilled = row
    this.result.skipped.push({ from: row, to: row, kind })
  }

  private listBlanks(row: number): void {
    if (row > this.lastFilled + 1)
      this.result.skipped.push({ from: this.lastFilled + 1, to: row - 1, kind: 'blank' })
  }
}

function rowColumns(header: Header, lookup: HeaderLookup): RowColumns {
  const of = (field: string) => header.columns.filter((one) => one.field === field).map((one) => one.column)
  return {
    name: of(lookup.vocabulary.nameField),
    number: of(lookup.vocabulary.numberField),
    numberMayHoldWords: lookup.vocabulary.numberMayHoldWords,
    index: new Set(of('index')),
    headerTexts: header.texts,
  }
}

function unread(name: string, code: 'X17' | 'X18'): SheetResult {
  return {
    name,
    imported: false,
    code,
    header: null,
    dataRows: 0,
    skipped: [],
    totals: [],
    hiddenColumns: 0,
    comments: 0,
  }
}

function isEmpty(row: RawRow): boolean {
  for (let column = 0; column < row.width; column++) if (!isBlankCell(row, column)) return false
  return true
}

/** The reader's arrays behind one reused object: nothing is copied on the way. */
function asRaw(row: SheetRow, seen: RawRow): RawRow {
  seen.number = row.number
  seen.hidden = row.hidden
  seen.width = row.width
  seen.values = row.values
  seen.kinds = row.kinds
  seen.flags = row.flags
  return seen
}
