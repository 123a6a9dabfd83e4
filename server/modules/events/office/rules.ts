import type { EventDraft } from '#contract/events.ts'
import type { FieldError } from '#contract/errors.ts'
import type { EventPhase } from '../rules.ts'

/** What the office may do with an event in a phase, whoever asks. */
export type EventAct = 'edit' | 'submit' | 'return' | 'publish' | 'postpone' | 'cancel' | 'close'

const before: readonly EventPhase[] = ['announced', 'registration', 'admission']

/** Which acts fit a phase: a running event is neither moved nor cancelled, only one that is over is closed. */
export function fits(act: EventAct, phase: EventPhase): boolean {
  switch (act) {
    case 'edit':
    case 'publish':
      return phase === 'draft' || phase === 'review'
    case 'submit':
      return phase === 'draft'
    case 'return':
      return phase === 'review'
    case 'postpone':
      return before.includes(phase)
    case 'cancel':
      return phase === 'draft' || phase === 'review' || before.includes(phase)
    case 'close':
      return phase === 'over'
  }
}

/** Everything that does not fit together in a draft, each at its field; the order of times is that of the office. */
export function draftProblems(draft: EventDraft): FieldError[] {
  return [...timeProblems(draft), ...roundProblems(draft), ...sessionProblems(draft)]
}

/** What does not fit among the times of an event. */
export function timeProblems(
  times: Pick<EventDraft, 'startsAt' | 'endsAt' | 'registrationClosesAt' | 'cancelUntil'> & {
    registrationOpensAt: string | Date
  },
): FieldError[] {
  const at = (instant: string | Date) => new Date(instant).getTime()
  const problems: FieldError[] = []
  const say = (path: string, code: string) => problems.push({ path, code })
  if (at(times.endsAt) <= at(times.startsAt)) say('endsAt', 'events.ends_before_start')
  if (at(times.registrationClosesAt) <= at(times.registrationOpensAt))
    say('registrationClosesAt', 'events.registration_ends_before_start')
  else if (at(times.registrationClosesAt) > at(times.endsAt))
    say('registrationClosesAt', 'events.registration_after_event')
  if (at(times.cancelUntil) > at(times.startsAt)) say('cancelUntil', 'events.cancel_after_start')
  return problems
}

function roundProblems(draft: EventDraft): FieldError[] {
  const planned = draft.seating !== 'none'
  const problems: FieldError[] = []
  if (planned && draft.rounds === 0) problems.push({ path: 'rounds', code: 'events.rounds_needed' })
  if (!planned && draft.rounds !== 0) problems.push({ path: 'rounds', code: 'events.rounds_without_seating' })
  if (planned && draft.roundMinutes === 0)
    problems.push({ path: 'roundMinutes', code: 'events.round_minutes_needed' })
  if (draft.twoPart && draft.rounds < 2)
    problems.push({ path: 'twoPart', code: 'events.two_parts_need_rounds' })
  const minutes = (Date.parse(draft.endsAt) - Date.parse(draft.startsAt)) / 60_000
  if (planned && minutes > 0 && draft.rounds * draft.roundMinutes > minutes)
    problems.push({ path: 'roundMinutes', code: 'events.rounds_too_long' })
  return problems
}

function sessionProblems({ sessions = [], ...draft }: EventDraft): FieldError[] {
  return sessions.flatMap((session, at) => {
    const [startsAt, endsAt] = [Date.parse(session.startsAt), Date.parse(session.endsAt)]
    if (endsAt <= startsAt) return [{ path: `sessions.${at}.endsAt`, code: 'events.ends_before_start' }]
    const outside = startsAt < Date.parse(draft.startsAt) || endsAt > Date.parse(draft.endsAt)
    return outside ? [{ path: `sessions.${at}.startsAt`, code: 'events.session_outside_event' }] : []
  })
}
