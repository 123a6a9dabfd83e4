import type { Registration as Shown } from '#contract/events-admission.ts'
import type { Registration } from './store.ts'

/** A registration as the person it belongs to, or an officer of the event, is told of it. */
export function shownRegistration(registration: Registration): Shown {
  const { id, state, waitingNo, badgeNo, offeredUntil, token } = registration
  return {
    registrationId: id,
    state,
    waitingNo: state === 'waiting' ? waitingNo : null,
    badgeNo,
    offeredUntil: offeredUntil?.toISOString() ?? null,
    token,
  }
}
