/** What weekly lists are made from: one entry for each person of a side, numbers only, so that it travels to a thread of its own. */
export interface Side {
  size: number
  age: Uint8Array
  /** 0: not said. */
  heightCm: Uint8Array
  /** Number of the district, 0 to 63. */
  district: Uint8Array
  hasChildren: Uint8Array
  /** Own limits; 0 in `ageTo` and `heightTo`: none. */
  ageFrom: Uint8Array
  ageTo: Uint8Array
  heightFrom: Uint8Array
  heightTo: Uint8Array
  /** A bit for each district one would meet people of, lower and upper 32. */
  districtsLow: Uint32Array
  districtsHigh: Uint32Array
  acceptsChildren: Uint8Array
  /** Number of the union and of the employer; equal numbers are colleagues. */
  union: Int32Array
  employer: Int32Array
  hidesFromUnit: Uint8Array
  /** Levels 1 to 5: how easily one says yes, how easily one is said yes to; 3 where nothing is known. */
  says: Uint8Array
  liked: Uint8Array
  /** How often one was shown in the weeks before. */
  shownBefore: Uint16Array
}

/** Whom both sides' limits allow to meet, a few for each person. */
export interface Candidates {
  /** For each man the women, as indexes; each pair once. */
  ofMan: Int32Array[]
  /** How many admissible partners each person has, before earlier introductions and blocks are taken away. */
  admissibleOfMan: Int32Array
  admissibleOfWoman: Int32Array
}

/** Pairs that are never suggested: met, introduced or declined before, blocked. As man · women + woman. */
export type Barred = ReadonlySet<number>

/**
 * For everybody a random few of those whom they may meet and who may meet them: limits hold both ways. Random and not the best, so that
 * nobody is left out for being at the end of somebody's taste. Goes over every pair once.
 */
export function drawCandidates(
  men: Side,
  women: Side,
  draw: { each: number; barred: Barred; random: () => number },
): Candidates {
  const forMen = new Reservoirs(men.size, draw.each, draw.random)
  const forWomen = new Reservoirs(women.size, draw.each, draw.random)
  for (let man = 0; man < men.size; man++) {
    for (let woman = 0; woman < women.size; woman++) {
      if (!fits(men, man, women, woman) || !fits(women, woman, men, man)) continue
      if (areColleagues(men, man, women, woman)) continue
      if (draw.barred.size > 0 && draw.barred.has(man * women.size + woman)) continue
      forMen.offer(man, woman)
      forWomen.offer(woman, man)
    }
  }
  const chosen = Array.from({ length: men.size }, (_, man) => new Set(forMen.of(man)))
  for (let woman = 0; woman < women.size; woman++)
    for (const man of forWomen.of(woman)) chosen[man]!.add(woman)
  return {
    ofMan: chosen.map((women) => Int32Array.from(women)),
    admissibleOfMan: forMen.seen,
    admissibleOfWoman: forWomen.seen,
  }
}

/** Whether the second lies within what the first would meet. What is not said fits. */
function fits(wishes: Side, one: number, others: Side, other: number): boolean {
  const age = others.age[other]!
  if (age < wishes.ageFrom[one]!) return false
  if (wishes.ageTo[one]! !== 0 && age > wishes.ageTo[one]!) return false
  const district = others.district[other]!
  const allowed =
    district < 32 ? wishes.districtsLow[one]! >>> district : wishes.districtsHigh[one]! >>> (district - 32)
  if ((allowed & 1) === 0) return false
  const height = others.heightCm[other]!
  if (height !== 0) {
    if (height < wishes.heightFrom[one]!) return false
    if (wishes.heightTo[one]! !== 0 && height > wishes.heightTo[one]!) return false
  }
  return wishes.acceptsChildren[one] === 1 || others.hasChildren[other] === 0
}

function areColleagues(men: Side, man: number, women: Side, woman: number): boolean {
  if (men.hidesFromUnit[man] === 0 && women.hidesFromUnit[woman] === 0) return false
  return men.union[man] === women.union[woman] || men.employer[man] === women.employer[woman]
}

/** For each person a sample in which everybody offered is as likely as anybody else. */
class Reservoirs {
  readonly seen: Int32Array
  readonly #kept: Int32Array
  readonly #each: number
  readonly #random: () => number

  constructor(size: number, each: number, random: () => number) {
    this.seen = new Int32Array(size)
    this.#kept = new Int32Array(size * each)
    this.#each = each
    this.#random = random
  }

  offer(person: number, other: number): void {
    const before = this.seen[person]!
    this.seen[person] = before + 1
    const at = before < this.#each ? before : Math.floor(this.#random() * (before + 1))
    if (at < this.#each) this.#kept[person * this.#each + at] = other
  }

  of(person: number): Int32Array {
    const start = person * this.#each
    return this.#kept.subarray(start, start + Math.min(this.seen[person]!, this.#each))
  }
}
