import { yearOf, yearsAfter } from '#tools/generate/days.ts'
import { shareOut } from '#tools/generate/organisations.ts'
import { slotsByWeight, type Random } from '#tools/generate/random.ts'
import type { Draft } from '../draft.ts'
import type { OrganisationNumber } from '../shapes.ts'
import type { HostKind } from '../shapes-events.ts'
import { qixiOf, weekday } from './clock.ts'
import type { Branch, Frame } from './frame.ts'
import { shownBranch } from './posts.ts'
import type { UnionBlock } from './register.ts'
import type { Sizes } from './sizes.ts'

/** An event before anybody has come: when, by whom, how many of each sex, and how many pairs will choose each other. */
export interface EventPlan {
  day: number
  /** Minutes of the day in Beijing. */
  startsAt: number
  endsAt: number
  isGreat: boolean
  hostKind: HostKind
  organisation: OrganisationNumber
  branch: Branch | null
  men: number
  women: number
  pairs: number
}

/** Results are told four days before the demo begins, so that the first follow-up is due. */
const LAST_DAY_AGO = 4
const GREAT_ROUNDS = 12
/** Of a hundred meetings, how many end in mutual interest: fewer in the great hall than at a table of six. */
const GREAT_RATE = 11.6
const SMALL_RATE = 16

const hostKinds = slotsByWeight<HostKind>([
  ['federation', 44],
  ['women_workers', 21],
  ['industry', 20],
  ['site', 15],
])

/** Every event that was held, in the order of its days. Their numbers of people and pairs add up to the totals exactly. */
export function planEvents(
  draft: Draft,
  { frame, blocks, sizes }: { frame: Frame; blocks: readonly UnionBlock[]; sizes: Sizes },
): EventPlan[] {
  const random = draft.random('events')
  const lastDay = draft.today - LAST_DAY_AGO
  const great = greatDays(lastDay, sizes.greatEvents).map((day) => greatEvent(frame, day, sizes))
  const firstDay = Math.min(yearsAfter(draft.today, -5), great[0]!.day - 20)
  const count = sizes.events - great.length
  const people = smallSizes(random, count, sizes.participations - great.length * sizes.greatPlaces)
  const taken = new Set(great.map(({ day }) => day))
  const small = people.map((each, at): EventPlan => {
    const isLast = at === count - 1
    const day = isLast ? lastDay : smallDay(random, { firstDay, lastDay, share: (at + 0.5) / count, taken })
    return { ...smallEvent(random, { frame, blocks, day, isLast }), ...sexesOf(random, each), pairs: 0 }
  })
  const plans = [...great, ...small].sort((a, b) => a.day - b.day || a.startsAt - b.startsAt)
  sharePairs(random, plans, sizes.pairTimes - sizes.pairTimesIntroduced)
  return plans
}

function greatDays(lastDay: number, count: number): number[] {
  const year = yearOf(lastDay)
  const latest = qixiOf(year) < lastDay ? year : year - 1
  return Array.from({ length: count }, (_, at) => qixiOf(latest - count + 1 + at))
}

function greatEvent(frame: Frame, day: number, { greatPlaces }: Sizes): EventPlan {
  return {
    day,
    startsAt: 18 * 60 + 30,
    endsAt: 21 * 60 + 30,
    isGreat: true,
    hostKind: 'federation',
    organisation: frame.city,
    branch: null,
    men: Math.floor(greatPlaces / 2),
    women: Math.ceil(greatPlaces / 2),
    pairs: 0,
  }
}

/** Tables of four to six in the full demo; the few events of a small one are larger, so that both add up. */
function smallSizes(random: Random, count: number, total: number): number[] {
  const middle = Math.floor(total / count)
  const sizes = Array.from({ length: count }, () => middle + random.between(-1, 1))
  for (let left = total - sizes.reduce((sum, size) => sum + size, 0); left !== 0; left -= Math.sign(left)) {
    const fit = sizes.flatMap((size, at) =>
      left > 0 ? (size <= middle ? [at] : []) : size >= middle ? [at] : [],
    )
    sizes[random.pick(fit)]! += Math.sign(left)
  }
  return sizes
}

function sexesOf(random: Random, people: number): { men: number; women: number } {
  const men = people % 2 === 0 || random.chance(0.5) ? Math.floor(people / 2) : Math.ceil(people / 2)
  return { men, women: people - men }
}

type DayPlan = { firstDay: number; lastDay: number; share: number; taken: ReadonlySet<number> }

/** More events every year; three quarters at weekends, none on the evening of the great one. */
function smallDay(random: Random, { firstDay, lastDay, share, taken }: DayPlan): number {
  const about = firstDay + Math.floor((lastDay - 2 - firstDay) * share ** 0.82)
  for (let tries = 0; ; tries++) {
    const day = Math.min(lastDay - 1, Math.max(firstDay, about + random.between(-3, 3)))
    if (taken.has(day)) continue
    if (weekday(day) >= 6 || random.chance(0.12) || tries > 40) return day
  }
}

type SmallPlace = { frame: Frame; blocks: readonly UnionBlock[]; day: number; isLast: boolean }

function smallEvent(random: Random, { frame, blocks, day, isLast }: SmallPlace) {
  const hostKind = isLast ? 'federation' : random.pick(hostKinds)
  const branch = isLast ? shownBranch(frame) : branchFor(random, frame, hostKind)
  const inEvening = weekday(day) < 6 || random.chance(0.2)
  const startsAt = inEvening ? 18 * 60 + 30 : 14 * 60
  const ofBranch = blocks.filter((block) => block.branch === branch)
  const organisation =
    hostKind === 'site' && ofBranch.length > 0 ? random.pick(ofBranch).union : branch.organisation
  return { day, startsAt, endsAt: startsAt + 150, isGreat: false, hostKind, organisation, branch }
}

function branchFor(random: Random, { branches }: Frame, hostKind: HostKind): Branch {
  const kind = hostKind === 'industry' ? 'group' : 'district'
  const fit = branches.filter((branch) => branch.kind === kind)
  return random.pick(slotsByWeight(fit.map((branch) => [branch, branch.weight] as const)))
}

/** Shares the mutual interests by the number of meetings; where a table would get more than half of its meetings, another one gets them. */
function sharePairs(random: Random, plans: EventPlan[], total: number): void {
  const meetings = plans.map(({ men, women, isGreat }) =>
    isGreat ? Math.min(men, women) * Math.min(GREAT_ROUNDS, Math.max(men, women)) : men * women,
  )
  const weights = plans.map(
    ({ isGreat }, at) => meetings[at]! * (isGreat ? GREAT_RATE : SMALL_RATE * (0.4 + 1.2 * random.unit())),
  )
  const most = plans.map(({ men, women }, at) =>
    Math.min(Math.floor(meetings[at]! / 2), 2 * Math.min(men, women)),
  )
  shareOut(total, weights).forEach((share, at) => (plans[at]!.pairs = Math.min(share, most[at]!)))
  // The last event is the one whose results the demo shows.
  plans.at(-1)!.pairs = Math.max(1, plans.at(-1)!.pairs)
  for (
    let left = total - plans.reduce((sum, { pairs }) => sum + pairs, 0);
    left !== 0;
    left -= Math.sign(left)
  ) {
    const fit = plans.flatMap((plan, at) => {
      if (left < 0) return plan.pairs > (at === plans.length - 1 ? 1 : 0) ? [plan] : []
      return plan.pairs < most[at]! ? [plan] : []
    })
    random.pick(fit).pairs += Math.sign(left)
  }
}
