import { randomUUID } from 'node:crypto'
import { newId } from '#server/platform/ids.ts'
import type { PersonKey } from '#server/platform/crypto.ts'
import type { AppointmentNumber, OrganisationNumber, PersonNumber } from '../../shapes.ts'
import type { DemoMatchmaking } from '../../shapes-events.ts'

/** What the records' numbers stand for in the database. */
export interface MatchmakingIds {
  organisation(number: OrganisationNumber): string
  person(number: PersonNumber): string
  appointment(number: AppointmentNumber): string
  /** The key of somebody who takes part. */
  key(number: PersonNumber): PersonKey
  event(number: number): string
  /** The registration with this place on the list of an event. */
  registration(event: number, place: number): string
  matchmaker(number: number): string
  introduction(number: number): string
  interest(number: number): string
}

interface Loaded {
  organisations: readonly string[]
  persons: readonly string[]
  appointments: ReadonlyMap<AppointmentNumber, string>
  keys: ReadonlyMap<PersonNumber, PersonKey>
}

/** Gives everything in the records its id. What leaves the server about pairs has random ids, which tell no time. */
export function matchmakingIds(records: DemoMatchmaking, loaded: Loaded): MatchmakingIds {
  const events = records.events.map(() => newId())
  const registrations = records.events.map((event) => event.registrations.map(() => newId()))
  const matchmakers = records.matchmakers.map(() => newId())
  const introductions = records.introductions.map(() => randomUUID())
  const interests = records.interests.map(() => randomUUID())
  return {
    organisation: (number) => loaded.organisations[number - 1]!,
    person: (number) => loaded.persons[number - 1]!,
    appointment: (number) => loaded.appointments.get(number)!,
    key: (number) => loaded.keys.get(number)!,
    event: (number) => events[number - 1]!,
    registration: (event, place) => registrations[event - 1]![place]!,
    matchmaker: (number) => matchmakers[number - 1]!,
    introduction: (number) => introductions[number - 1]!,
    interest: (number) => interests[number - 1]!,
  }
}

/** Two persons as a pair stands in the database, and whether their order was turned round. */
export function pairOf(
  ids: MatchmakingIds,
  { a, b }: { a: PersonNumber; b: PersonNumber },
): { person_a: string; person_b: string; turned: boolean } {
  const [one, other] = [ids.person(a), ids.person(b)]
  return one < other
    ? { person_a: one, person_b: other, turned: false }
    : { person_a: other, person_b: one, turned: true }
}
