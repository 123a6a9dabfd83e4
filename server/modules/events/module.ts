import type { EventKind } from '#server/platform/event-kind.ts'
import type { AppModule } from '#server/platform/module.ts'

/** The engine with the kinds of events the programmes declare. */
export function eventsOf(_kinds: readonly EventKind[]): AppModule {
  return { name: 'events', routes: [] }
}
