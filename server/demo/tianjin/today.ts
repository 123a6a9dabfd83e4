import type { Random } from '#tools/generate/random.ts'
import type { Draft } from '../draft.ts'
import type { PersonNumber } from '../shapes.ts'
import type { DemoEvent, DemoIntroduction, DemoRound, DemoSingle } from '../shapes-events.ts'
import { instant, weekday } from './clock.ts'
import { pairKey, type Crowd } from './crowd.ts'
import { eventHead, registrationOf, type EventOfficers } from './event-records.ts'
import type { Frame } from './frame.ts'
import type { History } from './history.ts'
import type { EventPlan } from './plan-events.ts'
import { shownBranch } from './posts.ts'
import type { Sizes } from './sizes.ts'

interface Sources {
  history: History
  frame: Frame
  sizes: Sizes
  singles: readonly DemoSingle[]
  officers: { city: EventOfficers; shown: EventOfficers; group: EventOfficers }
  /** Who is shown in the demo: nobody of them is registered but the second worker, for the open event. */
  shown: readonly PersonNumber[]
}

const ROUNDS_TODAY = 6

/**
 * What is going on: an event of today with a round on, a great one of 700 places that is open for registration, and one that waits for the
 * city's review.
 */
export function eventsOfToday(draft: Draft, sources: Sources): DemoEvent[] {
  const random = draft.random('today')
  const { sizes, history, singles } = sources
  const shown = new Set(sources.shown)
  const free = random.shuffle(
    history.crowd.singles.flatMap((single, at) =>
      mayCome(draft, history.crowd, { at, record: singles[at]! }) && !shown.has(single.number) ? [at] : [],
    ),
  )
  const take = (count: number) => [
    ...takeOf(history.crowd, free, { sex: 'male', count }),
    ...takeOf(history.crowd, free, { sex: 'female', count }),
  ]
  const number = history.evenings.length + 1
  const running = eventOfToday(draft, { ...sources, random, number, people: take(sizes.presentNow / 2) })
  const people = take(sizes.registeredNow / 2)
  people.push(history.crowd.singles.findIndex((single) => single.number === sources.shown[1]))
  return [
    running,
    openEvent(draft, { ...sources, random, number: number + 1, people }),
    eventToReview(draft, { ...sources, random, number: number + 2 }),
  ]
}

/** Somebody of the shown district who has not met the first worker: a matchmaker has introduced them, and neither has answered. */
export function introductionToAnswer(
  draft: Draft,
  {
    history,
    singles,
    shown,
    organisation,
  }: Omit<Sources, 'officers' | 'frame' | 'sizes'> & { organisation: number },
): DemoIntroduction {
  const { crowd } = history
  const worker = crowd.singles.findIndex(({ number }) => number === shown[0])
  const other = crowd.singles.findIndex(
    ({ sex, number }, at) =>
      sex === 'female' &&
      !shown.includes(number) &&
      mayCome(draft, crowd, { at, record: singles[at]! }) &&
      !crowd.met.has(pairKey(worker, at)),
  )
  return {
    number: history.introductions.length + 1,
    a: crowd.singles[worker]!.number,
    b: crowd.singles[other]!.number,
    matchmaker: 1,
    organisation,
    proposedAt: instant(draft.today - 2, 640),
    answerUntil: instant(draft.today + 5, 640),
    answers: [null, null],
    endedAt: null,
  }
}

/** Drawn up by the union of a group of companies: the city reviews it. */
function eventToReview(draft: Draft, { random, number, frame, officers }: Omit<Given, 'people'>): DemoEvent {
  const branch = frame.branches.find(({ kind }) => kind === 'group')!
  const day = nextSaturday(draft.today + 25)
  const plan: EventPlan = {
    day,
    startsAt: 14 * 60,
    endsAt: 17 * 60,
    isGreat: false,
    hostKind: 'industry',
    organisation: branch.organisation,
    branch,
    men: 15,
    women: 15,
    pairs: 0,
  }
  const event = eventHead({ plan, number, officers: officers.group }, random)
  return {
    ...event,
    title: `“匠心遇良缘”${branch.name}青年职工联谊会`,
    rounds: 8,
    registrationOpensAt: instant(draft.today + 5, 540),
    createdAt: instant(draft.today - 2, 600),
    steps: [{ step: 'submitted', by: officers.group.createdBy, at: instant(draft.today - 1, 660) }],
    state: 'review',
  }
}

/** Declared single, with a profile that is shown, and not one of a couple. */
function mayCome(draft: Draft, crowd: Crowd, { at, record }: { at: number; record: DemoSingle }): boolean {
  const isSingle = crowd.freeFrom[at]! <= draft.today
  return (
    isSingle &&
    record.profile !== null &&
    record.profile.hidden === null &&
    record.declaredOn.length > 0 &&
    record.attestedAt !== null &&
    crowd.lastDay[at]! < draft.today - 3 &&
    crowd.singles[at]!.entryDay < draft.today - 7 &&
    Math.max(crowd.singles[at]!.entryDay, crowd.lastDay[at]!) > draft.today - 150
  )
}

type Side = { sex: 'female' | 'male'; count: number }

function takeOf({ singles }: Crowd, free: number[], { sex, count }: Side): number[] {
  const found = free.filter((at) => singles[at]!.sex === sex).slice(0, count)
  for (const at of found) free.splice(free.indexOf(at), 1)
  return found
}

type Given = Sources & { random: Random; number: number; people: number[] }

function eventOfToday(
  draft: Draft,
  { random, number, people, frame, history, officers, sizes }: Given,
): DemoEvent {
  const branch = shownBranch(frame)
  const half = sizes.presentNow / 2
  const plan: EventPlan = {
    day: draft.today,
    startsAt: 9 * 60,
    endsAt: 21 * 60 + 30,
    isGreat: false,
    hostKind: 'federation',
    organisation: branch.organisation,
    branch,
    men: half,
    women: half,
    pairs: 0,
  }
  const event = eventHead({ plan, number, officers: officers.shown }, random)
  event.title = `“倒班职工也有春天”${branch.name}职工联谊日`
  event.summary = '给倒班、轮休的职工：全天都可以来，一对一轮换见面，现场互选。'
  event.capacity = sizes.presentNow + 20
  event.rounds = ROUNDS_TODAY
  event.registrations = people.map((at, place) => ({
    ...registrationOf({ crowd: history.crowd, at, plan, random, firstTimer: history.crowd.visits[at] === 0 }),
    badgeNo: place + 1,
    checkedInAt: instant(draft.today, 8 * 60 + random.between(1, 59)),
  }))
  event.state = 'published'
  event.roundsHeld = rotationsOfStrangers(history.crowd, people)
    .slice(0, 2)
    .map((tables, round) => ({
      no: round + 1,
      releasedAt: instant(draft.today, 9 * 60 + 10 + round * 25),
      tables,
    }))
  event.sheets = people.map(() => null)
  return event
}

/** Rotations in which nobody sits with somebody they have met before; men are the first half of the list. */
function rotationsOfStrangers({ met }: Crowd, people: readonly number[]): DemoRound['tables'][] {
  const men = people.length / 2
  return Array.from({ length: men }, (_, turn) =>
    Array.from({ length: men }, (_, man) => [man, men + ((man + turn) % men)] as const),
  ).filter((tables) => tables.every(([man, woman]) => !met.has(pairKey(people[man]!, people[woman]!))))
}

function openEvent(draft: Draft, { random, number, people, frame, history, officers }: Given): DemoEvent {
  const day = nextSaturday(draft.today + 18)
  const plan: EventPlan = {
    day,
    startsAt: 14 * 60,
    endsAt: 18 * 60,
    isGreat: true,
    hostKind: 'federation',
    organisation: frame.city,
    branch: null,
    men: 350,
    women: 350,
    pairs: 0,
  }
  const event = eventHead({ plan, number, officers: officers.city }, random)
  return {
    ...event,
    series: null,
    editionNo: null,
    title: '“津城有约”全市职工联谊大会',
    summary: '700 个名额，男女各 350 个，先到先得；一侧先报满时排队等候，另一侧有人报名即补位。',
    registrationOpensAt: instant(draft.today - 6, 540),
    registrationClosesAt: instant(day - 3, 18 * 60),
    createdAt: instant(draft.today - 12, 600),
    steps: event.steps.map((step, at) => ({ ...step, at: instant(draft.today - 10 + at * 2, 620) })),
    state: 'published',
    registrations: people.map((at, place) => ({
      ...registrationOf({
        crowd: history.crowd,
        at,
        plan,
        random,
        firstTimer: history.crowd.visits[at] === 0,
      }),
      badgeNo: place + 1,
      registeredAt: instant(draft.today - random.between(1, 6), 600 + random.between(0, 500)),
    })),
  }
}

function nextSaturday(day: number): number {
  let next = day
  while (weekday(next) !== 6) next++
  return next
}
