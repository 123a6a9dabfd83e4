import { isoOf } from '#tools/generate/days.ts'
import type { Random } from '#tools/generate/random.ts'
import type { Draft } from '../draft.ts'
import type { DemoCouple, DemoFollowUp, DemoInterest, DemoIntroduction } from '../shapes-events.ts'
import { instant } from './clock.ts'
import type { CouplePlan } from './couples.ts'
import type { History } from './history.ts'
import type { MatchmakerPost } from './posts.ts'

const STAGES = ['3_days', '3_weeks', '3_months'] as const

/** A day some calendar months later; the end of a shorter month where there is no such day. */
export function monthsAfter(day: number, months: number): number {
  const date = new Date(day * 86_400_000)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / 86_400_000
}

export function introductionRecords(
  history: History,
  matchmakers: readonly MatchmakerPost[],
): DemoIntroduction[] {
  const { singles } = history.crowd
  return history.introductions.map(({ a, b, matchmaker, proposedDay, endedDay, answers }, at) => ({
    number: at + 1,
    a: singles[a]!.number,
    b: singles[b]!.number,
    matchmaker: matchmaker + 1,
    organisation: matchmakers[matchmaker]!.branch.organisation,
    proposedAt: instant(proposedDay, 600 + (at % 400)),
    answerUntil: instant(proposedDay + 7, 600 + (at % 400)),
    answers,
    endedAt: instant(endedDay, 1005 + (at % 90)),
  }))
}

/** Mutual interests with what was released and how often somebody asked how it goes. */
export function interestRecords(
  draft: Draft,
  history: History,
  given: { matchmakers: readonly MatchmakerPost[]; introductions: readonly DemoIntroduction[] },
): DemoInterest[] {
  const random = draft.random('interests')
  const coupleOf = new Map(history.couples.map((couple) => [couple.interest, couple]))
  const { singles } = history.crowd
  return history.interests.map(({ a, b, day, evening, introduction }, at) => {
    const plan = evening === null ? null : history.evenings[evening]!.plan
    const introduced = introduction === null ? null : given.introductions[introduction]!
    const couple = coupleOf.get(at)
    const near = given.matchmakers.flatMap(({ branch }, place) =>
      branch === plan?.branch ? [place + 1] : [],
    )
    // The last event is the shown one: whoever signs in as a matchmaker has its follow-ups.
    const isLast = evening === history.evenings.length - 1
    const matchmaker =
      introduced?.matchmaker ??
      (isLast ? 1 : undefined) ??
      (near.length > 0 ? random.pick(near) : random.between(1, given.matchmakers.length))
    return {
      number: at + 1,
      a: singles[a]!.number,
      b: singles[b]!.number,
      event: evening === null ? null : evening + 1,
      introduction: introduced?.number ?? null,
      organisation: plan?.organisation ?? introduced!.organisation,
      revealedAt: plan === null ? introduced!.endedAt! : instant(day, plan.endsAt + 60),
      released:
        couple === undefined
          ? ([random.chance(0.86), random.chance(0.86)] as const)
          : ([true, true] as const),
      followUps: followUps(draft, random, { day, matchmaker, couple }),
    }
  })
}

type Asked = { day: number; matchmaker: number; couple: CouplePlan | undefined }

function followUps(draft: Draft, random: Random, { day, matchmaker, couple }: Asked): DemoFollowUp[] {
  const dueDays = [day + 3, day + 21, monthsAfter(day, 3)]
  return STAGES.map((stage, at) => {
    const dueDay = dueDays[at]!
    const isDone =
      dueDay < draft.today - 8 ? random.chance(0.96) : dueDay < draft.today - 1 && random.chance(0.4)
    const doneDay = Math.min(draft.today - 1, dueDay + random.between(0, 5))
    return {
      stage,
      dueOn: isoOf(dueDay),
      matchmaker,
      doneAt: isDone ? instant(doneDay, 570 + random.between(0, 480)) : null,
      answers: isDone ? [answerOn(random, doneDay, couple), answerOn(random, doneDay, couple)] : [null, null],
    }
  })
}

function answerOn(random: Random, day: number, couple: CouplePlan | undefined): string | null {
  if (random.chance(0.22)) return random.chance(0.5) ? null : 'no_answer'
  if (couple === undefined) return random.pick(['no_contact', 'contact', 'contact', 'ended'])
  if (day >= Math.max(...couple.confirmedDays)) return 'couple'
  return random.pick(['contact', 'dating', 'dating'])
}

/** Couples with what is known of them: a marriage, an end, and here and there a second organisation that claims them too. */
export function coupleRecords(
  draft: Draft,
  history: History,
  given: { interests: readonly DemoInterest[]; matchmakers: readonly MatchmakerPost[] },
): DemoCouple[] {
  const random = draft.random('claims')
  return history.couples.map((couple) => {
    const interest = given.interests[couple.interest]!
    const { day } = history.interests[couple.interest]!
    const confirmed = Math.max(...couple.confirmedDays)
    const other = random.pick(given.matchmakers).branch.organisation
    const first = Math.min(...couple.confirmedDays)
    return {
      interest: interest.number,
      a: interest.a,
      b: interest.b,
      organisation: interest.organisation,
      confirmedAt: [
        instant(couple.confirmedDays[0], 1150 + random.between(0, 90)),
        instant(couple.confirmedDays[1], 1150 + random.between(0, 90)),
      ],
      alsoClaimedBy: random.chance(0.07) && other !== interest.organisation ? other : null,
      outcomes: [
        { outcome: 'contact', on: isoOf(day + 2) },
        { outcome: 'dating', on: isoOf(Math.max(day + 3, first - random.between(1, 8))) },
        { outcome: 'couple', on: isoOf(confirmed) },
        ...(couple.marriedDay === null
          ? []
          : [{ outcome: 'married' as const, on: isoOf(couple.marriedDay) }]),
        ...(couple.endedDay === null ? [] : [{ outcome: 'ended' as const, on: isoOf(couple.endedDay) }]),
      ],
      endedOn: couple.endedDay === null ? null : isoOf(couple.endedDay),
    }
  })
}
