import type { EventKind } from '#server/platform/event-kind.ts'

const declared = new Map<string, EventKind>()

/** Makes the kinds of the programmes known to the engine, once when the list of modules is made. */
export function declareKinds(kinds: readonly EventKind[]): void {
  for (const kind of kinds) declared.set(kind.kind, kind)
}

/** The kind an event names. Throws for one no programme declares: such an event cannot be held. */
export function kindOf(event: { kind: string }): EventKind {
  const kind = declared.get(event.kind)
  if (kind === undefined) throw new Error(`no programme declares events of the kind ${event.kind}`)
  return kind
}
