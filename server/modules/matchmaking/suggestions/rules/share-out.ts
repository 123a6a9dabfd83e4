import type { Candidates, Side } from './candidates.ts'
import { likelyMutual } from './likely-mutual.ts'

/** Pairs to be suggested to each other: index of the man, index of the woman. */
export type Pairs = [man: number, woman: number][]

/**
 * Shares the suggestions of a week out: in each of `most` rounds everybody is suggested to one person at most, and whoever was shown least so
 * far comes first, so that nobody is shown more than `most` times and all about equally often. Within that the likelier pairs are taken.
 */
export function shareOut(men: Side, women: Side, from: Candidates, most: number): Pairs {
  const sharing = new Sharing(men, women, from)
  for (let round = 0; round < most; round++) sharing.round()
  return sharing.pairs
}

class Sharing {
  readonly pairs: Pairs = []
  readonly #men: Side
  readonly #women: Side
  readonly #wanted: Int32Array[]
  readonly #used: Set<number>[]
  readonly #given: Int32Array
  readonly #womanGiven: Int32Array
  #manOf: Int32Array
  #womanOf: Int32Array
  #closed: Uint8Array

  constructor(men: Side, women: Side, from: Candidates) {
    this.#men = men
    this.#women = women
    this.#wanted = from.ofMan.map((list, man) =>
      bestFirst(list, (woman) => likelyMutual(men, man, women, woman)),
    )
    this.#used = from.ofMan.map(() => new Set())
    this.#given = new Int32Array(men.size)
    this.#womanGiven = new Int32Array(women.size)
    this.#manOf = new Int32Array(women.size)
    this.#womanOf = new Int32Array(men.size)
    this.#closed = new Uint8Array(women.size)
  }

  round(): void {
    this.#manOf = new Int32Array(this.#women.size).fill(-1)
    this.#womanOf = new Int32Array(this.#men.size).fill(-1)
    this.#closed = new Uint8Array(this.#women.size)
    for (const man of this.#leastShownFirst()) this.#findFor(man)
    this.#womanOf.forEach((woman, man) => {
      if (woman === -1) return
      this.pairs.push([man, woman])
      this.#used[man]!.add(woman)
      this.#given[man]! += 1
      this.#womanGiven[woman]! += 1
    })
  }

  // Whoever has fewer possible partners is placed earlier: later there may be none left.
  #leastShownFirst(): Int32Array {
    const order = Int32Array.from({ length: this.#men.size }, (_, man) => man)
    const { shownBefore } = this.#men
    return order.sort(
      (a, b) =>
        this.#given[a]! - this.#given[b]! ||
        shownBefore[a]! - shownBefore[b]! ||
        this.#wanted[a]!.length - this.#wanted[b]!.length,
    )
  }

  /**
   * A way for one more man to be placed, with others moving to another woman where they must: nobody who has a place loses it. Women from
   * whom no way leads on stay closed for the round, since none will.
   */
  #findFor(start: number): void {
    const cameFrom = new Map<number, number>()
    const queue = [start]
    for (let at = 0; at < queue.length; at++) {
      const man = queue[at]!
      const free = this.#freeFor(man)
      if (free !== -1) {
        cameFrom.set(free, man)
        this.#turn(free, cameFrom, start)
        return
      }
      for (const woman of this.#wanted[man]!) {
        if (this.#closed[woman] === 1 || cameFrom.has(woman) || this.#used[man]!.has(woman)) continue
        cameFrom.set(woman, man)
        queue.push(this.#manOf[woman]!)
      }
    }
    for (const woman of cameFrom.keys()) this.#closed[woman] = 1
  }

  /** Of the free women this man may meet the one who was shown least, and of these the likeliest. */
  #freeFor(man: number): number {
    let best = -1
    let fewest = Infinity
    for (const woman of this.#wanted[man]!) {
      if (this.#manOf[woman] !== -1 || this.#closed[woman] === 1 || this.#used[man]!.has(woman)) continue
      const shown = this.#womanGiven[woman]! * 1000 + this.#women.shownBefore[woman]!
      if (shown >= fewest) continue
      best = woman
      fewest = shown
    }
    return best
  }

  #turn(free: number, cameFrom: ReadonlyMap<number, number>, start: number): void {
    let woman = free
    for (;;) {
      const man = cameFrom.get(woman)!
      const before = this.#womanOf[man]!
      this.#womanOf[man] = woman
      this.#manOf[woman] = man
      if (man === start) return
      woman = before
    }
  }
}

function bestFirst(list: Int32Array, scoreOf: (other: number) => number): Int32Array {
  const scored = Array.from(list, (other) => ({ other, score: scoreOf(other) }))
  return Int32Array.from(scored.sort((a, b) => b.score - a.score).map(({ other }) => other))
}
