import type { Draft } from '../draft.ts'
import type { PersonNumber } from '../shapes.ts'
import { coupleMaker, DAYS_TO_CONFIRM, type CouplePlan } from './couples.ts'
import { gather, type Crowd } from './crowd.ts'
import { hold, type Evening } from './evening.ts'
import type { Frame } from './frame.ts'
import {
  introduce,
  planIntroductions,
  type CasePlan,
  type Introduction,
  type IntroductionPlan,
} from './introduce.ts'
import { planEvents, type EventPlan } from './plan-events.ts'
import type { MatchmakerPost } from './posts.ts'
import type { UnionBlock } from './register.ts'
import type { Single } from './singles.ts'
import type { Sizes } from './sizes.ts'

/** A mutual interest: from the evening or the introduction with this place in its list. */
export interface InterestPlan {
  a: number
  b: number
  day: number
  evening: number | null
  introduction: number | null
}

/** Five years of matchmaking, told day by day. */
export interface History {
  crowd: Crowd
  evenings: Evening[]
  introductions: Introduction[]
  cases: CasePlan[]
  interests: InterestPlan[]
  couples: CouplePlan[]
}

export interface HistorySources {
  frame: Frame
  blocks: readonly UnionBlock[]
  sizes: Sizes
  singles: readonly Single[]
  matchmakers: readonly MatchmakerPost[]
  /** Who is shown in the demo: they come to nothing by chance. The first of them has a match on the last evening. */
  shown: readonly PersonNumber[]
}

/** Tells events and introductions in the order of their days: who is one of a couple comes to nothing more while it lasts. */
export function tellHistory(draft: Draft, sources: HistorySources): History {
  const crowd = gather(sources.singles, new Set(sources.shown))
  const plans = planEvents(draft, sources)
  const introductionPlans = planIntroductions(draft, sources.sizes)
  const maker = coupleMaker(crowd, draft.random('couples'), {
    today: draft.today,
    wanted: sources.sizes.couples,
    countable: countable(draft.today, plans, introductionPlans),
  })
  const history: History = {
    crowd,
    evenings: [],
    introductions: [],
    cases: [],
    interests: [],
    couples: maker.couples,
  }
  const cases = new Map<number, CasePlan>()
  const happenings = [
    ...plans.map((plan) => ({ day: plan.day, plan, introduction: null })),
    ...introductionPlans.map((introduction) => ({ day: introduction.endedDay, plan: null, introduction })),
  ].sort((a, b) => a.day - b.day)
  const random = draft.random('history')
  for (const { plan, introduction } of happenings) {
    const before = history.interests.length
    if (introduction !== null) {
      const made = introduce(crowd, random, { plan: introduction, matchmakers: sources.matchmakers, cases })
      addIntroduction(history, made, introduction)
    } else if (plan !== null) {
      const guests = plan === plans.at(-1) ? [placeOf(sources, 0)] : []
      addEvening(history, hold(crowd, random, plan, guests))
    }
    for (let at = before; at < history.interests.length; at++) {
      const { a, b, day } = history.interests[at]!
      if (![a, b].includes(placeOf(sources, 0))) maker.consider({ at, a, b, day })
    }
  }
  history.cases = [...cases.values()]
  if (history.couples.length !== sources.sizes.couples)
    throw new RangeError(`${history.couples.length} couples instead of ${sources.sizes.couples}`)
  return history
}

function addEvening(history: History, evening: Evening): void {
  const place = history.evenings.push(evening) - 1
  for (const [man, woman] of evening.pairs)
    history.interests.push({
      a: evening.people[man]!,
      b: evening.people[woman]!,
      day: evening.plan.day,
      evening: place,
      introduction: null,
    })
}

function addIntroduction(history: History, made: Introduction, { isMutual }: IntroductionPlan): void {
  const place = history.introductions.push(made) - 1
  if (!isMutual) return
  const { a, b, endedDay } = made
  history.interests.push({ a, b, day: endedDay, evening: null, introduction: place })
}

function placeOf({ singles, shown }: HistorySources, at: number): number {
  return singles.findIndex(({ number }) => number === shown[at])
}

function countable(
  today: number,
  plans: readonly EventPlan[],
  introductions: readonly IntroductionPlan[],
): number {
  const isOld = (day: number) => day <= today - DAYS_TO_CONFIRM
  const atEvents = plans.filter(({ day }) => isOld(day)).reduce((sum, { pairs }) => sum + pairs, 0)
  return atEvents + introductions.filter(({ endedDay, isMutual }) => isMutual && isOld(endedDay)).length
}
