import { Type } from 'typebox'
import { Id, Nothing, operation } from './operation.ts'

const one = Type.Object({ eventId: Id })

/** Calendar files (ICS) that a phone or computer takes in. */
export const operations = {
  downloadEventCalendar: operation({
    method: 'GET',
    path: '/me/events/:eventId/calendar',
    summary: 'One event as a calendar file',
    params: one,
    output: Nothing,
    file: 'download',
  }),
  downloadOwnCalendar: operation({
    method: 'GET',
    path: '/me/events-calendar',
    summary: 'The events one has a place at, as one calendar file',
    output: Nothing,
    file: 'download',
  }),
}
