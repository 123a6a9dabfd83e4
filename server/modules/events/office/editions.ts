import type { EventDraft } from '#contract/events.ts'
import { monthAfter, weekdayOfMonth } from '#server/modules/calendar/index.ts'
import { addDays } from '#server/platform/clock.ts'

/** What decides on which days the events of a series fall. */
export interface Repetition {
  kind: string
  repeatWeek: number | null
  repeatWeekday: number | null
  startsOn: string
  endsBefore: string | null
}

/**
 * The days on which the coming events of a series are due, from those that are there (`days`, the last first) and how far one looks ahead. Of a
 * recurrence: one for each month after the last event, past today and within the series. Of editions: the next one, 52 weeks after the last.
 */
export function dueDays(
  series: Repetition,
  ask: { days: readonly string[]; today: string; until: string },
): string[] {
  const last = ask.days[0]
  if (last === undefined) return []
  const within = (day: string) =>
    day > ask.today && day >= series.startsOn && !(series.endsBefore !== null && day >= series.endsBefore)
  if (series.repeatWeek === null || series.repeatWeekday === null) {
    let next = addDays(last, 364)
    while (next <= ask.today) next = addDays(next, 364)
    return within(next) ? [next] : []
  }
  const rule = { week: series.repeatWeek, weekday: series.repeatWeekday }
  const taken = new Set(ask.days.map((day) => day.slice(0, 7)))
  const first = last > ask.today ? last.slice(0, 7) : ask.today.slice(0, 7)
  const due: string[] = []
  for (let month = first; month <= ask.until.slice(0, 7); month = monthAfter(month, 1)) {
    const day = weekdayOfMonth(month, rule)
    if (!taken.has(month) && day <= ask.until && within(day)) due.push(day)
  }
  return due
}

/** The same draft so many days later: every time moves with the beginning; what the kind keeps is moved by the kind itself. */
export function movedDraft(draft: EventDraft, days: number): EventDraft {
  const move = (instant: string) => new Date(Date.parse(instant) + days * 86_400_000).toISOString()
  return {
    ...draft,
    startsAt: move(draft.startsAt),
    endsAt: move(draft.endsAt),
    registrationOpensAt: move(draft.registrationOpensAt),
    registrationClosesAt: move(draft.registrationClosesAt),
    cancelUntil: move(draft.cancelUntil),
    sessions: (draft.sessions ?? []).map((session) => ({
      ...session,
      startsAt: move(session.startsAt),
      endsAt: move(session.endsAt),
    })),
  }
}
