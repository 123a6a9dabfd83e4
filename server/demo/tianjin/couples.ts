import type { Random } from '#tools/generate/random.ts'
import type { Crowd } from './crowd.ts'

/** What became of a mutual interest that led to a couple. Days; `null`: has not happened. */
export interface CouplePlan {
  /** Place of the mutual interest in its list. */
  interest: number
  a: number
  b: number
  confirmedDays: readonly [number, number]
  endedDay: number | null
  marriedDay: number | null
}

/** Decides, as the history goes on, which mutual interests become couples: exactly as many as wanted by the end. */
export interface CoupleMaker {
  couples: CouplePlan[]
  consider: (interest: { at: number; a: number; b: number; day: number }) => boolean
}

/** Nobody confirms within the first days, and who has just met is not counted on. */
const SOONEST = 12
const LONGEST = 150
export const DAYS_TO_CONFIRM = 25
const ENDED_SHARE = 0.2
const MARRIED_SHARE = 0.5

/** `countable`: how many of the interests are old enough for a couple. A couple is free for nobody else from the evening on. */
export function coupleMaker(
  crowd: Crowd,
  random: Random,
  { today, wanted, countable }: { today: number; wanted: number; countable: number },
): CoupleMaker {
  const couples: CouplePlan[] = []
  let seen = 0
  const consider: CoupleMaker['consider'] = ({ at, a, b, day }) => {
    if (day > today - DAYS_TO_CONFIRM) return false
    seen++
    // A little ahead of the even pace: the last ones may find nobody free.
    const due = Math.min(
      wanted,
      Math.ceil((wanted * Math.min(countable, seen + countable * 0.02)) / countable),
    )
    const isFree = crowd.freeFrom[a]! <= day && crowd.freeFrom[b]! <= day
    if (couples.length >= due || !isFree) return false
    const couple = planCouple(random, { interest: at, a, b, day, today })
    couples.push(couple)
    const free = couple.endedDay === null ? Infinity : couple.endedDay + 40
    crowd.freeFrom[a] = free
    crowd.freeFrom[b] = free
    return true
  }
  return { couples, consider }
}

type Met = { interest: number; a: number; b: number; day: number; today: number }

function planCouple(random: Random, { interest, a, b, day, today }: Met): CouplePlan {
  const first = day + random.between(SOONEST, Math.min(LONGEST, today - day - 3))
  const second = Math.min(today - 1, first + random.between(0, 6))
  const confirmedDays = random.chance(0.5) ? ([first, second] as const) : ([second, first] as const)
  const endedDay = second + random.between(40, 500)
  const marriedDay = second + random.between(150, 800)
  const draw = random.unit()
  return {
    interest,
    a,
    b,
    confirmedDays,
    endedDay: draw < ENDED_SHARE && endedDay < today ? endedDay : null,
    marriedDay: draw > 1 - MARRIED_SHARE && marriedDay < today ? marriedDay : null,
  }
}
