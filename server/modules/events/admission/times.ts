import { AppError } from '#server/platform/errors.ts'
import { phaseOf, type EventPhase } from '../rules.ts'
import type { EventAtPlaces } from './store.ts'

/** Whose doing it is: the person's own, or that of an officer at the event, who may let people in until it ends. */
export type By = 'oneself' | 'officer'

const openFor: Record<By, readonly EventPhase[]> = {
  oneself: ['registration'],
  officer: ['registration', 'admission', 'running'],
}

/** Why nobody can register for an event now, or null. What is not published yet is not there. */
export function whyNotNow(event: EventAtPlaces, by: By): AppError | null {
  const phase = phaseOf(event, event.now)
  if (phase === 'draft' || phase === 'review') return new AppError('not_found', 'common.not_found')
  // Registration may stay open after the beginning, for people who drop in.
  const isOpen = phase === 'running' && event.now < event.registrationClosesAt
  if (openFor[by].includes(phase) || isOpen) return null
  if (phase === 'announced')
    return new AppError('refused', 'events.opens_later', { opensAt: event.registrationOpensAt.toISOString() })
  if (phase === 'cancelled') return new AppError('refused', 'events.cancelled')
  return new AppError('refused', 'events.registration_closed')
}
