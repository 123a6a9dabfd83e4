import type { DemoScale } from '../shapes.ts'

/** How large the demo of Tianjin is. A small demo holds one per cent of the totals of the matchmaking page. */
export interface Sizes {
  unions: number
  members: number
  /** Singles who take part some time in the five years. */
  singles: number
  /** Social events that were held and closed. */
  events: number
  /** How many of them are the great one of a Qixi, and how many people come to each. */
  greatEvents: number
  greatPlaces: number
  /** Person-times: somebody who came to one of the events. */
  participations: number
  /** Mutual interests, one for each pair and occasion. */
  pairTimes: number
  /** How many of these come from an introduction by a matchmaker. */
  pairTimesIntroduced: number
  /** Distinct pairs that both confirmed. */
  couples: number
  matchmakers: number
  /** Registered for the great event that is still open. */
  registeredNow: number
  /** Checked in at the event of today. */
  presentNow: number
}

/** The figures of the page on Tianjin (1,357 events, 4,708 pair-times, 1,804 couples, 152 matchmakers); the rest is chosen to fit them. */
const full: Sizes = {
  unions: 320,
  members: 20_000,
  singles: 7600,
  events: 1357,
  greatEvents: 5,
  greatPlaces: 690,
  participations: 9976,
  pairTimes: 4708,
  pairTimesIntroduced: 1036,
  couples: 1804,
  matchmakers: 152,
  registeredNow: 460,
  presentNow: 60,
}

const small: Sizes = {
  unions: 24,
  members: 420,
  singles: 150,
  events: 14,
  greatEvents: 5,
  greatPlaces: 7,
  participations: 100,
  pairTimes: 47,
  pairTimesIntroduced: 10,
  couples: 18,
  matchmakers: 2,
  registeredNow: 26,
  presentNow: 16,
}

export function sizesOf(scale: DemoScale): Sizes {
  return scale === 'full' ? full : small
}
