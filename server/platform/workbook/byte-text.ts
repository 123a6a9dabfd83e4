/** Node's own slicing methods, typed: they skip the encoding look-up of `toString`, which shows at millions of cells. */
interface SlicingBuffer {
  latin1Slice(start: number, end: number): string
  utf8Slice(start: number, end: number): string
}

/** Bytes as characters one to one; right for ASCII. */
export function latin1At(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as SlicingBuffer).latin1Slice(start, end)
}

export function utf8At(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as SlicingBuffer).utf8Slice(start, end)
}

/** Up to fifteen digits; anything else is not a whole number here (NaN) and is left to the general way. */
export function integerAt(bytes: Buffer, start: number, end: number): number {
  if (end === start || end - start > 15) return Number.NaN
  let number = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}
