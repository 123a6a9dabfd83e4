import { together, withCommit, type Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { tellOffers } from './offer-messages.ts'
import { refusalsAt } from './refusals.ts'
import { Line, Taken, type Balance, type Limits } from './rules.ts'
import {
  eventAtPlaces,
  insertPlaces,
  insertingSteps,
  lockPlacesRow,
  nextOfferEnd,
  registrationsIn,
  savingChanged,
  savingNewcomers,
  savingPlaces,
  type EventAtPlaces,
  type PlacesRow,
  type Registration,
  type RegistrationState,
  type Step,
} from './store.ts'

/**
 * The places of one event while they are locked: everything that admits, offers or frees a place goes through here, is counted, and is
 * written once by `save`. What time alone has brought since the last change (offers that lapsed, places released, the beginning of the
 * event) has happened before the caller sees it.
 */
export class Places {
  readonly event: EventAtPlaces
  readonly row: PlacesRow
  readonly #tx: Tx
  readonly #taken: Taken
  readonly #before: ReadonlyMap<string, number>
  readonly #newcomers = new Map<string, Registration>()
  readonly #changed = new Map<string, Registration>()
  readonly #steps: Step[] = []
  readonly #offered: Registration[] = []
  #freed = false
  #rescheduled = false

  constructor(tx: Tx, event: EventAtPlaces, row: PlacesRow) {
    this.#tx = tx
    this.event = event
    this.row = row
    this.#taken = takenOf(event, row.taken)
    this.#before = new Map(
      this.#taken.groups().map((each) => [`${each.dimension} ${each.value}`, each.taken]),
    )
  }

  /** The limits in force now. */
  get limits(): Limits {
    return limitsAt(this.event, this.row)
  }

  /** How many places are taken, in all and by group. */
  get taken(): Taken {
    return this.#taken
  }

  /** Whether a place may still be offered: there is a waiting list, and the event has not begun. */
  get mayOffer(): boolean {
    const { state, offerMinutes, startsAt, now } = this.event
    return state === 'published' && offerMinutes !== null && now < startsAt
  }

  /** A registration that is new, or comes back, in the state it now has. Places it takes are counted by whoever found one. */
  enter(registration: Registration, step: Pick<Step, 'reason' | 'takenBy'>): Registration {
    const { state } = registration
    const entered = {
      ...registration,
      waitingNo: state === 'waiting' ? this.row.nextWaitingNo++ : null,
      badgeNo: state === 'admitted' ? this.#badgeOf(registration) : registration.badgeNo,
    }
    this.#newcomers.set(entered.id, entered)
    this.#steps.push({ ...step, registrationId: entered.id, step: state })
    return entered
  }

  /** How a registration stands after everything that happened here. */
  current(registration: Registration): Registration {
    return this.#newcomers.get(registration.id) ?? this.#changed.get(registration.id) ?? registration
  }

  /** A registration takes another state; a place it held is free again. */
  move(
    registration: Registration,
    state: RegistrationState,
    { reason, takenBy }: Pick<Step, 'reason' | 'takenBy'>,
  ): Registration {
    const holds = holdsPlace(registration.state)
    if (holds && !holdsPlace(state)) {
      this.#taken.count(registration.facts, -1)
      this.#freed = true
    }
    const moved = { ...registration, state, offeredUntil: null }
    this.#write(moved)
    this.#steps.push({ registrationId: moved.id, step: state, reason, takenBy })
    return moved
  }

  /** Gives a registration its badge and the state of somebody who comes; the place is counted already. */
  admit(registration: Registration, step: Pick<Step, 'reason' | 'takenBy'>): Registration {
    const moved = this.move(registration, 'admitted', step)
    return this.#write({ ...moved, badgeNo: this.#badgeOf(moved) })
  }

  // Offers a place, counted already, until the offer lapses or the event begins.
  #offer(registration: Registration): Registration {
    const { now, startsAt, offerMinutes } = this.event
    const lapses = new Date(now.getTime() + offerMinutes! * 60_000)
    const offeredUntil = lapses < startsAt ? lapses : startsAt
    const moved = this.move(registration, 'offered', { reason: null, takenBy: null })
    const offered = this.#write({ ...moved, offeredUntil })
    this.#offered.push(offered)
    return offered
  }

  /** Puts somebody of the draw into the line, behind those who are in it. */
  putInLine(registration: Registration): void {
    const moved = this.move(registration, 'waiting', { reason: 'draw', takenBy: null })
    this.#write({ ...moved, waitingNo: this.row.nextWaitingNo++ })
  }

  /** Limits or times are others than before: what is free is offered, and what happens by itself is worked out anew. */
  changed(): void {
    this.#freed = true
    this.#rescheduled = true
  }

  /** Offers whatever is free to those who wait, in their order. Somebody who may not take part now is passed over and keeps their number. */
  async fill(): Promise<void> {
    this.#freed = false
    if (!this.mayOffer) return
    await this.offerFrom(await this.lineOfWaiting())
  }

  /** Everybody who waits, in the order of their numbers, those included who came in this transaction. */
  async lineOfWaiting(): Promise<Line<Registration>> {
    const kept = await registrationsIn(this.#tx, this.event.id, 'waiting')
    const waiting = [...kept.map((each) => this.current(each)), ...this.#newcomers.values()]
    const inLine = waiting
      .filter(({ state }) => state === 'waiting')
      .map((who) => ({ facts: who.facts, who }))
    return new Line(this.limits, inLine)
  }

  /** Offers whatever is free to those in line. */
  async offerFrom(line: Line<Registration>): Promise<void> {
    for (;;) {
      const chosen = line.fill(this.#taken)
      if (chosen.length === 0) return
      const personIds = chosen.map(({ who }) => who.personId)
      const refused = await refusalsAt(this.#tx, this.event, personIds)
      for (const { who, facts } of chosen) {
        if (refused.has(who.personId)) this.#taken.count(facts, -1)
        else this.#offer(who)
      }
      if (refused.size === 0) return
    }
  }

  /** What time has brought: offers that lapsed free their places, released places are offered, and when the event has begun nobody waits any more. */
  async settle(): Promise<void> {
    const { dueAt, releaseAt } = this.row
    const { now, startsAt, state } = this.event
    if (dueAt === null || now < dueAt || state !== 'published') return
    const offered = await registrationsIn(this.#tx, this.event.id, 'offered')
    for (const each of offered)
      if (each.offeredUntil! <= now) this.move(each, 'expired', { reason: null, takenBy: null })
    if (now >= startsAt) await this.lapse('started')
    if (releaseAt !== null && releaseAt <= now) this.#freed = true
    if (this.#freed) await this.fill()
  }

  /** Nobody waits any more, and open offers end. */
  async lapse(reason: string): Promise<void> {
    for (const state of ['entered', 'waiting', 'offered'] as const)
      for (const each of await registrationsIn(this.#tx, this.event.id, state)) {
        // What happened a moment ago in this transaction is not written yet.
        const now = this.#changed.get(each.id) ?? each
        if (isOpen(now.state)) this.move(now, 'lapsed', { reason, takenBy: null })
      }
    this.#freed = false
  }

  /** Offers what became free, writes everything that changed, and tells those who were offered a place. */
  async save(): Promise<void> {
    if (this.#freed) await this.fill()
    const tx = this.#tx
    const { event, row } = this
    // Steps name registrations: they follow them.
    const registrations = [
      ...savingNewcomers(tx, event.id, [...this.#newcomers.values()]),
      ...savingChanged(tx, [...this.#changed.values()]),
      ...insertingSteps(tx, this.#steps),
    ]
    row.taken = this.#taken.total
    const isPlain =
      !this.#rescheduled &&
      this.#changed.size === 0 &&
      this.#offered.length === 0 &&
      (row.dueAt === null || event.now < row.dueAt)
    if (!isPlain) {
      for (const statement of registrations) await statement.execute(tx)
      row.dueAt = await this.#nextDue()
    }
    const counts = this.#taken
      .groups()
      .filter((each) => this.#before.get(`${each.dimension} ${each.value}`) !== each.taken)
    const numbers = savingPlaces(tx, event.id, { row, counts })
    await withCommit(tx, isPlain ? [...registrations, ...numbers] : numbers)
    await tellOffers(tx, event, this.#offered)
  }

  async #nextDue(): Promise<Date | null> {
    const { now, startsAt, state } = this.event
    if (state !== 'published') return null
    const moments = [startsAt, this.row.releaseAt, await nextOfferEnd(this.#tx, this.event.id)]
    const ahead = moments.filter((moment) => moment !== null && moment > now).map(Number)
    return ahead.length === 0 ? null : new Date(Math.min(...ahead))
  }

  #badgeOf({ badgeNo }: Registration): number {
    return badgeNo ?? this.row.nextBadgeNo++
  }

  #write(registration: Registration): Registration {
    const kept = this.#newcomers.has(registration.id) ? this.#newcomers : this.#changed
    kept.set(registration.id, registration)
    return registration
  }
}

/** The limits of an event at its moment: after the release no place is reserved and no side is held back. */
export function limitsAt(event: EventAtPlaces, row: PlacesRow | undefined): Limits {
  const released = row === undefined || (row.releaseAt !== null && event.now >= row.releaseAt)
  const quotas = released ? event.quotas.filter((quota) => quota.kind === 'cap') : event.quotas
  return { capacity: event.capacity, quotas, balance: released ? null : balanceOf(row) }
}

/** How the sexes shall balance; null where they need not. */
export function balanceOf({ ratioMale, ratioFemale, tolerance }: PlacesRow): Balance | null {
  if (ratioMale === null || ratioFemale === null || tolerance === null) return null
  return { male: ratioMale, female: ratioFemale, tolerance }
}

/** The places taken, as they are counted. */
export function takenOf(event: EventAtPlaces, total: number): Taken {
  return new Taken(
    total,
    event.counts.map(({ dimension, value, taken }) => [`${dimension} ${value}`, taken]),
  )
}

/** Locks the places of an event until the transaction ends, and lets happen what time has brought. The event is there whatever its state. */
export async function lockPlaces(tx: Tx, eventId: string): Promise<Places> {
  const [row, event] = await lockedRow(tx, eventId)
  if (row === undefined) await insertPlaces(tx, eventId)
  const [lockedNow, eventNow] = row === undefined ? await lockedRow(tx, eventId) : [row, event]
  const places = new Places(tx, eventNow, found(lockedNow))
  await places.settle()
  return places
}

// The lock comes first: the event is read as it stands when nobody else changes its places any more.
function lockedRow(tx: Tx, eventId: string): Promise<[PlacesRow | undefined, EventAtPlaces]> {
  return together(tx, [() => lockPlacesRow(tx, eventId), () => eventAtPlaces(tx, eventId)])
}

function holdsPlace(state: RegistrationState): boolean {
  return state === 'offered' || state === 'admitted'
}

function isOpen(state: RegistrationState): boolean {
  return state === 'entered' || state === 'waiting' || state === 'offered'
}
