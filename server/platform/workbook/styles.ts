import { refuseWorkbook } from './refusal.ts'
import { nameCode } from './xml-names.ts'
import type { XmlScanner, XmlVisitor } from './xml-scanner.ts'

/** What a cell's style means to a reader: bits per style index. */
export const StyleTrait = { date: 1, strike: 2 } as const

/** Reads the styles part. Only number formats and struck fonts matter. */
export class StyleReader implements XmlVisitor {
  /** One byte of `StyleTrait` bits per style index of a cell. */
  readonly traits: number[] = []
  private readonly formats = new Map<number, boolean>()
  private readonly struckFonts: boolean[] = []
  private section: number = 0

  open(xml: XmlScanner): void {
    if (SECTIONS.has(xml.name)) this.section = xml.empty ? 0 : xml.name
    else if (xml.name === NUMBER_FORMAT && this.section === NUMBER_FORMATS) this.addFormat(xml)
    else if (xml.name === FONT && this.section === FONTS) this.struckFonts.push(false)
    else if (xml.name === STRIKE && this.section === FONTS && this.struckFonts.length > 0) {
      this.struckFonts[this.struckFonts.length - 1] = xml.attribute(VAL) === null || xml.isTrue(VAL)
    } else if (xml.name === STYLE && this.section === CELL_STYLES) this.addStyle(xml)
  }

  close(xml: XmlScanner): void {
    if (xml.name === this.section) this.section = 0
  }

  text(): void {}

  private addFormat(xml: XmlScanner): void {
    this.formats.set(Number(xml.attribute(FORMAT_ID)), isDateFormat(xml.attribute(FORMAT_CODE) ?? ''))
  }

  private addStyle(xml: XmlScanner): void {
    if (this.traits.length >= MOST_STYLES) refuseWorkbook('part_too_large')
    const format = Number(xml.attribute(FORMAT_ID) ?? 0)
    const date = this.formats.get(format) ?? isBuiltInDate(format)
    const struck = this.struckFonts[Number(xml.attribute(FONT_ID) ?? 0)] ?? false
    this.traits.push((date ? StyleTrait.date : 0) | (struck ? StyleTrait.strike : 0))
  }
}

/** A year, month or day outside quotes, brackets, escapes and padding makes a number a date. */
function isDateFormat(code: string): boolean {
  return /[ymd]/i.test(code.replace(/"[^"]*("|$)|\[[^\]]*(\]|$)|[\\_*][\s\S]?/g, ''))
}

/** ECMA-376 18.8.30, with the East Asian ones: 27-36 and 50-58. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** Excel stops at 65,490. */
const MOST_STYLES = 1 << 17
const NUMBER_FORMATS = nameCode('numFmts')
const NUMBER_FORMAT = nameCode('numFmt')
const FORMAT_ID = nameCode('numFmtId')
const FORMAT_CODE = nameCode('formatCode')
const FONTS = nameCode('fonts')
const FONT = nameCode('font')
const FONT_ID = nameCode('fontId')
const STRIKE = nameCode('strike')
const VAL = nameCode('val')
const CELL_STYLES = nameCode('cellXfs')
const STYLE = nameCode('xf')
const SECTIONS = new Set([NUMBER_FORMATS, FONTS, CELL_STYLES, nameCode('cellStyleXfs'), nameCode('dxfs')])
