/** The times of an event, as instants. */
export interface EventTimes {
  startsAt: Date
  endsAt: Date
  registrationOpensAt: Date
  registrationClosesAt: Date
}

/** What an event is waiting for, by its last step and the clock. */
export type EventPhase =
  | 'draft'
  | 'review'
  | 'announced'
  | 'registration'
  | 'admission'
  | 'running'
  | 'over'
  | 'closed'
  | 'cancelled'

/**
 * The phase of an event at a moment. Published events run by their times: announced until registration opens, `admission` between the end
 * of registration and the beginning (the draw, offers), `running` until the end, `over` until somebody closes it.
 */
export function phaseOf(event: EventTimes & { state: string }, now: Date): EventPhase {
  if (event.state !== 'published') return event.state as EventPhase
  if (now < event.registrationOpensAt) return 'announced'
  if (now >= event.endsAt) return 'over'
  if (now >= event.startsAt) return 'running'
  return now < event.registrationClosesAt ? 'registration' : 'admission'
}
