import { refuseWorkbook } from './refusal.ts'
import type { SheetState } from './types.ts'
import { nameCode } from './xml-names.ts'
import type { XmlScanner, XmlVisitor } from './xml-scanner.ts'

/** Reads the workbook part: which sheets there are, and from when its days count. */
export class WorkbookReader implements XmlVisitor {
  readonly sheets: { name: string; state: SheetState; relationship: string }[] = []
  epoch: 1900 | 1904 = 1900
  private readonly most: number

  constructor(mostSheets: number) {
    this.most = mostSheets
  }

  open(xml: XmlScanner): void {
    if (xml.name === PROPERTIES) this.epoch = xml.isTrue(DATE_1904) ? 1904 : 1900
    if (xml.name !== SHEET) return
    if (this.sheets.length >= this.most) refuseWorkbook('too_many_parts')
    const state = xml.attribute(STATE)
    this.sheets.push({
      name: xml.attribute(NAME) ?? '',
      state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      relationship: xml.attribute(ID) ?? refuseWorkbook('damaged'),
    })
  }

  close(): void {}
  text(): void {}
}

/** Collects the cells that carry a comment; a threaded comment also leaves an old-style one on the same cell. */
export class CommentReader implements XmlVisitor {
  readonly cells: Set<string>

  constructor(cells: Set<string>) {
    this.cells = cells
  }

  open(xml: XmlScanner): void {
    if (xml.name === COMMENT || xml.name === THREADED) this.cells.add(xml.attribute(REFERENCE) ?? '')
  }

  close(): void {}
  text(): void {}
}

const PROPERTIES = nameCode('workbookPr')
const DATE_1904 = nameCode('date1904')
const SHEET = nameCode('sheet')
const STATE = nameCode('state')
const NAME = nameCode('name')
const ID = nameCode('id')
const COMMENT = nameCode('comment')
const THREADED = nameCode('threadedComment')
const REFERENCE = nameCode('ref')
