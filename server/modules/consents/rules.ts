import type { OwnPurpose } from '#contract/consents.ts'

/** What a person has last said to a purpose. */
export interface LastConsent {
  version: number
  withdrawn: boolean
}

/** How a person stands to a purpose in its present version. Only consent is asked for; an agreement to an earlier version no longer counts (K2). */
export function consentState(
  purpose: { basis: OwnPurpose['basis']; separate: boolean; version: number },
  last: LastConsent | null,
): OwnPurpose['state'] {
  if (purpose.basis !== 'consent' && !purpose.separate) return 'not_asked'
  if (last === null) return 'not_given'
  if (last.withdrawn) return 'withdrawn'
  return last.version === purpose.version ? 'given' : 'outdated'
}

/** A count that may be shown: none, or at least the smallest group; anything between would point at persons. */
export function shownCount(count: number, smallestGroup: number): number | null {
  return count > 0 && count < smallestGroup ? null : count
}
