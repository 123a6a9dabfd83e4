import { operations } from '#contract/events.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { cancelEvent, closeEvent, postponeEvent } from './commands/end-event.ts'
import { publishEvent, returnEvent, submitEvent } from './commands/review-event.ts'
import { createEvent, updateEvent } from './commands/write-draft.ts'
import type { EventKinds } from './kinds.ts'
import { eventFile } from './queries/event-file.ts'
import { listEvents } from './queries/events.ts'
import { listOpenEvents, openEvent } from './queries/open-events.ts'

/** From the first draft to the last step, and what workers find. */
export function officeRoutes(kinds: EventKinds): readonly Route[] {
  return [
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
  ]
}
