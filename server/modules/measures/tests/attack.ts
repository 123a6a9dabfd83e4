/** What somebody who sees counts only knows of a number: it is at least `low` and at most `high`. */
export interface Bounds {
  low: number
  high: number
}

/** A sum the attacker knows of: `total` is what `parts` come to. */
export interface Sum {
  total: string
  parts: readonly string[]
}

/** What a told number says: rounded down to 5 it is one of five, zero is zero, and what is kept back may be anything. */
export function boundsOf(told: number | null): Bounds {
  if (told === null) return { low: 0, high: Infinity }
  return { low: told, high: told === 0 ? 0 : told + 4 }
}

/**
 * Everything that follows from what is told and the sums among it: each number is bounded by its total less the others, and a total by its
 * parts, over and over until nothing narrows. Exact for sums that form a tree.
 */
export function derive(told: ReadonlyMap<string, Bounds>, sums: readonly Sum[]): Map<string, Bounds> {
  const known = new Map([...told].map(([name, bounds]) => [name, { ...bounds }]))
  const of = (name: string) => {
    const bounds = known.get(name) ?? { low: 0, high: Infinity }
    known.set(name, bounds)
    return bounds
  }
  const narrow = (name: string, low: number, high: number) => {
    const bounds = of(name)
    const before = `${bounds.low} ${bounds.high}`
    bounds.low = Math.max(bounds.low, low)
    bounds.high = Math.min(bounds.high, high)
    if (bounds.low > bounds.high) throw new Error(`what is told of ${name} contradicts itself`)
    return before !== `${bounds.low} ${bounds.high}`
  }
  for (let narrowed = true, round = 0; narrowed && round < 200; round += 1) {
    narrowed = false
    for (const { total, parts } of sums) {
      const [low, high] = [parts.map((part) => of(part).low), parts.map((part) => of(part).high)]
      if (narrow(total, added(low), added(high))) narrowed = true
      for (const [at, part] of parts.entries()) {
        const others = { low: added(low.toSpliced(at, 1)), high: added(high.toSpliced(at, 1)) }
        if (narrow(part, of(total).low - others.high, of(total).high - others.low)) narrowed = true
      }
    }
  }
  return known
}

/** Whether a small number is given away: known to be from 1 to 4, and more closely than just that. */
export function isGivenAway({ low, high }: Bounds): boolean {
  return low >= 1 && high <= 4 && high - low < 3
}

function added(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
