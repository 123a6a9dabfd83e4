import type { operations, SeriesFile } from '#contract/events-series.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays, today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, invalid, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { EventKinds } from '../kinds.ts'
import { draftDue } from '../draft-due.ts'
import { seriesFile } from '../queries/series.ts'
import { changeSeries, eventsOfSeries, insertSeries, lockSeries, type SeriesHead } from '../series-store.ts'

/** Begins a series of editions, or a repetition every month on a weekday of a week. */
export async function createEventSeries(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createEventSeries']>,
): Promise<SeriesFile> {
  await mustReach(tx, { actor, permission: 'events.write' }, input.organisationId)
  if (actor.appointment === null) forbidden()
  const repeats = input.repeatWeek !== null && input.repeatWeek !== 0 && input.repeatWeekday !== null
  const alone = input.repeatWeek === null && input.repeatWeekday === null
  if (input.kind === 'recurrence' ? !repeats : !alone)
    invalid([{ path: 'repeatWeek', code: 'events.repetition_unclear' }])
  const id = newId()
  await insertSeries(tx, { ...input, name: input.name.trim(), id, createdBy: actor.appointment.id })
  await audit(tx, actor, 'events.series_begun', {
    kind: 'event_series',
    id,
    organisationId: input.organisationId,
    params: { kind: input.kind },
  })
  return seriesFile(tx, actor, { seriesId: id })
}

/** Renames a series that goes on, or says when it ends: nothing is drafted for that day or later. Events that are there stay as they are. */
export async function updateEventSeries(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['updateEventSeries']>,
): Promise<SeriesFile> {
  const series = await lockOwn(tx, actor, input.seriesId)
  mustGoOn(series, await today(tx))
  await changeSeries(tx, series.id, { name: input.name.trim(), endsBefore: input.endsBefore })
  await audit(tx, actor, 'events.series_changed', {
    kind: 'event_series',
    id: series.id,
    organisationId: series.organisationId,
    params: {},
  })
  return seriesFile(tx, actor, { seriesId: series.id })
}

/**
 * Drafts the coming events of a series from the last one, each a draft of its own that may be changed without touching the others. Asked
 * twice, nothing is drafted twice.
 */
export async function draftEditions(
  tx: Tx,
  actor: Actor,
  { kinds, ...input }: InputOf<(typeof operations)['draftEditions']> & { kinds: EventKinds },
): Promise<{ eventIds: string[] }> {
  const series = await lockOwn(tx, actor, input.seriesId)
  if (actor.appointment === null) forbidden()
  const day = await today(tx)
  mustGoOn(series, day)
  if ((await eventsOfSeries(tx, series.id)).length === 0) refuse('events.series_empty')
  const eventIds = await draftDue(tx, series, {
    kinds,
    today: day,
    until: addDays(day, 31 * input.months),
    createdBy: actor.appointment.id,
  })
  await audit(tx, actor, 'events.editions_drafted', {
    kind: 'event_series',
    id: series.id,
    organisationId: series.organisationId,
    params: { events: eventIds.length },
  })
  return { eventIds }
}

function mustGoOn(series: SeriesHead, day: string): void {
  if (series.endsBefore !== null && series.endsBefore <= day) refuse('events.series_over')
}

async function lockOwn(tx: Tx, actor: Actor, seriesId: string): Promise<SeriesHead> {
  const series = found(await lockSeries(tx, seriesId))
  await mustReach(tx, { actor, permission: 'events.write' }, series.organisationId)
  return series
}
