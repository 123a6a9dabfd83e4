import type { EventDraft, EventFile, EventSession } from '#contract/events.ts'

/** A draft as the form holds it: what only one kind has stands beside the rest, named `options.…`. */
export type EventValues = Omit<EventDraft, 'options' | 'offerMinutes' | 'sessions'> & {
  kind: string
  organisationId: string
  seriesId?: string | null
  editionNo?: number | null
  waiting: boolean
  offerMinutes?: number | null
  sessions?: readonly Partial<EventSession>[]
} & Record<`options.${string}`, unknown>

const prefix = 'options.'

/** The values of an event that is there. */
export function valuesOf(event: EventFile): EventValues {
  const options = Object.entries(event.options ?? {}).map(([name, value]) => [prefix + name, value])
  return {
    ...event,
    hostIds: event.hosts.map((host) => host.organisationId),
    waiting: event.offerMinutes !== null,
    ...(Object.fromEntries(options) as object),
  } as EventValues
}

/** The draft as the server takes it. */
export function draftOf(values: EventValues): EventDraft {
  const options = Object.entries(values).filter(
    ([name, value]) => name.startsWith(prefix) && value !== undefined,
  )
  const planned = values.seating !== 'none'
  return {
    title: values.title,
    summary: values.summary,
    hostKind: values.hostKind,
    venue: values.venue,
    address: values.address,
    budgetLine: values.budgetLine?.trim() || null,
    startsAt: values.startsAt,
    endsAt: values.endsAt,
    registrationOpensAt: values.registrationOpensAt,
    registrationClosesAt: values.registrationClosesAt,
    cancelUntil: values.cancelUntil,
    admission: values.admission,
    capacity: values.capacity,
    offerMinutes: values.waiting ? (values.offerMinutes ?? null) : null,
    seating: values.seating,
    rounds: planned ? (values.rounds ?? 0) : 0,
    roundMinutes: planned ? (values.roundMinutes ?? 0) : 0,
    twoPart: planned && Boolean(values.twoPart),
    hostIds: values.hostIds ?? [],
    sessions: (values.sessions ?? []).map(({ title = '', startsAt = '', endsAt = '' }) => ({
      title,
      startsAt,
      endsAt,
    })),
    options: Object.fromEntries(options.map(([name, value]) => [name.slice(prefix.length), value])),
  }
}

const hour = 3_600_000

/**
 * Times that go with a beginning: three hours long, registration from nine in the morning of today until two days before, or until the
 * evening of today where that is too late; cancelled freely until then.
 */
export function suggestedTimes(startsAt: string, today: string) {
  const start = Date.parse(startsAt)
  const opens = Date.parse(`${today}T09:00:00+08:00`)
  const closes = Math.max(opens + 9 * hour, start - 48 * hour)
  const at = (time: number) => new Date(time).toISOString()
  return {
    endsAt: at(start + 3 * hour),
    registrationOpensAt: at(opens),
    registrationClosesAt: at(closes),
    cancelUntil: at(Math.min(closes, start)),
  }
}
