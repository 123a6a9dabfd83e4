/** A source of random draws that gives the same sequence for the same seed on every machine. Not for secrets. */
export interface Random {
  /** A number in [0, 1). */
  unit(): number
  /** A whole number in [0, count). */
  below(count: number): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** A draw from a bell curve with mean 0 and standard deviation 1. */
  normal(): number
  /** Shuffles the list in place and returns it. */
  shuffle<T>(list: T[]): T[]
}

/** Draws that depend on the seed and on nothing else; a text such as `'7:people'` names an independent stream. */
export function randomFrom(seed: string | number): Random {
  const next = sfc32(seedWords(String(seed)))
  const unit = () => next() / 4294967296
  const below = (count: number) => Math.floor(unit() * count)
  return {
    unit,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => unit() < probability,
    pick: (list) => list[below(list.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    shuffle: (list) => {
      for (let last = list.length - 1; last > 0; last--) {
        const other = below(last + 1)
        const kept = list[last]!
        list[last] = list[other]!
        list[other] = kept
      }
      return list
    },
  }
}

/** Spreads weighted choices over slots, so that one plain `pick` draws by weight. Weights below one slot vanish. */
export function slotsByWeight<T>(
  choices: readonly (readonly [value: T, weight: number])[],
  slots = 1024,
): T[] {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
  const table: T[] = []
  let reached = 0
  for (const [value, weight] of choices) {
    reached += weight
    while (table.length < Math.round((reached / total) * slots)) table.push(value)
  }
  return table
}

/** How many of `count` a share stands for: rounded, but at least one, so that a small demo still shows every case. */
export function quota(count: number, share: number): number {
  return Math.min(count, Math.max(1, Math.round(count * share)))
}

/** FNV-1a of a text, 32 bits: spreads seeds and recognises known texts; not for secrets. */
export function textHash(text: string, start = 0x811c9dc5): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

type Words = [number, number, number, number]

// One hash per word, each with another start.
function seedWords(text: string): Words {
  return [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 1].map((start) => textHash(text, start)) as Words
}

/** Chris Doty-Humphrey's "small fast counter" generator, 32 bits a draw. */
function sfc32([first, second, third, counter]: Words): () => number {
  let a = first
  let b = second
  let c = third
  let d = counter
  const draw = () => {
    const result = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  // Weak seeds need a few rounds before the words are mixed.
  for (let round = 0; round < 15; round++) draw()
  return draw
}
