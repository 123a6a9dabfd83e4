import { yearsAfter } from '#tools/generate/days.ts'
import type { Random } from '#tools/generate/random.ts'
import type { Draft } from '../draft.ts'
import { findOne, pairKey, type Crowd } from './crowd.ts'
import type { MatchmakerPost } from './posts.ts'
import type { Sizes } from './sizes.ts'

/** An introduction by a matchmaker (a place in the list of them): both yes, or not. */
export interface Introduction {
  a: number
  b: number
  matchmaker: number
  proposedDay: number
  endedDay: number
  answers: readonly [boolean | null, boolean | null]
}

/** Whose case somebody is: opened with the first introduction, ended by becoming a couple. */
export interface CasePlan {
  person: number
  matchmaker: number
  openedDay: number
}

export interface IntroductionPlan {
  endedDay: number
  isMutual: boolean
}

const MUTUAL_SHARE = 0.3
const DAYS_TO_ANSWER = 7

/** The days on which introductions ended, mutual or not, in order. */
export function planIntroductions(draft: Draft, { pairTimesIntroduced }: Sizes): IntroductionPlan[] {
  const random = draft.random('introductions')
  const count = Math.round(pairTimesIntroduced / MUTUAL_SHARE)
  const first = yearsAfter(draft.today, -5) + 60
  const span = draft.today - 2 - first
  const days = Array.from(
    { length: count },
    (_, at) => first + Math.floor(span * ((at + 0.5) / count) ** 0.85),
  )
  const mutual = new Set(random.shuffle(days.map((_, at) => at)).slice(0, pairTimesIntroduced))
  return days.map((endedDay, at) => ({ endedDay, isMutual: mutual.has(at) }))
}

/** Makes one introduction out of two who are free; whoever has no matchmaker yet gets one. Null when nobody fits. */
export function introduce(
  crowd: Crowd,
  random: Random,
  given: { plan: IntroductionPlan; matchmakers: readonly MatchmakerPost[]; cases: Map<number, CasePlan> },
): Introduction {
  const { plan, matchmakers, cases } = given
  const proposedDay = plan.endedDay - (plan.isMutual ? random.between(1, DAYS_TO_ANSWER - 1) : DAYS_TO_ANSWER)
  const [a, b] = findTwo(crowd, random, proposedDay)
  crowd.met.add(pairKey(a, b))
  for (const at of [a, b]) crowd.lastDay[at] = plan.endedDay
  const known = cases.get(a) ?? cases.get(b)
  const matchmaker = known?.matchmaker ?? chooseMatchmaker(crowd, random, { at: a, matchmakers })
  for (const person of [a, b])
    if (!cases.has(person) && (person === a || random.chance(0.4)))
      cases.set(person, { person, matchmaker, openedDay: proposedDay - random.between(0, 6) })
  return { a, b, matchmaker, proposedDay, endedDay: plan.endedDay, answers: answersOf(random, plan) }
}

function findTwo(crowd: Crowd, random: Random, day: number): readonly [number, number] {
  for (let tries = 0; tries < 400; tries++) {
    const a = findOne(crowd, random, {
      sex: random.chance(0.5) ? 'male' : 'female',
      day,
      branch: null,
      unmet: [],
    })
    if (a === undefined) break
    const { sex, block, birthDay } = crowd.singles[a]!
    const b = findOne(crowd, random, {
      sex: sex === 'male' ? 'female' : 'male',
      day,
      branch: block.branch,
      unmet: [a],
    })
    if (b === undefined) continue
    const isNear = Math.abs(crowd.singles[b]!.birthDay - birthDay) < 8 * 365
    if (isNear || tries > 50) return [a, b]
  }
  throw new RangeError(`no two are left to introduce on day ${day}`)
}

function chooseMatchmaker(
  crowd: Crowd,
  random: Random,
  { at, matchmakers }: { at: number; matchmakers: readonly MatchmakerPost[] },
): number {
  const near = matchmakers.flatMap(({ branch }, place) =>
    branch === crowd.singles[at]!.block.branch ? [place] : [],
  )
  return near.length > 0 ? random.pick(near) : random.below(matchmakers.length)
}

function answersOf(random: Random, { isMutual }: IntroductionPlan): Introduction['answers'] {
  if (isMutual) return [true, true]
  const draw = random.unit()
  if (draw < 0.35) return [true, false]
  if (draw < 0.65) return [false, true]
  if (draw < 0.85) return [false, false]
  return draw < 0.93 ? [null, true] : [false, null]
}
