import type { EventDraft } from '#contract/events.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays, dayOf, today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { findEvent, hostIdsOf, type EventRow } from '../store.ts'
import { dueDays, movedDraft } from './editions.ts'
import type { EventKinds } from './kinds.ts'
import { sessionsOf } from './queries/event-file.ts'
import { eventsOfSeries, lockSeries, runningRecurrences, type SeriesHead } from './series-store.ts'
import { insertEvent, replaceHosts, replaceSessions } from './store.ts'

/** Drafts every event of a locked series that is due until a day, from its last event; returns their ids. */
export async function draftDue(
  tx: Tx,
  series: SeriesHead,
  ask: { kinds: EventKinds; today: string; until: string; createdBy: string },
): Promise<string[]> {
  const events = await eventsOfSeries(tx, series.id)
  const last = events[0]
  if (last === undefined) return []
  const template = await findEvent(tx, last.id)
  const ids: string[] = []
  let edition = template.editionNo
  for (const day of dueDays(series, { days: events.map((each) => dayOf(each.startsAt)), ...ask })) {
    edition = edition === null ? null : edition + 1
    const days = (Date.parse(day) - Date.parse(dayOf(template.startsAt))) / 86_400_000
    ids.push(await copyEvent(tx, { template, days, editionNo: edition, ...ask }))
  }
  return ids
}

/** The daily work of a tenant: drafts what recurrences bring within the days of `events.draft_days_ahead`, with a task for their office; returns how many. */
export async function draftRecurrences(tx: Tx, kinds: EventKinds): Promise<number> {
  const day = await today(tx)
  const { value: ahead } = await ruleFor<number>(tx, 'events.draft_days_ahead', day)
  let drafted = 0
  for (const seriesId of await runningRecurrences(tx, day)) {
    const series = (await lockSeries(tx, seriesId))!
    const until = addDays(day, ahead)
    const eventIds = await draftDue(tx, series, { kinds, today: day, until, createdBy: series.createdBy })
    for (const eventId of eventIds) {
      await createTask(tx, null, {
        kind: 'events.drafted',
        organisationId: series.organisationId,
        permission: 'events.write',
        subjectId: eventId,
        params: {},
        dueOn: null,
      })
      await audit(tx, null, 'events.created', {
        kind: 'event',
        id: eventId,
        organisationId: series.organisationId,
        params: { kind: 'recurrence' },
      })
    }
    drafted += eventIds.length
  }
  return drafted
}

async function copyEvent(
  tx: Tx,
  copy: { template: EventRow; days: number; editionNo: number | null; kinds: EventKinds; createdBy: string },
): Promise<string> {
  const { template, days } = copy
  const id = newId()
  const draft = movedDraft(await draftOf(tx, template), days)
  const { kind, organisationId, seriesId } = template
  const { editionNo, createdBy } = copy
  await insertEvent(tx, { id, kind, organisationId, seriesId, editionNo, createdBy }, draft)
  await replaceHosts(tx, id, await hostIdsOf(tx, template.id))
  await replaceSessions(tx, id, draft.sessions ?? [])
  const { options } = copy.kinds.kindOf(kind)
  const written = (await options?.of(tx, template.id)) ?? null
  if (options !== undefined && written !== null)
    await options.save(tx, id, options.moved(written as never, days * 86_400_000) as never)
  return id
}

async function draftOf(tx: Tx, event: EventRow): Promise<EventDraft> {
  return {
    ...event,
    hostKind: event.hostKind as EventDraft['hostKind'],
    admission: event.admission as EventDraft['admission'],
    seating: event.seating as EventDraft['seating'],
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    registrationOpensAt: event.registrationOpensAt.toISOString(),
    registrationClosesAt: event.registrationClosesAt.toISOString(),
    cancelUntil: event.cancelUntil.toISOString(),
    sessions: await sessionsOf(tx, event.id),
  }
}
