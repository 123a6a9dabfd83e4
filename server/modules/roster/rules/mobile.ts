import { isBlankText, dropBlanks, repairTight } from './characters.ts'
import { Mark, type Marks } from './marks.ts'

/** A mobile number as written in a sheet: the eleven digits, or null for "none"; `valid` false when a person must look. */
export interface MobileReading {
  mobile: string | null
  valid: boolean
}

/** Import policy, section 4, Mobile. `text` is the cell as text. */
export function readMobile(text: string, marks: Marks): MobileReading {
  if (isMobile(text)) return { mobile: text, valid: true }
  if (isBlankText(text)) return noneWritten(text, marks)
  const tight = repairTight(text, marks)
  if (NONE.has(tight) || isBlankText(tight)) return noneWritten(tight, marks)

  const parts = tight.split(SEPARATORS).filter((part) => !isBlankText(part))
  if (parts.length > 1 || parts[0] !== tight) marks.bits |= Mark.X25
  for (const part of parts) {
    const mobile = bareNumber(part)
    if (!isMobile(mobile)) continue
    if (mobile !== part) marks.bits |= Mark.X25
    return { mobile, valid: true }
  }
  if (!parts.every((part) => LANDLINE.test(part))) return INVALID
  marks.bits |= Mark.X25
  return NONE_GIVEN
}

/** Eleven digits from 13 to 19 (E8: no lists of segments). */
export function isMobile(text: string): boolean {
  if (text.length !== 11 || text.charCodeAt(0) !== 49) return false
  const second = text.charCodeAt(1)
  if (second < 51 || second > 57) return false
  for (let i = 2; i < 11; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 48 || unit > 57) return false
  }
  return true
}

/** Without a country code, hyphens, dots and a trailing .0. */
function bareNumber(part: string): string {
  return part
    .replace(TRAILING_ZERO, '')
    .replace(HYPHENS_AND_DOTS, '')
    .replace(COUNTRY, '')
    .replace(BARE_COUNTRY, '')
}

function noneWritten(text: string, marks: Marks): MobileReading {
  if (dropBlanks(text) !== '') marks.bits |= Mark.X25
  return NONE_GIVEN
}

const NONE = new Set(['无', '没有', '暂无'])
const NONE_GIVEN: MobileReading = { mobile: null, valid: true }
const INVALID: MobileReading = { mobile: null, valid: false }
const SEPARATORS = /[/、，,;；]/u
const LANDLINE = /^0\d{2,3}-?\d{7,8}$/
const TRAILING_ZERO = /\.0$/
const HYPHENS_AND_DOTS = /[-‐‑‒–—−.]/gu
const COUNTRY = /^(?:\+86|0086)/
const BARE_COUNTRY = /^86(?=\d{11}$)/
