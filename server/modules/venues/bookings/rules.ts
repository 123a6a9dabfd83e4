/** By which rules a venue may be booked, and what was asked for, in the time of Asia/Shanghai. */
export interface BookingCase {
  /** The days of start and end, and the clock times, HH:MM. */
  startDay: string
  endDay: string
  startsAt: string
  endsAt: string
  /** 1 is Monday. */
  weekday: number
  minutes: number
  isPast: boolean
  daysAhead: number
  venue: {
    openWeekdays: readonly number[]
    opensAt: string
    closesAt: string
    longestMinutes: number
    daysAhead: number
  }
  isTaken: boolean
}

/** Why a time cannot be had, as the code of a sentence with its numbers; null when it can. The end of one meeting may be the beginning of the next. */
export function bookingObstacle(
  asked: BookingCase,
): { code: string; params?: Record<string, string | number> } | null {
  const { venue } = asked
  if (asked.minutes <= 0 || asked.startDay !== asked.endDay) return { code: 'venues.times_in_order' }
  if (asked.isPast) return { code: 'venues.time_past' }
  if (asked.daysAhead > venue.daysAhead)
    return { code: 'venues.too_early', params: { days: venue.daysAhead } }
  if (!venue.openWeekdays.includes(asked.weekday)) return { code: 'venues.closed_that_day' }
  if (asked.startsAt < venue.opensAt || asked.endsAt > venue.closesAt)
    return { code: 'venues.outside_hours', params: { opensAt: venue.opensAt, closesAt: venue.closesAt } }
  if (asked.minutes > venue.longestMinutes)
    return { code: 'venues.too_long', params: { minutes: venue.longestMinutes } }
  return asked.isTaken ? { code: 'venues.time_taken' } : null
}

/** A stretch of a day, HH:MM. */
interface Span {
  from: string
  until: string
}

/**
 * What is left of the open hours of a day: `since` is the clock time now where the day is today, the first minute where it is to come; `taken` are
 * the meetings of the day by their beginning. Stretches without length are left out.
 */
export function freeSpans(
  { opensAt, closesAt }: { opensAt: string; closesAt: string },
  { since, taken }: { since: string; taken: readonly Span[] },
): Span[] {
  const free: Span[] = []
  let from = since > opensAt ? since : opensAt
  for (const meeting of taken) {
    free.push({ from, until: meeting.from < closesAt ? meeting.from : closesAt })
    if (meeting.until > from) from = meeting.until
  }
  free.push({ from, until: closesAt })
  return free.filter((span) => span.from < span.until)
}
