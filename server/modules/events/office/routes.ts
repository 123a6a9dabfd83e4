import { operations } from '#contract/events.ts'
import { operations as calendarFiles } from '#contract/events-calendar.ts'
import { operations as hosts } from '#contract/events-hosts.ts'
import { operations as series } from '#contract/events-series.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { cancelEvent, closeEvent, postponeEvent } from './commands/end-event.ts'
import { answerHostInvitation, inviteHost } from './commands/host-together.ts'
import { publishEvent, returnEvent, submitEvent } from './commands/review-event.ts'
import { createEventSeries, draftEditions, updateEventSeries } from './commands/series.ts'
import { createEvent, updateEvent } from './commands/write-draft.ts'
import type { EventKinds } from './kinds.ts'
import { eventCalendar, ownCalendar } from './queries/calendar-downloads.ts'
import { eventFile } from './queries/event-file.ts'
import { listEvents } from './queries/events.ts'
import { listHostInvitations } from './queries/host-invitations.ts'
import { listOpenEvents, openEvent } from './queries/open-events.ts'
import { listPartnerUnions } from './queries/partner-unions.ts'
import { listEventSeries, seriesFile } from './queries/series.ts'

/** From the first draft to the last step, and what workers find. */
export function officeRoutes(kinds: EventKinds): readonly Route[] {
  return [
    ...seriesRoutes(kinds),
    ...hostRoutes,
    route('createEvent', operations.createEvent, 'events.write', (tx, actor, input) =>
      createEvent(tx, actor, { ...input, kinds }),
    ),
    route('updateEvent', operations.updateEvent, 'events.write', (tx, actor, input) =>
      updateEvent(tx, actor, { ...input, kinds }),
    ),
    route('submitEvent', operations.submitEvent, 'events.write', (tx, actor, input) =>
      submitEvent(tx, actor, { ...input, kinds }),
    ),
    route('returnEvent', operations.returnEvent, 'events.publish', (tx, actor, input) =>
      returnEvent(tx, actor, { ...input, kinds }),
    ),
    route('publishEvent', operations.publishEvent, 'events.publish', (tx, actor, input) =>
      publishEvent(tx, actor, { ...input, kinds }),
    ),
    route('postponeEvent', operations.postponeEvent, 'events.write', (tx, actor, input) =>
      postponeEvent(tx, actor, { ...input, kinds }),
    ),
    route('cancelEvent', operations.cancelEvent, 'events.write', (tx, actor, input) =>
      cancelEvent(tx, actor, { ...input, kinds }),
    ),
    route('closeEvent', operations.closeEvent, 'events.write', (tx, actor, input) =>
      closeEvent(tx, actor, { ...input, kinds }),
    ),
    route('listEvents', operations.listEvents, 'events.read', listEvents),
    route('getEvent', operations.getEvent, 'events.read', (tx, actor, input) =>
      eventFile(tx, actor, { ...input, kinds }),
    ),
    route('listOpenEvents', operations.listOpenEvents, 'own.read', listOpenEvents),
    route('getOpenEvent', operations.getOpenEvent, 'own.read', (tx, actor, input) =>
      openEvent(tx, actor, { ...input, kinds }),
    ),
    downloadRoute('downloadEventCalendar', calendarFiles.downloadEventCalendar, 'own.read', eventCalendar),
    downloadRoute('downloadOwnCalendar', calendarFiles.downloadOwnCalendar, 'own.read', ownCalendar),
  ]
}

function seriesRoutes(kinds: EventKinds): readonly Route[] {
  return [
    route('listEventSeries', series.listEventSeries, 'events.read', listEventSeries),
    route('getEventSeries', series.getEventSeries, 'events.read', seriesFile),
    route('createEventSeries', series.createEventSeries, 'events.write', createEventSeries),
    route('updateEventSeries', series.updateEventSeries, 'events.write', updateEventSeries),
    route('draftEditions', series.draftEditions, 'events.write', (tx, actor, input) =>
      draftEditions(tx, actor, { ...input, kinds }),
    ),
  ]
}

const hostRoutes: readonly Route[] = [
  route('listPartnerUnions', hosts.listPartnerUnions, 'events.write', listPartnerUnions),
  route('inviteHost', hosts.inviteHost, 'events.write', inviteHost),
  route('listHostInvitations', hosts.listHostInvitations, 'events.write', listHostInvitations),
  route('answerHostInvitation', hosts.answerHostInvitation, 'events.write', answerHostInvitation),
]
