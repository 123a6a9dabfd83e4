import { lazy, type ComponentType } from 'react'
import type { EventPart, EventPartProps, PhoneModule } from './routes.ts'

let parts: readonly (EventPart & { Part: ComponentType<EventPartProps> })[] = []

/** Takes in what the modules offer for an event’s page on the phone; the list of modules in `app/` calls this once at start. */
export function offerEventParts(modules: readonly PhoneModule[]): void {
  parts = modules
    .flatMap((one) => one.eventParts ?? [])
    .sort((a, b) => a.order - b.order)
    .map((part) => ({ ...part, Part: lazy(part.part) }))
}

/** The parts of the page of an event of this kind, in their order. */
export function eventPartsOf(kind: string) {
  return parts.filter((part) => part.kind === undefined || part.kind === kind)
}
