import { integerAt } from './byte-text.ts'
import { CellType, cellTypeAt } from './cell-type.ts'
import { LAST_ROW, type WorkbookLimits } from './limits.ts'
import { refuseWorkbook } from './refusal.ts'
import { isoCell, type SerialDates } from './serial-dates.ts'
import type { SharedStrings } from './shared-strings.ts'
import { SHEET_DATA, type SheetLayout } from './sheet-layout.ts'
import { RowBuffer } from './sheet-row.ts'
import { StyleTrait } from './styles.ts'
import { CellFlag, CellKind, type SheetRow } from './types.ts'
import { nameCode } from './xml-names.ts'
import type { XmlScanner, XmlVisitor } from './xml-scanner.ts'
import { decodeEscapes } from './xml-text.ts'

/** What the cells of a sheet refer to. */
export interface CellContext {
  strings: SharedStrings | null
  styles: readonly number[]
  dates: SerialDates
  limits: WorkbookLimits
}

/** Reads the rows of a sheet. The hot path: 2.9 million cells pass here for one large roster, without an object each. */
export class SheetReader implements XmlVisitor {
  private readonly context: CellContext
  private readonly layout: SheetLayout
  private readonly row: RowBuffer
  private rowIsNumbered = false
  private inData = false
  private lastRow = 0

  private column = -1
  private type: number = CellType.number
  private style = 0
  private formula = false
  private value = ''
  private number = Number.NaN
  private hasValue = false
  private inInline = false
  private phonetic = false
  private runs = 0
  private struckRuns = 0
  private runStruck = false

  constructor(context: CellContext, layout: SheetLayout, sink: (row: SheetRow) => void) {
    this.context = context
    this.layout = layout
    this.row = new RowBuffer(sink, context.limits)
  }

  open(xml: XmlScanner): void {
    if (!this.inData) {
      if (xml.name === SHEET_DATA) this.inData = !xml.empty
      else this.layout.open(xml)
      return
    }
    switch (xml.name) {
      case CELL:
        this.beginCell(xml)
        if (xml.empty) this.endCell()
        break
      case VALUE:
        xml.wantsText = !xml.empty
        break
      case ROW:
        this.beginRow(xml)
        if (xml.empty) this.endRow()
        break
      case FORMULA:
        this.formula = true
        break
      case INLINE:
        this.inInline = !xml.empty
        break
      default:
        if (this.inInline) this.openInline(xml)
    }
  }

  close(xml: XmlScanner): void {
    if (!this.inData) return
    switch (xml.name) {
      case VALUE:
      case TEXT:
        xml.wantsText = false
        break
      case CELL:
        this.endCell()
        break
      case ROW:
        this.endRow()
        break
      case INLINE:
        this.inInline = false
        break
      case PHONETIC:
        this.phonetic = false
        break
      case RUN:
        this.runs++
        if (this.runStruck) this.struckRuns++
        break
      case SHEET_DATA:
        this.inData = false
        break
    }
  }

  text(xml: XmlScanner, start: number, end: number): void {
    if ((this.type === CellType.number || this.type === CellType.shared) && !this.hasValue) {
      this.number = integerAt(xml.bytes, start, end)
      if (this.number !== this.number) this.value = xml.textOf(start, end)
    } else {
      // A value in several pieces, or text.
      const before = this.hasValue && this.number === this.number ? String(this.number) : this.value
      this.value = before + xml.textOf(start, end)
      this.number = Number.NaN
      if (this.value.length > this.context.limits.cellCharacters * 7) refuseWorkbook('cell_too_long')
    }
    this.hasValue = true
  }

  private openInline(xml: XmlScanner): void {
    if (xml.name === TEXT) {
      xml.wantsText = !xml.empty && !this.phonetic
      // An empty inline string is still a text cell.
      if (!this.phonetic) this.hasValue = true
    } else if (xml.name === PHONETIC) this.phonetic = !xml.empty
    else if (xml.name === RUN) this.runStruck = false
    else if (xml.name === STRIKE) this.runStruck = xml.attribute(VAL) === null || xml.isTrue(VAL)
  }

  private beginRow(xml: XmlScanner): void {
    const written = xml.attribute(REFERENCE)
    const number = written === null ? this.lastRow + 1 : Number(written)
    if (!Number.isInteger(number) || number <= this.lastRow || number > LAST_ROW) refuseWorkbook('damaged')
    this.rowIsNumbered = written !== null
    this.row.number = number
    this.row.hidden = xml.isTrue(HIDDEN)
    this.column = -1
  }

  private endRow(): void {
    this.lastRow = this.row.number
    this.row.deliver()
  }

  private beginCell(xml: XmlScanner): void {
    const { attributeNames, valueStarts, valueEnds, bytes } = xml
    this.column++
    this.type = CellType.number
    this.style = 0
    this.formula = this.hasValue = this.phonetic = false
    this.value = ''
    this.number = Number.NaN
    this.runs = this.struckRuns = 0
    for (let index = 0; index < xml.attributes; index++) {
      const start = valueStarts[index] as number
      const end = valueEnds[index] as number
      switch (attributeNames[index]) {
        case REFERENCE:
          this.place(bytes, start, end)
          break
        case TYPE:
          this.type = cellTypeAt(bytes, start, end)
          break
        case STYLE:
          this.style = integerAt(bytes, start, end)
          break
      }
    }
    if (this.column >= this.context.limits.columns) refuseWorkbook('too_many_columns')
  }

  /** A cell's own reference says its column, and its row where the row itself does not. */
  private place(bytes: Buffer, start: number, end: number): void {
    let column = 0
    let at = start
    for (; at < end; at++) {
      const letter = (bytes[at] as number) & ~0x20
      if (letter < 0x41 || letter > 0x5a) break
      column = column * 26 + letter - 64
      if (column > this.context.limits.columns) refuseWorkbook('too_many_columns')
    }
    if (column === 0) refuseWorkbook('damaged')
    this.column = column - 1
    if (!this.rowIsNumbered) this.adoptRow(integerAt(bytes, at, end))
  }

  private adoptRow(number: number): void {
    if (!(number > this.lastRow && number <= LAST_ROW)) refuseWorkbook('damaged')
    this.row.number = number
    this.rowIsNumbered = true
  }

  private endCell(): void {
    const { row, column } = this
    const trait = this.context.styles[this.style] ?? 0
    let struck = (trait & StyleTrait.strike) !== 0 || (this.runs > 0 && this.runs === this.struckRuns)
    if (!this.hasValue) {
      if (!this.formula) return
      // A formula that gives '' is stored as a text result without a value; any other has never been computed.
      if (this.type === CellType.string) row.set(column, '', CellKind.text)
      else row.set(column, null, CellKind.empty)
      row.flags[column] = CellFlag.formula | (this.type === CellType.string ? 0 : CellFlag.noCachedValue)
      return
    }
    switch (this.type) {
      case CellType.shared:
        row.set(column, this.shared(), CellKind.text)
        struck ||= (this.context.strings as SharedStrings).isStruck(this.number)
        break
      case CellType.number:
        this.setNumber(trait)
        break
      case CellType.string:
      case CellType.inline:
        row.set(column, this.longText(), CellKind.text)
        break
      case CellType.boolean:
        row.set(column, this.value === '1' || this.value === 'true', CellKind.boolean)
        break
      case CellType.error:
        row.set(column, this.value, CellKind.error)
        break
      case CellType.isoDate: {
        const iso = isoCell(this.value)
        row.set(column, iso ?? this.value, iso === null ? CellKind.text : CellKind.date)
        break
      }
    }
    row.flags[column] = (this.formula ? CellFlag.formula : 0) | (struck ? CellFlag.strike : 0)
  }

  private shared(): string {
    if (this.context.strings === null) refuseWorkbook('damaged')
    return this.context.strings.at(this.number)
  }

  private longText(): string {
    const text = this.value.includes('_x') ? decodeEscapes(this.value) : this.value
    if (text.length > this.context.limits.cellCharacters) refuseWorkbook('cell_too_long')
    return text
  }

  private setNumber(trait: number): void {
    const number = this.number === this.number ? this.number : Number(this.value)
    // What some other program wrote as a number and is none is shown to the officer as it stands.
    if (!Number.isFinite(number)) return this.row.set(this.column, this.longText(), CellKind.text)
    const iso = trait & StyleTrait.date ? this.context.dates.iso(number) : null
    if (iso === null) this.row.set(this.column, number, CellKind.number)
    else this.row.set(this.column, iso, CellKind.date)
  }
}

const CELL = nameCode('c')
const VALUE = nameCode('v')
const ROW = nameCode('row')
const FORMULA = nameCode('f')
const INLINE = nameCode('is')
const TEXT = nameCode('t')
const RUN = nameCode('r')
const PHONETIC = nameCode('rPh')
const STRIKE = nameCode('strike')
const VAL = nameCode('val')
const REFERENCE = nameCode('r')
const TYPE = nameCode('t')
const STYLE = nameCode('s')
const HIDDEN = nameCode('hidden')
