import { latin1At, utf8At } from './byte-text.ts'
import { refuseWorkbook } from './refusal.ts'

/** Decodes the five named entities and character references. Any other entity means a document type: refused. */
function decodeEntities(text: string): string {
  return text.replace(/&([^;&]{0,10})(;?)/g, (_, name: string, closed: string) => {
    const known = NAMED[name]
    if (closed !== ';') return refuseWorkbook('damaged')
    if (known !== undefined) return known
    const code = /^#x[0-9a-f]{1,6}$/i.test(name)
      ? parseInt(name.slice(2), 16)
      : /^#\d{1,7}$/.test(name)
        ? Number(name.slice(1))
        : -1
    if (code < 0) return refuseWorkbook('document_type')
    if (code === 0 || code > 0x10ffff) return refuseWorkbook('damaged')
    return String.fromCodePoint(code)
  })
}

/** Excel writes characters that XML forbids as `_xHHHH_`, and a literal of that form as `_x005F_xHHHH_`. */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/**
 * Text between tags as XML means it: bytes to characters, entities, line breaks. `literal` is a CDATA section,
 * where entities mean nothing.
 */
export function xmlText(bytes: Buffer, start: number, end: number): string {
  let seen = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    seen |= byte >= 0x80 ? NOT_ASCII : byte === AMPERSAND ? ENTITY : byte === RETURN ? BREAK : 0
  }
  if (seen === 0) return latin1At(bytes, start, end)
  let text = utf8At(bytes, start, end)
  if (seen & BREAK) text = text.replace(/\r\n?/g, '\n')
  return seen & ENTITY ? decodeEntities(text) : text
}

/** The same for a CDATA section, where an ampersand is an ampersand. */
export function literalText(bytes: Buffer, start: number, end: number): string {
  return utf8At(bytes, start, end).replace(/\r\n?/g, '\n')
}

const NAMED: Record<string, string | undefined> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
})
const NOT_ASCII = 1
const ENTITY = 2
const BREAK = 4
const AMPERSAND = 0x26
const RETURN = 0x0d
