import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** What stands in a calendar file of an event. */
export interface CalendarEntry {
  id: string
  title: string
  venue: string
  address: string
  startsAt: Date
  endsAt: Date
  state: string
  /** Rises with every change: a calendar that has the event already takes the new times. */
  version: number
  changedAt: Date
}

/**
 * A calendar file (RFC 5545) of these events. The uid of an event stays the same for good and its sequence rises, so that taking the file in
 * again moves the entry instead of doubling it; a cancelled event is struck out. Nothing of the person stands in it.
 */
export function calendarFile(entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    prodId: { company: 'Gonghui', product: 'Events', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const entry of entries)
    calendar.createEvent({
      id: `${entry.id}@gonghui`,
      sequence: entry.version,
      stamp: entry.changedAt,
      start: entry.startsAt,
      end: entry.endsAt,
      summary: entry.title,
      location: `${entry.venue}（${entry.address}）`,
      status: entry.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}
