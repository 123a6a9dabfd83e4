import { latin1At, utf8At } from './byte-text.ts'
import type { WorkbookLimits } from './limits.ts'
import { refuseWorkbook } from './refusal.ts'
import { nameCode } from './xml-names.ts'
import type { XmlScanner, XmlVisitor } from './xml-scanner.ts'
import { decodeEscapes } from './xml-text.ts'

/**
 * The strings of a workbook, kept as UTF-8 bytes in one buffer and turned into JavaScript strings when asked for.
 * A string asked for twice stays decoded, in a small cache: names and numbers occur once, units and yes/no often.
 */
export class SharedStrings implements XmlVisitor {
  count = 0
  private readonly limits: WorkbookLimits
  private readonly bytes: Buffer
  private used = 0
  private starts = new Uint32Array(1024)
  /** Per string: 1 = ASCII only, 2 = struck through in every run, 4 = has `_xHHHH_`, 8 = asked for before. */
  private traits = new Uint8Array(1024)
  private readonly cachedAt = new Int32Array(CACHE).fill(-1)
  private readonly cached: string[] = new Array<string>(CACHE).fill('')

  private inside = false
  private phonetic = false
  private runs = 0
  private struckRuns = 0
  private runStruck = false
  private runText = 0
  private seen = 0

  /** `partBytes` is the inflated size of the part, which its text cannot exceed. */
  constructor(partBytes: number, limits: WorkbookLimits) {
    this.limits = limits
    this.bytes = Buffer.allocUnsafeSlow(Math.min(partBytes, limits.sharedTextBytes))
  }

  at(index: number): string {
    if (!(index < this.count)) refuseWorkbook('damaged')
    const slot = index & (CACHE - 1)
    if (this.cachedAt[slot] === index) return this.cached[slot] as string
    const trait = this.traits[index] as number
    const text = this.decode(index, trait)
    if (trait & ASKED) {
      this.cachedAt[slot] = index
      this.cached[slot] = text
    } else this.traits[index] = trait | ASKED
    return text
  }

  isStruck(index: number): boolean {
    return ((this.traits[index] as number) & STRUCK) !== 0
  }

  open(xml: XmlScanner): void {
    switch (xml.name) {
      case SI:
        this.begin()
        if (xml.empty) this.end()
        break
      case T:
        xml.wantsText = this.inside && !this.phonetic && !xml.empty
        break
      case RUN:
        this.runStruck = false
        this.runText = this.used
        break
      case STRIKE:
        this.runStruck = xml.attribute(VAL) === null || xml.isTrue(VAL)
        break
      case PHONETIC:
        this.phonetic = !xml.empty
        break
    }
  }

  close(xml: XmlScanner): void {
    switch (xml.name) {
      case T:
        xml.wantsText = false
        break
      case RUN:
        if (this.used === this.runText) break
        this.runs++
        if (this.runStruck) this.struckRuns++
        break
      case PHONETIC:
        this.phonetic = false
        break
      case SI:
        this.end()
        break
    }
  }

  text(xml: XmlScanner, start: number, end: number): void {
    const { bytes } = xml
    let seen = 0
    for (let at = start; at < end; at++) seen |= SEEN[bytes[at] as number] as number
    if (seen & NEEDS_DECODING) {
      const decoded = Buffer.from(xml.textOf(start, end))
      this.append(decoded, 0, decoded.length)
    } else this.append(bytes, start, end)
    this.seen |= seen
  }

  private append(from: Buffer, start: number, end: number): void {
    if (this.used + end - start > this.bytes.length) refuseWorkbook('part_too_large')
    if (end - start < 64) {
      let to = this.used
      for (let at = start; at < end; at++) this.bytes[to++] = from[at] as number
    } else from.copy(this.bytes, this.used, start, end)
    this.used += end - start
    const length = this.used - (this.starts[this.count] as number)
    if (length > this.limits.cellCharacters * 4) refuseWorkbook('cell_too_long')
  }

  private begin(): void {
    if (this.inside) refuseWorkbook('damaged')
    if (this.count >= this.limits.sharedStrings) refuseWorkbook('part_too_large')
    if (this.count + 2 > this.starts.length) this.grow()
    this.starts[this.count] = this.used
    this.inside = true
    this.phonetic = false
    this.runs = this.struckRuns = this.seen = 0
  }

  private end(): void {
    if (!this.inside) refuseWorkbook('damaged')
    const struck = this.runs > 0 && this.runs === this.struckRuns
    // An entity may have brought in anything, so such a string is taken the slow way.
    const ascii = (this.seen & (NOT_ASCII | NEEDS_DECODING)) === 0
    this.traits[this.count] =
      (ascii ? ASCII : 0) | (struck ? STRUCK : 0) | (this.seen & UNDERSCORE ? ESCAPED : 0)
    this.starts[++this.count] = this.used
    this.inside = false
  }

  private grow(): void {
    const [starts, traits] = [this.starts, this.traits]
    this.starts = new Uint32Array(starts.length * 2)
    this.starts.set(starts)
    this.traits = new Uint8Array(traits.length * 2)
    this.traits.set(traits)
  }

  private decode(index: number, trait: number): string {
    const [start, end] = [this.starts[index] as number, this.starts[index + 1] as number]
    if (trait & ESCAPED) return decodeEscapes(utf8At(this.bytes, start, end))
    return trait & ASCII ? latin1At(this.bytes, start, end) : utf8At(this.bytes, start, end)
  }
}

const CACHE = 1 << 15
const ASCII = 1
const STRUCK = 2
const ESCAPED = 4
const ASKED = 8

const NOT_ASCII = 1
const NEEDS_DECODING = 2
const UNDERSCORE = 4
/** What each byte means for the string it stands in. */
const SEEN = new Uint8Array(256).fill(NOT_ASCII, 128)
SEEN[0x26] = SEEN[0x0d] = NEEDS_DECODING
SEEN[0x5f] = UNDERSCORE

const SI = nameCode('si')
const T = nameCode('t')
const RUN = nameCode('r')
const STRIKE = nameCode('strike')
const PHONETIC = nameCode('rPh')
const VAL = nameCode('val')
