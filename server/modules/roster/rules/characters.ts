import { Mark, type Marks } from './marks.ts'

/**
 * Character repair of import policy, section 3. Every function returns its input untouched, without a regular
 * expression, when there is nothing to repair; repairing twice is repairing once.
 */

/** A cell counts as blank when it holds nothing but blanks and dashes (policy, section 2). */
export function isBlankText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (!isBlankUnit(unit) && !DASHES.has(unit)) return false
  }
  return true
}

/** X06: the text without any blank. Marked when something was removed. */
function withoutBlanks(text: string, marks: Marks): string {
  const kept = dropBlanks(text)
  if (kept.length !== text.length) marks.bits |= Mark.X06
  return kept
}

/** The text without any blank, unmarked: for comparing. */
export function dropBlanks(text: string): string {
  for (let i = 0; i < text.length; i++) if (isBlankUnit(text.charCodeAt(i))) return text.replace(BLANKS, '')
  return text
}

/** X04, X05, X06 for dates, phones, counts and money. */
export function repairTight(text: string, marks: Marks): string {
  if (isPlainAscii(text)) return text
  return toHalfWidth(unquote(withoutBlanks(text, marks), marks), marks)
}

/** X04, X05, X06, X07 for numbers and codes. */
export function repairCode(text: string, marks: Marks): string {
  const tight = repairTight(text, marks)
  if (!LOWER.test(tight)) return tight
  marks.bits |= Mark.X07
  return tight.replace(LOWER_ALL, (letter) => letter.toUpperCase())
}

/** X04, X05 (the middle dot of minority names), X06 for names of people. */
export function repairPersonName(text: string, marks: Marks): string {
  if (isPlainHan(text)) return text
  const name = repairWords(text, marks)
  const dotted = name.replace(FOREIGN_DOTS, '·')
  if (dotted !== name) marks.bits |= Mark.X05
  return dotted
}

/** X04, X06, X22 (brackets) for names of employers and unions. */
export function repairUnitName(text: string, marks: Marks): string {
  if (isPlainHan(text)) return text
  const name = repairWords(text, marks)
  if (!HALF_BRACKET.test(name)) return name
  marks.bits |= Mark.X22
  return name.replaceAll('(', '（').replaceAll(')', '）')
}

/** X04, X06 for values of code lists. */
export function repairListValue(text: string, marks: Marks): string {
  if (isPlainHan(text)) return text
  return unquoteAll(text, marks, withoutBlanks)
}

/** X04, X06 and 〔〕 (X22) for the number of a document. */
export function repairDocumentNumber(text: string, marks: Marks): string {
  const number = repairWords(text, marks)
  const bracketed = number.replace(OPENING, '〔').replace(CLOSING, '〕')
  if (bracketed !== number) marks.bits |= Mark.X22
  return bracketed
}

/** X04, X06 for other words: everywhere where there is Chinese, only trimmed and collapsed in Latin text. */
export function repairWords(text: string, marks: Marks): string {
  if (isPlainHan(text)) return text
  return unquoteAll(text, marks, HAN.test(text) ? withoutBlanks : collapseBlanks)
}

/** Text that a spreadsheet would run as a formula (X27). A leading blank does not make it harmless. */
export function looksLikeFormula(text: string): boolean {
  let i = 0
  while (i < text.length && isBlankUnit(text.charCodeAt(i))) i++
  const first = text.charCodeAt(i)
  return (first === 61 || first === 43 || first === 45 || first === 64) && !isBlankText(text)
}

/** Full-width letters, digits and signs to ASCII (X05). */
function toHalfWidth(text: string, marks: Marks): string {
  const half = halfWidth(text)
  if (half !== text) marks.bits |= Mark.X05
  return half
}

/** The same, unmarked: for comparing. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

function unquoteAll(text: string, marks: Marks, clean: (text: string, marks: Marks) => string): string {
  let before = text
  for (;;) {
    const after = clean(unquote(clean(before, marks), marks), marks)
    if (after === before) return after
    before = after
  }
}

/** X04: leading apostrophes and the ="…" wrapper. */
function unquote(text: string, marks: Marks): string {
  // Nobody's name or number is that long; layers of quotes in a huge cell would only cost time.
  if (text.length > LONGEST_QUOTED) return text
  let rest = text
  for (;;) {
    const next = rest.replace(APOSTROPHES, '').replace(WRAPPER, '$1')
    if (next === rest) break
    rest = next
  }
  if (rest !== text) marks.bits |= Mark.X04
  return rest
}

function collapseBlanks(text: string, marks: Marks): string {
  const collapsed = text.replace(ZERO_WIDTH, '').replace(BLANKS_RUN, ' ').replace(/^ | $/g, '')
  if (collapsed !== text) marks.bits |= Mark.X06
  return collapsed
}

function isPlainHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x4e00 || unit > 0x9fff) return false
  }
  return true
}

/** Nothing that X04, X05 or X06 would touch. */
function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit <= 0x20 || unit > 0x7e || unit === 0x27 || unit === 0x60 || unit === 0x3d) return false
  }
  return true
}

function isBlankUnit(unit: number): boolean {
  return unit <= 0x20 ? unit === 0x20 || (unit >= 9 && unit <= 13) : unit >= 0xa0 && WIDE_BLANKS.has(unit)
}

// Besides the blanks the policy names: the other Unicode spaces and the invisible marks that chat programs paste.
const WIDE_BLANKS = new Set([
  0xa0, 0xad, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x202f,
  0x205f, 0x2060, 0x3000, 0xfeff,
])
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu
const BLANKS = /[\t-\r \u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/gu
const BLANKS_RUN = /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu
const DASHES = new Set([...'-—–/\\－―／＼'].map((dash) => dash.charCodeAt(0)))
const LONGEST_QUOTED = 1_000
const APOSTROPHES = /^['’‘`＇]+/u
const WRAPPER = /^="(.*)"$/su
const FULL_WIDTH = /[\uff01-\uff5e]/gu
const HAN = /\p{Script=Han}/u
const LOWER = /[a-z]/
const LOWER_ALL = /[a-z]/g
const FOREIGN_DOTS = /(?<=\p{Script=Han})[•・．.‧∙⋅･](?=\p{Script=Han})/gu
const HALF_BRACKET = /[()]/
const OPENING = /[[(（【［〖]/gu
const CLOSING = /[\])）】］〗]/gu
