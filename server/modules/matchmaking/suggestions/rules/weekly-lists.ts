import { drawCandidates, type Barred, type Side } from './candidates.ts'
import { exposureOf, type Exposure } from './exposure.ts'
import { shareOut, type Pairs } from './share-out.ts'

/** Everything the lists of one week are made from. */
export interface WeeklyInput {
  men: Side
  women: Side
  barred: Barred
  /** Suggestions for one person a week at most. */
  most: number
  seed: number
}

/** The week's pairs and how evenly they are shared out. */
export interface WeeklyLists {
  pairs: Pairs
  exposure: { male: Exposure; female: Exposure }
}

/** Candidates drawn for each person: enough that a list can nearly always be filled from them. */
const drawnEach = 24

/** Makes the lists of a week for everybody; takes seconds for ten thousand a side. */
export function makeWeeklyLists({ men, women, barred, most, seed }: WeeklyInput): WeeklyLists {
  const candidates = drawCandidates(men, women, { each: drawnEach, barred, random: seeded(seed) })
  const pairs = shareOut(men, women, candidates, most)
  const shownMen = new Int32Array(men.size)
  const shownWomen = new Int32Array(women.size)
  for (const [man, woman] of pairs) {
    shownMen[man]! += 1
    shownWomen[woman]! += 1
  }
  return {
    pairs,
    exposure: {
      male: exposureOf(shownMen, candidates.admissibleOfMan, most),
      female: exposureOf(shownWomen, candidates.admissibleOfWoman, most),
    },
  }
}

function seeded(seed: number): () => number {
  let state = seed % 2147483646 || 1
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
