import { latin1At } from './byte-text.ts'
import { CHUNK_BYTES } from './inflate.ts'
import { refuseWorkbook } from './refusal.ts'
import { nameCode } from './xml-names.ts'
import { literalText, xmlText } from './xml-text.ts'

/** What a reader of one kind of part does with its tags. Only tags of the root's namespace prefix are reported. */
export interface XmlVisitor {
  /** An opening tag; `xml.empty` says that it is closed at once and no `close` follows. */
  open(xml: XmlScanner): void
  close(xml: XmlScanner): void
  /** A piece of text; only called while `xml.wantsText`. */
  text(xml: XmlScanner, start: number, end: number): void
}

/**
 * A scanner over the raw bytes of one XML part, fed piece by piece. It builds no objects and no strings of its own:
 * tag and attributes are numbers and positions in `bytes`, valid until the visitor returns. Document types are
 * refused wherever they stand, and a part must end where its root element ends.
 */
export class XmlScanner {
  readonly bytes: Buffer
  /** Local name of the tag just read. */
  name = 0
  empty = false
  /** The text just handed over is a CDATA section. */
  literal = false
  wantsText = false
  attributes = 0
  readonly attributeNames = new Int32Array(MOST_ATTRIBUTES)
  readonly valueStarts = new Int32Array(MOST_ATTRIBUTES)
  readonly valueEnds = new Int32Array(MOST_ATTRIBUTES)

  private readonly visitor: XmlVisitor
  private end = 0
  private depth = 0
  private started = false
  private finished = false
  private prefix = 0
  private prefixText = ''
  private skipTo: Buffer | null = null

  /** `partBytes` is the size of the part, so that a small one takes a small buffer. */
  constructor(visitor: XmlVisitor, partBytes: number) {
    this.visitor = visitor
    this.bytes = Buffer.allocUnsafeSlow(Math.min(partBytes, PIECE_BYTES + CHUNK_BYTES))
  }

  /** Reads a whole part. */
  async run(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) this.feed(chunk)
    this.finish()
  }

  feed(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; at += CHUNK_BYTES) {
      const piece = chunk.subarray(at, at + CHUNK_BYTES)
      if (this.end + piece.length > this.bytes.length) refuseWorkbook('cell_too_long')
      if (!this.started) checkEncoding(piece)
      this.bytes.set(piece, this.end)
      this.end += piece.length
      const done = this.scan()
      this.bytes.copyWithin(0, done, this.end)
      this.end -= done
    }
  }

  finish(): void {
    if (!this.finished || this.depth !== 0) refuseWorkbook('damaged')
  }

  /** Passes over everything up to the next occurrence of `mark` without looking at it. */
  skip(mark: Buffer): void {
    this.skipTo = mark
  }

  /** How the closing tag of an element of this part begins, with the part's own prefix. */
  closingMark(element: string): Buffer {
    return Buffer.from(`</${this.prefixText}${element}`)
  }

  /** The text of the piece handed to `text`. */
  textOf(start: number, end: number): string {
    return this.literal ? literalText(this.bytes, start, end) : xmlText(this.bytes, start, end)
  }

  /** The value of an attribute of the tag just read, or null. */
  attribute(name: number): string | null {
    for (let index = 0; index < this.attributes; index++) {
      if (this.attributeNames[index] !== name) continue
      return xmlText(this.bytes, this.valueStarts[index] as number, this.valueEnds[index] as number)
    }
    return null
  }

  /** XML Schema booleans: present and not '0' or 'false'. */
  isTrue(name: number): boolean {
    const value = this.attribute(name)
    return value !== null && value !== '0' && value !== 'false'
  }

  /** Handles everything complete in the buffer and answers how far it came. */
  private scan(): number {
    const { bytes, end } = this
    let at = 0
    for (;;) {
      if (this.skipTo !== null) {
        const found = bytes.subarray(0, end).indexOf(this.skipTo, at)
        if (found < 0) return Math.max(at, end - this.skipTo.length)
        this.skipTo = null
        at = found
      }
      let next = at
      while (next < end && bytes[next] !== LESS) next++
      if (next === end) return this.wantsText ? at : end
      if (next > at && this.wantsText) {
        this.literal = false
        this.visitor.text(this, at, next)
      }
      at = next
      next = this.markup(at)
      if (next < 0) return at
      at = next
    }
  }

  /** One piece of markup at `at`; the position behind it, or -1 when it is not all there yet. */
  private markup(at: number): number {
    if (at + 1 >= this.end) return -1
    const second = this.bytes[at + 1]
    if (second === SLASH) return this.closeTag(at)
    if (second === BANG) return this.declaration(at)
    if (second === QUESTION) return this.behind(INSTRUCTION_END, at)
    return this.openTag(at)
  }

  private openTag(at: number): number {
    const { bytes, end } = this
    let code = 0
    let prefix = 0
    let next = at + 1
    for (; next < end; next++) {
      const byte = bytes[next] as number
      if (byte <= SPACE || byte === SLASH || byte === GREATER) break
      if (byte === COLON) {
        prefix = code
        code = 0
      } else code = (Math.imul(code, 31) + byte) | 0
    }
    next = this.readAttributes(next)
    if (next < 0) return -1
    if (!this.started) this.begin(at, prefix)
    if (this.finished || ++this.depth > DEEPEST) refuseWorkbook('damaged')
    if (prefix === this.prefix) {
      this.name = code
      this.visitor.open(this)
    }
    if (this.empty) this.leave()
    return next
  }

  /** Reads up to the end of the tag; -1 when it is not all there yet. */
  private readAttributes(from: number): number {
    const { bytes, end } = this
    let next = from
    this.attributes = 0
    for (;;) {
      while (next < end && (bytes[next] as number) <= SPACE) next++
      if (next + 1 >= end) {
        if (next >= end || bytes[next] !== GREATER) return -1
      }
      if (bytes[next] === GREATER) {
        this.empty = false
        return next + 1
      }
      if (bytes[next] === SLASH) {
        if (bytes[next + 1] !== GREATER) refuseWorkbook('damaged')
        this.empty = true
        return next + 2
      }
      next = this.readAttribute(next)
      if (next < 0) return -1
    }
  }

  private readAttribute(from: number): number {
    const { bytes, end } = this
    let next = from
    let code = 0
    let prefix = 0
    for (; next < end; next++) {
      const byte = bytes[next] as number
      if (byte === EQUALS || byte <= SPACE) break
      if (byte === GREATER || byte === LESS) refuseWorkbook('damaged')
      if (byte === COLON) {
        prefix = code
        code = 0
      } else code = (Math.imul(code, 31) + byte) | 0
    }
    while (next < end && (bytes[next] as number) <= SPACE) next++
    if (next < end && bytes[next] !== EQUALS) refuseWorkbook('damaged')
    next++
    while (next < end && (bytes[next] as number) <= SPACE) next++
    if (next >= end) return -1
    const quote = bytes[next]
    if (quote !== QUOTE && quote !== APOSTROPHE) refuseWorkbook('damaged')
    const start = ++next
    while (next < end && bytes[next] !== quote) next++
    if (next >= end) return -1
    if (prefix !== XMLNS) this.keepAttribute(code, start, next)
    return next + 1
  }

  private keepAttribute(code: number, start: number, end: number): void {
    if (this.attributes === MOST_ATTRIBUTES) refuseWorkbook('damaged')
    this.attributeNames[this.attributes] = code
    this.valueStarts[this.attributes] = start
    this.valueEnds[this.attributes] = end
    this.attributes++
  }

  private closeTag(at: number): number {
    const { bytes, end } = this
    let code = 0
    let prefix = 0
    let next = at + 2
    for (; next < end; next++) {
      const byte = bytes[next] as number
      if (byte === GREATER) break
      if (byte === COLON) {
        prefix = code
        code = 0
      } else if (byte > SPACE) code = (Math.imul(code, 31) + byte) | 0
    }
    if (next >= end) return -1
    if (prefix === this.prefix) {
      this.name = code
      this.visitor.close(this)
    }
    this.leave()
    return next + 1
  }

  /** The root element tells the prefix that this part gives to its own names. */
  private begin(at: number, prefix: number): void {
    const name = /^[^\s/>]*/.exec(latin1At(this.bytes, at + 1, Math.min(this.end, at + 200)))?.[0] ?? ''
    this.started = true
    this.prefix = prefix
    this.prefixText = name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : ''
  }

  private leave(): void {
    if (--this.depth < 0) refuseWorkbook('damaged')
    if (this.depth === 0) this.finished = true
  }

  /** Comments and CDATA are allowed; a document type or entity declaration never is. */
  private declaration(at: number): number {
    const { bytes, end } = this
    const kind = bytes[at + 2]
    if (at + 2 >= end) return -1
    if (kind === HYPHEN) return at + 4 > end ? -1 : this.behind(COMMENT_END, at + 4)
    if (kind !== BRACKET) refuseWorkbook('document_type')
    if (at + 9 > end) return -1
    if (latin1At(bytes, at, at + 9) !== '<![CDATA[') refuseWorkbook('damaged')
    const next = this.behind(CDATA_END, at + 9)
    if (next > 0 && this.wantsText) {
      this.literal = true
      this.visitor.text(this, at + 9, next - 3)
    }
    return next
  }

  private behind(mark: Buffer, from: number): number {
    const found = this.bytes.subarray(0, this.end).indexOf(mark, from)
    return found < 0 ? -1 : found + mark.length
  }
}

/** Longest piece of text or markup that is kept waiting for its end; a full cell of entities is 260 KiB. */
const PIECE_BYTES = 512 * 1024
const MOST_ATTRIBUTES = 64
const DEEPEST = 64
const [SPACE, BANG, QUOTE, APOSTROPHE, HYPHEN, SLASH] = [0x20, 0x21, 0x22, 0x27, 0x2d, 0x2f] as const
const [COLON, LESS, EQUALS, GREATER, QUESTION, BRACKET] = [0x3a, 0x3c, 0x3d, 0x3e, 0x3f, 0x5b] as const
const INSTRUCTION_END = Buffer.from('?>')
const COMMENT_END = Buffer.from('-->')
const CDATA_END = Buffer.from(']]>')
const XMLNS = nameCode('xmlns')

/** Other encodings than UTF-8 would hide a document type from us. */
function checkEncoding(head: Buffer): void {
  if (head.subarray(0, 4).includes(0) || (head[0] ?? 0) >= 0xfe) refuseWorkbook('damaged')
}
