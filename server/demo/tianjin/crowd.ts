import type { Random } from '#tools/generate/random.ts'
import type { Branch } from './frame.ts'
import type { Single } from './singles.ts'

/** Everybody who takes part while the history is told: who is free on a day, and who has met whom. People are places in `singles`. */
export interface Crowd {
  singles: readonly Single[]
  /** From which day on somebody may meet others; endless while they are one of a couple. */
  freeFrom: number[]
  /** The last day they met somebody. */
  lastDay: number[]
  /** How many events they came to. */
  visits: number[]
  met: Set<number>
  /** Men and women in the order in which they entered. */
  bySex: Record<Single['sex'], number[]>
}

/** People need this long between their entry and their first event: the unit answers, the profile is made. */
const DAYS_TO_BEGIN = 14
const DAYS_OF_REST = 16

export function gather(singles: readonly Single[], shown: ReadonlySet<number>): Crowd {
  const inOrder = singles.map((_, at) => at).sort((a, b) => singles[a]!.entryDay - singles[b]!.entryDay)
  const of = (sex: Single['sex']) =>
    inOrder.filter((at) => singles[at]!.sex === sex && !shown.has(singles[at]!.number))
  return {
    singles,
    freeFrom: singles.map(() => 0),
    lastDay: singles.map(() => -Infinity),
    visits: singles.map(() => 0),
    met: new Set(),
    bySex: { male: of('male'), female: of('female') },
  }
}

export function pairKey(a: number, b: number): number {
  return a < b ? a * 32_768 + b : b * 32_768 + a
}

/** What a search for one more person asks for. */
export interface Wanted {
  sex: Single['sex']
  day: number
  /** Preferred, not demanded. */
  branch: Branch | null
  /** They must not have met any of these. */
  unmet: readonly number[]
}

/** Somebody who may come on that day; `undefined` when nobody is found. */
export function findOne(crowd: Crowd, random: Random, wanted: Wanted): number | undefined {
  const list = crowd.bySex[wanted.sex]
  const entered = countEntered(crowd, list, wanted.day - DAYS_TO_BEGIN)
  for (let tries = 0; tries < 4000 && entered > 0; tries++) {
    const at = list[random.below(entered)]!
    const isNear = wanted.branch === null || crowd.singles[at]!.block.branch === wanted.branch
    if (!isNear && tries < 60 && !random.chance(0.25)) continue
    if (isFree(crowd, at, wanted.day) && wanted.unmet.every((other) => !crowd.met.has(pairKey(at, other))))
      return at
  }
  return list
    .slice(0, entered)
    .find(
      (at) =>
        isFree(crowd, at, wanted.day) && wanted.unmet.every((other) => !crowd.met.has(pairKey(at, other))),
    )
}

function isFree(crowd: Crowd, at: number, day: number): boolean {
  return crowd.freeFrom[at]! <= day && crowd.lastDay[at]! + DAYS_OF_REST <= day
}

function countEntered({ singles }: Crowd, list: readonly number[], day: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (singles[list[middle]!]!.entryDay <= day) low = middle + 1
    else high = middle
  }
  return low
}
