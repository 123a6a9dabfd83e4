import type { AppointmentNumber, OrganisationNumber, PersonNumber } from './shapes.ts'

/**
 * Events and matchmaking of a demo tenant as plain records. Everything is numbered 1, 2, 3 … inside one demo; places on an event's list
 * are counted from 0. Instants are ISO texts in UTC.
 */

export type HostKind = 'federation' | 'women_workers' | 'industry' | 'site'

export interface DemoSeries {
  number: number
  organisation: OrganisationNumber
  name: string
  startsOn: string
  createdBy: AppointmentNumber
}

export interface DemoEvent {
  number: number
  series: number | null
  editionNo: number | null
  organisation: OrganisationNumber
  hostKind: HostKind
  /** Joint hosts beside the one it belongs to. */
  hosts: OrganisationNumber[]
  title: string
  summary: string
  venue: string
  address: string
  startsAt: string
  endsAt: string
  registrationOpensAt: string
  registrationClosesAt: string
  admission: 'first_come' | 'lottery'
  capacity: number
  seating: 'none' | 'pairs' | 'tables'
  rounds: number
  roundMinutes: number
  state: 'review' | 'published' | 'closed'
  createdBy: AppointmentNumber
  createdAt: string
  steps: { step: 'submitted' | 'published' | 'closed'; by: AppointmentNumber | null; at: string }[]
  choiceLimit: number
  choicesCloseAt: string
  registrations: DemoRegistration[]
  roundsHeld: DemoRound[]
  /** Whom each registration chose, by places on the list; null: no sheet. Absent once the key of the event is destroyed. */
  sheets: (number[] | null)[] | null
  closing: { sheets: number; pairs: number; at: string; by: AppointmentNumber | null } | null
}

export interface DemoRegistration {
  person: PersonNumber
  union: OrganisationNumber
  sex: 'female' | 'male'
  /** Age on the day of the event. */
  years: number
  firstTimer: boolean
  state: 'admitted' | 'cancelled'
  badgeNo: number | null
  registeredAt: string
  /** When it was cancelled; null where it was not. */
  cancelledAt: string | null
  checkedInAt: string | null
}

export interface DemoRound {
  no: number
  releasedAt: string
  /** Two places at a table, or one that sits the round out. */
  tables: (readonly [number, number] | readonly [number])[]
}

export interface DemoMatchmaker {
  number: number
  person: PersonNumber
  organisation: OrganisationNumber
  appointment: AppointmentNumber
  registeredOn: string
  registeredBy: AppointmentNumber
  districtCodes: string[]
}

export interface DemoCase {
  matchmaker: number
  person: PersonNumber
  openedOn: string
  endedOn: string | null
  endReason: 'couple' | 'withdrawn' | null
}

export interface DemoIntroduction {
  number: number
  a: PersonNumber
  b: PersonNumber
  matchmaker: number
  organisation: OrganisationNumber
  proposedAt: string
  answerUntil: string
  /** What each side said; null: nothing. */
  answers: readonly [boolean | null, boolean | null]
  endedAt: string | null
}

/** A mutual interest: both chose each other at one event, or both said yes to one introduction. */
export interface DemoInterest {
  number: number
  a: PersonNumber
  b: PersonNumber
  event: number | null
  introduction: number | null
  organisation: OrganisationNumber
  revealedAt: string
  /** Which of the two let the other have their contact. */
  released: readonly [boolean, boolean]
  followUps: DemoFollowUp[]
}

export interface DemoFollowUp {
  stage: '3_days' | '3_weeks' | '3_months'
  dueOn: string
  matchmaker: number
  doneAt: string | null
  answers: readonly [string | null, string | null]
}

export interface DemoCouple {
  interest: number
  a: PersonNumber
  b: PersonNumber
  organisation: OrganisationNumber
  confirmedAt: readonly [string, string]
  /** Another organisation that claims the same couple. */
  alsoClaimedBy: OrganisationNumber | null
  outcomes: { outcome: 'contact' | 'dating' | 'couple' | 'married' | 'ended'; on: string }[]
  endedOn: string | null
}

/** Somebody who takes part, and how far they have come. */
export interface DemoSingle {
  person: PersonNumber
  union: OrganisationNumber
  sex: 'female' | 'male'
  birthDate: string
  districtCode: string
  enteredAt: string
  /** The days a declaration of being single was signed; each holds for six months. */
  declaredOn: string[]
  /** Null: the unit has not answered yet. */
  attestedAt: string | null
  attestedBy: AppointmentNumber
  /** Null: no profile any more (a couple, or long unused); then who hid it and since when. */
  profile: { lastActiveOn: string; hidden: { reason: 'inactive' | 'couple'; at: string } | null } | null
}

export interface DemoBlock {
  by: PersonNumber
  blocked: PersonNumber
  at: string
}

/** What a tenant did in matchmaking, and the exact totals of it. */
export interface DemoMatchmaking {
  series: readonly DemoSeries[]
  events: readonly DemoEvent[]
  matchmakers: readonly DemoMatchmaker[]
  cases: readonly DemoCase[]
  introductions: readonly DemoIntroduction[]
  interests: readonly DemoInterest[]
  couples: readonly DemoCouple[]
  singles: readonly DemoSingle[]
  blocks: readonly DemoBlock[]
}
