/**
 * Rows in PostgreSQL's binary COPY format, written into pieces that can be handed to another thread without copying. Fields are
 * written in the order of the columns; null is a field too. Nothing of it is parsed again as text: this is how 144,500 rows go in.
 */
export class CopyRows {
  readonly #columns: number
  readonly #emit: (piece: Uint8Array<ArrayBuffer>, rows: number) => void
  #buffer = Buffer.allocUnsafeSlow(pieceBytes)
  #at = 0
  #rows = 0

  /** `emit` takes each finished piece; it belongs to the receiver. */
  constructor(columns: number, emit: (piece: Uint8Array<ArrayBuffer>, rows: number) => void) {
    this.#columns = columns
    this.#emit = emit
  }

  begin(): void {
    this.#room(2)
    this.#at = this.#buffer.writeInt16BE(this.#columns, this.#at)
  }

  /** Ends a row; a piece that is full goes out. */
  end(): void {
    this.#rows += 1
    if (this.#at >= pieceBytes - rowBytes) this.flush()
  }

  /** Sends what is written so far. */
  flush(): void {
    if (this.#rows === 0) return
    this.#emit(new Uint8Array(this.#buffer.buffer, 0, this.#at), this.#rows)
    this.#buffer = Buffer.allocUnsafeSlow(pieceBytes)
    this.#at = 0
    this.#rows = 0
  }

  text(value: string | null): void {
    if (value === null) return this.#null()
    this.#room(4 + value.length * 3)
    const start = this.#at + 4
    const length = this.#buffer.write(value, start, 'utf8')
    this.#buffer.writeInt32BE(length, this.#at)
    this.#at = start + length
  }

  bytes(value: Uint8Array | null): void {
    if (value === null) return this.#null()
    this.#length(value.length)
    this.#buffer.set(value, this.#at)
    this.#at += value.length
  }

  uuid(value: string | null): void {
    if (value === null) return this.#null()
    this.#length(16)
    for (let at = 0; at < 36; at += 1) {
      const high = hexDigits[value.charCodeAt(at)]!
      if (high === dash) continue
      at += 1
      this.#buffer[this.#at++] = (high << 4) | hexDigits[value.charCodeAt(at)]!
    }
  }

  int4(value: number | null): void {
    if (value === null) return this.#null()
    this.#length(4)
    this.#at = this.#buffer.writeInt32BE(value, this.#at)
  }

  int2(value: number | null): void {
    if (value === null) return this.#null()
    this.#length(2)
    this.#at = this.#buffer.writeInt16BE(value, this.#at)
  }

  boolean(value: boolean | null): void {
    if (value === null) return this.#null()
    this.#length(1)
    this.#buffer[this.#at++] = value ? 1 : 0
  }

  /** A date 'YYYY-MM-DD'. */
  date(value: string | null): void {
    this.int4(value === null ? null : dayOf(value))
  }

  textArray(values: readonly string[]): void {
    this.#array(values.length, textOid, () => {
      for (const value of values) this.text(value)
    })
  }

  bigintArray(values: readonly number[] | null): void {
    if (values === null) return this.#null()
    this.#array(values.length, bigintOid, () => {
      for (const value of values) {
        this.#length(8)
        this.#at = this.#buffer.writeInt32BE(Math.floor(value / 2 ** 32), this.#at)
        this.#at = this.#buffer.writeUInt32BE(value % 2 ** 32, this.#at)
      }
    })
  }

  #array(length: number, elementOid: number, writeElements: () => void): void {
    this.#room(24)
    const start = this.#at
    this.#at = this.#buffer.writeInt32BE(length === 0 ? 0 : 1, start + 4)
    this.#at = this.#buffer.writeInt32BE(0, this.#at)
    this.#at = this.#buffer.writeInt32BE(elementOid, this.#at)
    if (length > 0) {
      this.#at = this.#buffer.writeInt32BE(length, this.#at)
      this.#at = this.#buffer.writeInt32BE(1, this.#at)
      writeElements()
    }
    this.#buffer.writeInt32BE(this.#at - start - 4, start)
  }

  #null(): void {
    this.#room(4)
    this.#at = this.#buffer.writeInt32BE(-1, this.#at)
  }

  #length(length: number): void {
    this.#room(4 + length)
    this.#at = this.#buffer.writeInt32BE(length, this.#at)
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return
    const wider = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length * 2, this.#at + bytes))
    this.#buffer.copy(wider, 0, 0, this.#at)
    this.#buffer = wider
  }
}

/** What stands before the first piece and after the last. */
export const copyHeader = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
export const copyTrailer = Buffer.from([0xff, 0xff])

const pieceBytes = 256 * 1024
/** A row larger than this makes its piece grow. */
const rowBytes = 8 * 1024
/** Values of hexadecimal digits by character code. */
const dash = 0xff
const hexDigits = new Uint8Array(128).fill(dash)
for (let digit = 0; digit < 16; digit += 1) {
  hexDigits[digit.toString(16).charCodeAt(0)] = digit
  hexDigits[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}
const textOid = 25
const bigintOid = 20

/** Days since 2000-01-01, PostgreSQL's own count: civil calendar arithmetic on the digits, a hundred thousand times a second over. */
function dayOf(date: string): number {
  const month = twoDigits(date, 5)
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + twoDigits(date, 8) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 730_425
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}
