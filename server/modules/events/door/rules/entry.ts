import type { ScanOutcome } from '#contract/events-door.ts'

/** How the doors stand: by the event's last step and times, and how long before the beginning people are let in. */
export interface DoorHours {
  state: string
  startsAt: Date
  openBeforeMinutes: number
}

/** When the doors open. */
export function doorsOpenAt({ startsAt, openBeforeMinutes }: Omit<DoorHours, 'state'>): Date {
  return new Date(startsAt.getTime() - openBeforeMinutes * 60_000)
}

/**
 * Why nobody is let in at this moment, or null. Until somebody closes the event, devices may still send what they read without a network:
 * so the end of the event itself shuts no door.
 */
export function doorsShut(hours: DoorHours, now: Date): 'too_early' | 'over' | null {
  if (hours.state !== 'published')
    return hours.state === 'draft' || hours.state === 'review' ? 'too_early' : 'over'
  return now < doorsOpenAt(hours) ? 'too_early' : null
}

/** What comes of somebody at the door who is registered and has not come yet: only who has a place, and may still take part, is let in. */
export function entryOf(state: string, refusal: string | null): ScanOutcome {
  // Lapsed: the event began while they waited; a place may still be free for them.
  if (['waiting', 'offered', 'entered', 'lapsed'].includes(state)) return 'waiting'
  if (state === 'cancelled') return 'cancelled'
  if (state !== 'admitted') return 'not_admitted'
  return refusal === null ? 'checked_in' : 'not_eligible'
}
