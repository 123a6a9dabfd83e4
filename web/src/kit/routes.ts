import type { ComponentType, ReactNode } from 'react'
import type { EventFile, OpenEvent } from '#contract/events.ts'
import type { Permission } from '#contract/permissions.ts'
import type { Sentence } from '../i18n/texts.ts'
import type { IconName } from '../ui/icon.tsx'

type Page = () => Promise<{ default: ComponentType }>

/** A page of the console. `path` is below `/console`, parts like `:memberId` are read with `useParam('memberId')`. */
export interface ConsoleRoute {
  path: string
  title: Sentence
  /** Without it the page is for everybody signed in; who lacks it sees why instead of the page. */
  permission?: Permission
  /** A page that fills the screen by itself, such as one for a projector: no navigation around it. */
  frame?: 'none'
  page: Page
}

/** The headings of the left navigation, in this order. */
export type NavGroup =
  'work' | 'roster' | 'commissioners' | 'matchmaking' | 'events' | 'funds' | 'figures' | 'admin'

/** An entry of the left navigation; shown to those who hold the permission. */
export interface NavEntry {
  path: string
  title: Sentence
  icon: IconName
  group: NavGroup
  permission?: Permission
}

/** A part of the console’s home page, for those who hold the permission; low order comes first. */
export interface HomePart {
  order: number
  permission?: Permission
  part: Page
}

/** What a tab of an event’s page is given. */
export interface EventTabProps {
  event: EventFile
}

/** A tab of an event’s page in the console, for those who hold the permission; without `kind` it belongs to events of every kind. */
export interface EventTab {
  /** What stands in the address: `?tab=choices`. */
  key: string
  order: number
  title: Sentence
  permission: Permission
  kind?: string
  tab: () => Promise<{ default: ComponentType<EventTabProps> }>
}

/** A kind of events as the office’s form offers it, with the fields that only this kind has (named `options.…`). */
export interface EventKindForm {
  kind: string
  title: Sentence
  /** What stands in the common fields at first, where this kind differs from others. */
  draft?: Readonly<Record<string, unknown>>
  /** What stands in those fields at first, of an event that ends at this instant. */
  initial: (endsAt: string) => Readonly<Record<string, unknown>>
  fields: Page
}

/** What a module gives to the console. `topBar` is drawn left of the language switch (the task inbox uses it). */
export interface ConsoleModule {
  eventTabs?: readonly EventTab[]
  eventKinds?: readonly EventKindForm[]
  routes: readonly ConsoleRoute[]
  nav?: readonly NavEntry[]
  home?: readonly HomePart[]
  topBar?: Page
}

/** The bottom tabs of the phone. */
export type PhoneTab = 'home' | 'events' | 'services' | 'own'

/** What a phone page is given: the `:name` parts of its path. */
export interface PhonePageProps {
  params: Readonly<Record<string, string>>
}

/** A page of the worker’s phone. `path` is below `/me`. */
export interface PhoneRoute {
  path: string
  title: Sentence
  /** The tab that is lit while the page is open. */
  tab: PhoneTab
  /** Private pages keep their name out of the window title, which the task switcher shows. */
  privacy?: 'private'
  page: () => Promise<{ default: ComponentType<PhonePageProps> }>
}

/** A line in the phone’s 服务 or 我的 tab, or a part of its home page. */
export interface PhoneEntry {
  tab: 'services' | 'own'
  path: string
  title: Sentence
  hint?: Sentence
  icon: IconName
}

/** What a part of an event’s page on the phone is given. */
export interface EventPartProps {
  event: OpenEvent
}

/** A part of an event’s page on the phone: low order comes first; without `kind` it belongs to events of every kind. */
export interface EventPart {
  order: number
  kind?: string
  part: () => Promise<{ default: ComponentType<EventPartProps> }>
}

/** What a module gives to the phone. */
export interface PhoneModule {
  eventParts?: readonly EventPart[]
  routes: readonly PhoneRoute[]
  entries?: readonly PhoneEntry[]
  home?: readonly { order: number; part: Page }[]
  /** Stands before every page of the phone until it lets through what it is given. */
  gate?: () => Promise<{ default: ComponentType<{ children: ReactNode }> }>
}
