import { isoOf, yearsAfter } from '#tools/generate/days.ts'
import type { Draft } from '../draft.ts'
import type { PersonNumber } from '../shapes.ts'
import type { DemoCase, DemoMatchmaker, DemoMatchmaking } from '../shapes-events.ts'
import { greatSeries, heldEvent, type EventOfficers } from './event-records.ts'
import type { Frame } from './frame.ts'
import { tellHistory } from './history.ts'
import { coupleRecords, interestRecords, introductionRecords } from './pair-records.ts'
import type { EventPlan } from './plan-events.ts'
import { shownBranch, type Posts } from './posts.ts'
import type { UnionBlock } from './register.ts'
import { blockRecords, caseRecords, singleRecords } from './single-records.ts'
import type { Single } from './singles.ts'
import type { Sizes } from './sizes.ts'
import { eventsOfToday, introductionToAnswer } from './today.ts'

interface Sources {
  frame: Frame
  blocks: readonly UnionBlock[]
  sizes: Sizes
  posts: Posts
  singles: readonly Single[]
  shown: readonly PersonNumber[]
}

/** Five years of matchmaking as records, and what is going on today. */
export function tianjinMatchmaking(draft: Draft, sources: Sources): DemoMatchmaking {
  const { frame, blocks, posts, sizes, shown } = sources
  const { matchmakers } = posts
  const history = tellHistory(draft, { ...sources, matchmakers })
  const officersOf = officersFor(frame, blocks, posts)
  const visits = history.crowd.singles.map(() => 0)
  const held = history.evenings.map((evening, at) =>
    heldEvent(draft, {
      evening,
      number: at + 1,
      officers: officersOf(evening.plan),
      crowd: history.crowd,
      visits,
    }),
  )
  const introductions = introductionRecords(history, matchmakers)
  const interests = interestRecords(draft, history, { matchmakers, introductions })
  const singles = singleRecords(draft, { history, frame, posts })
  const branchOfficer = posts.branches[frame.branches.indexOf(shownBranch(frame))]!
  const officers = {
    city: { createdBy: posts.city, publishedBy: posts.city },
    shown: { createdBy: branchOfficer, publishedBy: branchOfficer },
    group: {
      createdBy: posts.branches[frame.branches.findIndex(({ kind }) => kind === 'group')]!,
      publishedBy: posts.city,
    },
  }
  return {
    series: [greatSeries(frame, posts)],
    events: [...held, ...eventsOfToday(draft, { history, frame, sizes, singles, officers, shown })],
    matchmakers: matchmakerRecords(draft, posts),
    cases: [...caseRecords(history, singles), caseOfWorker(draft, shown)],
    introductions: [
      ...introductions,
      introductionToAnswer(draft, {
        history,
        singles,
        shown,
        organisation: matchmakers[0]!.branch.organisation,
      }),
    ],
    interests,
    couples: coupleRecords(draft, history, { interests, matchmakers }),
    singles,
    blocks: blockRecords(draft, history),
  }
}

/** A district or the city publishes; a group's union and a site's union draw up and let the level above publish. */
function officersFor(
  frame: Frame,
  blocks: readonly UnionBlock[],
  posts: Posts,
): (plan: EventPlan) => EventOfficers {
  const branchOf = new Map(blocks.map(({ union, branch }) => [union, branch]))
  const officerOf = new Map(frame.branches.map(({ organisation }, at) => [organisation, posts.branches[at]!]))
  return ({ organisation, branch }) => {
    if (branch === null) return { createdBy: posts.city, publishedBy: posts.city }
    const own = officerOf.get(organisation) ?? posts.chairs.get(organisation)!
    const above = branchOf.get(organisation) ?? branch
    const publisher = above.kind === 'district' ? officerOf.get(above.organisation)! : posts.city
    return { createdBy: own, publishedBy: publisher }
  }
}

/** The first worker is looked after by the matchmaker who signs in. */
function caseOfWorker(draft: Draft, [worker]: readonly PersonNumber[]): DemoCase {
  return { matchmaker: 1, person: worker!, openedOn: isoOf(draft.today - 40), endedOn: null, endReason: null }
}

function matchmakerRecords(draft: Draft, { matchmakers, city }: Posts): DemoMatchmaker[] {
  const random = draft.random('matchmakers')
  return matchmakers.map(({ person, appointment, branch }, at) => ({
    number: at + 1,
    person,
    appointment,
    organisation: branch.organisation,
    registeredOn: isoOf(yearsAfter(draft.today, -5) - random.between(200, 330)),
    registeredBy: city,
    districtCodes: branch.kind === 'district' ? [branch.divisionCode] : [],
  }))
}
