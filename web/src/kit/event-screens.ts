import { lazy, type ComponentType } from 'react'
import { fill } from '../i18n/texts.ts'
import type { ConsoleModule, EventKindForm, EventTab, EventTabProps } from './routes.ts'

let tabs: readonly (EventTab & { Tab: ComponentType<EventTabProps> })[] = []
let kinds: readonly (EventKindForm & { Fields: ComponentType })[] = []

/** Takes in what the modules offer for events; the list of modules in `app/` calls this once at start. */
export function offerEventScreens(modules: readonly ConsoleModule[]): void {
  tabs = modules
    .flatMap((one) => one.eventTabs ?? [])
    .sort((a, b) => a.order - b.order)
    .map((tab) => ({ ...tab, Tab: lazy(tab.tab) }))
  kinds = modules
    .flatMap((one) => one.eventKinds ?? [])
    .map((kind) => ({ ...kind, Fields: lazy(kind.fields) }))
}

/** The tabs of an event of this kind, in their order. */
export function eventTabsOf(kind: string) {
  return tabs.filter((tab) => tab.kind === undefined || tab.kind === kind)
}

/** The kinds of events there are. */
export function eventKindForms() {
  return kinds
}

/** What a kind of events is called. */
export function eventKindName(kind: string): string {
  const known = kinds.find((each) => each.kind === kind)
  return known === undefined ? kind : fill(known.title, {})
}
