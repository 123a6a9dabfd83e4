/**
 * Marks say which automatic repair an accepted row carries (import policy, section 1). A row gathers them as bits, so
 * that a clean row costs nothing.
 */
export const Mark = {
  X04: 1 << 0,
  X05: 1 << 1,
  X06: 1 << 2,
  X07: 1 << 3,
  X11: 1 << 4,
  X12: 1 << 5,
  X13: 1 << 6,
  X15: 1 << 7,
  X19: 1 << 8,
  X22: 1 << 9,
  X24: 1 << 10,
  X25: 1 << 11,
  X27: 1 << 12,
  O04: 1 << 13,
  U02: 1 << 14,
} as const

/** Where a repair notes what it did. */
export interface Marks {
  bits: number
}

/** The codes of the bits, sorted; the same frozen list for the same bits. */
export function markCodes(bits: number): readonly string[] {
  let codes = lists.get(bits)
  if (!codes) {
    codes = Object.freeze(SORTED.filter(([, bit]) => bits & bit).map(([code]) => code))
    lists.set(bits, codes)
  }
  return codes
}

const SORTED = Object.entries(Mark).sort(([a], [b]) => (a < b ? -1 : 1))
const lists = new Map<number, readonly string[]>()
