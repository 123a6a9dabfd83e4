import { isoOf } from '#tools/generate/days.ts'
import type { Draft } from '../draft.ts'
import type { AppointmentNumber } from '../shapes.ts'
import type { DemoBlock, DemoCase, DemoSingle } from '../shapes-events.ts'
import { instant } from './clock.ts'
import type { CouplePlan } from './couples.ts'
import { pairKey } from './crowd.ts'
import type { Frame } from './frame.ts'
import type { History } from './history.ts'
import { monthsAfter } from './pair-records.ts'
import type { Posts } from './posts.ts'

/** Periods as the product ships them (J2, J12): declarations, profiles unused, profiles of couples. */
const DECLARATION_MONTHS = 6
const DECLARATIONS_KEPT = 365
const INACTIVE_AFTER = 365
const DELETED_AFTER = 730
const COUPLES_DELETED_AFTER = 120

interface Standing {
  lastActive: number
  /** The couple they are one of today. */
  couple: CouplePlan | null
}

/** Everybody who takes part, with the declarations that are still kept and the profile if there is one. */
export function singleRecords(
  draft: Draft,
  { history, frame, posts }: { history: History; frame: Frame; posts: Posts },
): DemoSingle[] {
  const random = draft.random('profiles')
  const standing = standings(draft, history)
  const districts = frame.branches.filter(({ kind }) => kind === 'district')
  return history.crowd.singles.map((single, at) => {
    const { lastActive, couple } = standing[at]!
    const isNew = single.entryDay >= draft.today - 2
    const branch = single.block.branch.kind === 'district' ? single.block.branch : random.pick(districts)
    return {
      person: single.number,
      union: single.block.union,
      sex: single.sex,
      birthDate: isoOf(single.birthDay),
      districtCode: branch.divisionCode,
      enteredAt: instant(single.entryDay, 1170 + (at % 120)),
      declaredOn: declarations(draft, single.entryDay, declaresUntil(draft, { lastActive, couple })),
      attestedAt: isNew ? null : instant(single.entryDay + 1 + (at % 3), 555 + (at % 300)),
      attestedBy: chairOf(posts, single.block.union),
      profile: isNew ? null : profileOf(draft, { lastActive, couple }),
    }
  })
}

function standings(draft: Draft, { crowd, couples }: History): Standing[] {
  const list = crowd.singles.map(({ entryDay }, at): Standing => ({
    lastActive: Math.max(entryDay, crowd.lastDay[at]!),
    couple: null,
  }))
  for (const couple of couples)
    for (const at of [couple.a, couple.b]) {
      if (couple.endedDay === null) list[at]!.couple = couple
      else
        list[at]!.lastActive = Math.max(list[at]!.lastActive, Math.min(draft.today - 1, couple.endedDay + 40))
    }
  return list
}

const STILL_ACTIVE = 180

/** Whoever took part lately keeps the declaration up to today; whoever became a couple does not sign again. */
function declaresUntil(draft: Draft, { lastActive, couple }: Standing): number {
  return couple === null && lastActive > draft.today - STILL_ACTIVE ? draft.today : lastActive
}

/** Signed at the entry and again some days before each ran out, until that day; those that ran out long ago are gone. */
function declarations(draft: Draft, entryDay: number, until: number): string[] {
  const days: number[] = []
  for (let day = entryDay; day <= draft.today; day = monthsAfter(day, DECLARATION_MONTHS) - 4) {
    days.push(day)
    if (monthsAfter(day, DECLARATION_MONTHS) > until) break
  }
  return days
    .filter((day) => monthsAfter(day, DECLARATION_MONTHS) > draft.today - DECLARATIONS_KEPT)
    .map((day) => isoOf(day))
}

function profileOf(draft: Draft, { lastActive, couple }: Standing): DemoSingle['profile'] {
  if (couple !== null) {
    const confirmed = Math.max(...couple.confirmedDays)
    if (confirmed <= draft.today - COUPLES_DELETED_AFTER) return null
    return { lastActiveOn: isoOf(confirmed), hidden: { reason: 'couple', at: instant(confirmed, 1300) } }
  }
  if (lastActive <= draft.today - DELETED_AFTER) return null
  const isInactive = lastActive <= draft.today - INACTIVE_AFTER
  return {
    lastActiveOn: isoOf(lastActive),
    hidden: isInactive ? { reason: 'inactive', at: instant(lastActive + INACTIVE_AFTER, 30) } : null,
  }
}

function chairOf(posts: Posts, union: number): AppointmentNumber {
  return posts.chairs.get(union)!
}

/** Whose case was whose; a couple ends it, and so does a profile that is no more. */
export function caseRecords(history: History, singles: readonly DemoSingle[]): DemoCase[] {
  const coupledOn = new Map<number, number>()
  for (const { a, b, confirmedDays } of history.couples)
    for (const at of [a, b]) coupledOn.set(at, Math.max(...confirmedDays))
  return history.cases.map(({ person, matchmaker, openedDay }) => {
    const coupled = coupledOn.get(person)
    const opened = { matchmaker: matchmaker + 1, person: singles[person]!.person, openedOn: isoOf(openedDay) }
    if (coupled !== undefined && coupled > openedDay)
      return { ...opened, endedOn: isoOf(coupled), endReason: 'couple' }
    if (singles[person]!.profile === null)
      return { ...opened, endedOn: isoOf(history.crowd.lastDay[person]! + 1), endReason: 'withdrawn' }
    return { ...opened, endedOn: null, endReason: null }
  })
}

/** A few who met and would rather not meet again; none of them are in a pair. */
export function blockRecords(draft: Draft, { crowd, evenings, interests }: History): DemoBlock[] {
  const mutual = new Set(interests.map(({ a, b }) => pairKey(a, b)))
  const random = draft.random('blocks')
  const found = new Map<number, DemoBlock>()
  for (const { plan, people, rounds } of random.shuffle([...evenings]).slice(0, 30)) {
    const tables = rounds.flat().filter(([, other]) => other !== undefined)
    const [one, other] = random.pick(tables)
    const [by, blocked] = [people[other!]!, people[one]!]
    if (mutual.has(pairKey(by, blocked))) continue
    found.set(pairKey(by, blocked), {
      by: crowd.singles[by]!.number,
      blocked: crowd.singles[blocked]!.number,
      at: instant(plan.day + 1, 720),
    })
  }
  return [...found.values()]
}
