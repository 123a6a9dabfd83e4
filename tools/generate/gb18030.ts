/** Encodes text as GB18030, the encoding in which Chinese Windows programs save .csv; Node itself only decodes it. */
export function encodeGb18030(text: string): Buffer {
  const table = (encodings ??= readTable())
  const bytes = Buffer.allocUnsafe(text.length * 4)
  let at = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    // Beyond the basic plane the four bytes count on from 0x90308130.
    const encoding =
      code < 0x80 ? code : code > 0xffff ? fourBytes(code - 0x10000 + 189_000) : table.get(code)
    if (encoding === undefined) throw new RangeError(`U+${code.toString(16)} has no GB18030 code`)
    if (encoding > 0xffff) at = bytes.writeUInt32BE(encoding, at)
    else if (encoding > 0xff) at = bytes.writeUInt16BE(encoding, at)
    else bytes[at++] = encoding
  }
  return bytes.subarray(0, at)
}

let encodings: Map<number, number> | undefined

/** Every two-byte and four-byte code of the basic plane, found by decoding them all. */
function readTable(): Map<number, number> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<number, number>()
  const learn = (bytes: Buffer, encoding: number) => {
    const text = decoder.decode(bytes)
    const code = text.codePointAt(0)!
    if (text.length === 1 && code !== 0xfffd && !table.has(code)) table.set(code, encoding)
  }
  const two = Buffer.alloc(2)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      two[0] = lead
      two[1] = trail
      learn(two, lead * 256 + trail)
    }
  }
  const four = Buffer.alloc(4)
  for (let index = 0; index < 39_420; index++) {
    four.writeUInt32BE(fourBytes(index))
    learn(four, fourBytes(index))
  }
  return table
}

function fourBytes(index: number): number {
  const fourth = 0x30 + (index % 10)
  const third = 0x81 + (Math.floor(index / 10) % 126)
  const second = 0x30 + (Math.floor(index / 1260) % 10)
  const first = 0x81 + Math.floor(index / 12_600)
  return ((first * 256 + second) * 256 + third) * 256 + fourth
}
