import type { PersonAbout } from '#contract/matchmaking-safety.ts'

/** The phone page on which somebody one has met is blocked or reported; no id of a person stands in it. */
export function aboutPath(about: PersonAbout): string {
  if ('eventId' in about) return `/matchmaking/report/event.${about.eventId}.${about.badgeNo}`
  if ('introductionId' in about) return `/matchmaking/report/introduction.${about.introductionId}`
  return `/matchmaking/report/interest.${about.interestId}`
}

/** What such a path says; null when it is none of ours. */
export function readAbout(text: string): PersonAbout | { blockId: string } | null {
  const [kind, id, badge] = text.split('.')
  if (id === undefined || !/^[0-9a-f-]{36}$/i.test(id)) return null
  if (kind === 'block') return { blockId: id }
  if (kind === 'introduction') return { introductionId: id }
  if (kind === 'interest') return { interestId: id }
  return kind === 'event' && badge !== undefined && /^\d{1,5}$/.test(badge)
    ? { eventId: id, badgeNo: Number(badge) }
    : null
}
