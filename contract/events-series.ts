import { Type, type Static } from 'typebox'
import { EventRow } from './events.ts'
import { DateOnly, Id, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

/** Editions of a great event (“第九届”), or a repetition every month. */
export const SeriesKind = oneOf(['editions', 'recurrence'])
const Name = Type.String({ minLength: 2, maxLength: 80 })
const repeat = {
  repeatWeek: Nullable(
    Type.Integer({ minimum: -1, maximum: 4, description: '1 … 4, or -1 for the last of the month' }),
  ),
  repeatWeekday: Nullable(Type.Integer({ minimum: 1, maximum: 7, description: '1 Monday … 7 Sunday' })),
}

/** A series in the list: how many events it has had, and the next one. */
export const SeriesRow = Type.Object({
  id: Id,
  kind: SeriesKind,
  name: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  ...repeat,
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  events: Type.Integer(),
  nextOn: Nullable(DateOnly),
})
export type SeriesRow = Static<typeof SeriesRow>

/** One series with its latest events. `draftsAhead`: days before which the coming repetition is drafted by itself. */
export const SeriesFile = Type.Object({
  ...SeriesRow.properties,
  latest: Type.Array(EventRow),
  draftsAhead: Type.Integer(),
  can: Type.Object({ write: Type.Boolean() }),
})
export type SeriesFile = Static<typeof SeriesFile>

const one = Type.Object({ seriesId: Id })

/** Series and recurrences of events. */
export const operations = {
  listEventSeries: operation({
    method: 'GET',
    path: '/event-series',
    summary: 'Series within scope, by name',
    query: Type.Object({ ...PageQuery }),
    output: PageOf(SeriesRow),
  }),
  getEventSeries: operation({
    method: 'GET',
    path: '/event-series/:seriesId',
    summary: 'One series with its latest events',
    params: one,
    output: SeriesFile,
  }),
  createEventSeries: operation({
    method: 'POST',
    path: '/event-series',
    summary: 'Begin a series',
    body: Type.Object({ organisationId: Id, kind: SeriesKind, name: Name, ...repeat, startsOn: DateOnly }),
    output: SeriesFile,
    status: 201,
  }),
  updateEventSeries: operation({
    method: 'POST',
    path: '/event-series/:seriesId/changes',
    summary: 'Rename a series, or end it',
    params: one,
    body: Type.Object({ name: Name, endsBefore: Nullable(DateOnly) }),
    output: SeriesFile,
  }),
  draftEditions: operation({
    method: 'POST',
    path: '/event-series/:seriesId/drafts',
    summary: 'Draft the coming events of a series from the last one: of a recurrence so many months ahead',
    params: one,
    body: Type.Object({ months: Type.Integer({ minimum: 1, maximum: 12 }) }),
    output: Type.Object({ eventIds: Type.Array(Id) }),
    status: 201,
  }),
}
