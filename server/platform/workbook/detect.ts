import { refuseWorkbook } from './refusal.ts'
import type { ByteSource } from './source.ts'

/** What a file is by its content, never by its name. Anything that is neither archive nor plain text is refused here. */
export function detectType(source: ByteSource): 'zip' | 'text' {
  const head = source.read(0, HEAD_BYTES)
  if (head.length === 0) refuseWorkbook('empty')
  if (startsWith(head, [0x50, 0x4b, 3, 4])) return 'zip'
  // An archive without entries, or one in several pieces.
  if (startsWith(head, [0x50, 0x4b, 5, 6]) || startsWith(head, [0x50, 0x4b, 7, 8]))
    refuseWorkbook('not_a_workbook')
  if (startsWith(head, OLE)) refuseWorkbook(isEncrypted(source) ? 'encrypted' : 'old_format')
  if (
    head[0] === 9 &&
    [0, 2, 4, 8].includes(head[1] as number) &&
    head.length > 4 &&
    (head[2] as number) <= 16 &&
    head[3] === 0
  )
    refuseWorkbook('old_format')
  refuseOtherText(head, source.size)
  return 'text'
}

const HEAD_BYTES = 4096
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function startsWith(head: Buffer, magic: readonly number[]): boolean {
  return head.length >= magic.length && magic.every((byte, at) => head[at] === byte)
}

/** A protected .xlsx is an OLE container with a stream of this name; .xls and .et are OLE without it. */
function isEncrypted(source: ByteSource): boolean {
  const mark = Buffer.from('EncryptedPackage', 'utf16le')
  const step = 1 << 20
  for (let at = 0; at < source.size; at += step) {
    if (source.read(at, step + mark.length).includes(mark)) return true
  }
  return false
}

function refuseOtherText(head: Buffer, size: number): void {
  if (head.some(isBinary)) refuseWorkbook('not_a_workbook')
  const text = head.toString('latin1').replace(/^(\u00ef\u00bb\u00bf)?\s*/, '')
  if (text === '' && size <= HEAD_BYTES) refuseWorkbook('empty')
  if (text.startsWith('<'))
    refuseWorkbook(
      /<(!doctype html|html|head|body|table|meta|script|style|div)/i.test(text) ? 'html' : 'not_a_workbook',
    )
  if (/^(\{\s*"|\[\s*[{"[]|%PDF|%!PS|\{\\rtf|MIME-Version:|From:|ID;P)/i.test(text))
    refuseWorkbook('not_a_workbook')
}

/** Control characters that no text has; tab, line breaks, vertical tab, form feed, end-of-file and escape may occur. */
function isBinary(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)
}
