import { randomUUID } from 'node:crypto'
import type { operations, Registration as Shown } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { appendingMany, type AuditEntry } from '#server/platform/audit.ts'
import { together, withCommit, type Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { unionsInvited } from '../audience.ts'
import { applicantsOf, type Applicant } from '../facts.ts'
import { fits, type Facts, type Limits, type Line } from '../rules.ts'
import { lockPlaces, type Places } from '../places.ts'
import { refusalsAt } from '../refusals.ts'
import { shownRegistration } from '../shown-registration.ts'
import { kindAndHost, registrationsOf, type Registration } from '../store.ts'
import { whyNotNow, type By } from '../times.ts'

type Asked = { actor: Actor; input: InputOf<(typeof operations)['registerForEvent']> }

/** Somebody who asks for a place: the person, whom it is asked by (in the audit log), and the officer's appointment where it is not their own doing. */
export interface Asking {
  actor: Actor
  personId: string
  takenBy: string | null
}

/**
 * Registers workers themselves for one event: requests that came together share a transaction, in the order they came. Each gets a place, a
 * number of the waiting list, or its own refusal; somebody who is registered already is told how they stand.
 */
export async function registerForEvent(tx: Tx, asked: readonly Asked[]): Promise<(Shown | AppError)[]> {
  const asking = asked.map(({ actor }) => ({ actor, personId: actor.personId, takenBy: null }))
  return registerAll(tx, { eventId: asked[0]!.input.eventId, by: 'oneself' }, asking)
}

/** Registers persons for an event, in their order. */
export async function registerAll(
  tx: Tx,
  { eventId, by }: { eventId: string; by: By },
  asking: readonly Asking[],
): Promise<(Shown | AppError)[]> {
  const askedIds = asking.map(({ personId }) => personId)
  const [applicants, event] = await together(tx, [
    () => applicantsOf(tx, askedIds, asking[0]!.actor.today),
    () => kindAndHost(tx, eventId),
  ])
  const ids = [...new Set([...applicants.values()].map(({ personId }) => personId))]
  // What no change of places alters is asked before the lock, so that it is held for the writes alone.
  const [refused, invited, places, earlier] = await together(tx, [
    () => refusalsAt(tx, event, ids),
    () => unionsInvited(tx, event, unionsOf(applicants)),
    () => lockPlaces(tx, eventId),
    () => registrationsOf(tx, eventId, ids),
  ])
  const closed = whyNotNow(places.event, by)
  if (closed !== null) return asking.map(() => closed)
  const desk = new Desk(places, new Map(earlier.map((each) => [each.personId, each])))
  const answers: (Registration | AppError)[] = []
  for (const each of asking)
    answers.push(await desk.serve(each, { applicant: applicants.get(each.personId), refused, invited }))
  await places.save()
  if (desk.served.length > 0) await withCommit(tx, [appendingMany(tx, entriesOf(desk, places))])
  return answers.map((answer) =>
    answer instanceof AppError ? answer : shownRegistration(places.current(answer)),
  )
}

function entriesOf({ served }: Desk, { event }: Places): AuditEntry[] {
  return served.map(({ actor, registration }) => ({
    author: actor,
    action: 'events.registered',
    subject: {
      kind: 'registration',
      id: registration.id,
      organisationId: event.organisationId,
      params: { state: registration.state, waitingNo: registration.waitingNo },
    },
  }))
}

/** What is known of somebody who asks: their facts, who may not take part, and whose members the event is for. */
interface Known {
  applicant: Applicant | undefined
  refused: ReadonlyMap<string, string>
  invited: ReadonlySet<string>
}

function unionsOf(applicants: ReadonlyMap<string, Applicant>): string[] {
  return [
    ...new Set([...applicants.values()].flatMap(({ facts }) => (facts === null ? [] : [facts.unionId]))),
  ]
}

/** Serves people one after the other against the locked places. */
class Desk {
  readonly served: { actor: Actor; registration: Registration }[] = []
  readonly #places: Places
  readonly #limits: Limits
  readonly #known: Map<string, Registration>
  #line: Line<Registration> | null = null

  constructor(places: Places, known: Map<string, Registration>) {
    this.#places = places
    this.#limits = places.limits
    this.#known = known
  }

  async serve(
    { actor, takenBy }: Asking,
    { applicant, refused, invited }: Known,
  ): Promise<Registration | AppError> {
    if (applicant === undefined) return new AppError('not_found', 'common.not_found')
    const earlier = this.#known.get(applicant.personId)
    if (earlier !== undefined && holds(earlier)) return earlier
    const { personId, facts } = applicant
    const refusal = refusalOf(applicant, { refused, invited })
    if (refusal !== null || facts === null) return refusal ?? lacking()
    const fresh = freshRegistration({ personId, facts }, earlier)
    const { event } = this.#places
    const state = event.admission === 'lottery' && !event.drawn ? 'entered' : this.#stateOf(fresh)
    if (state === 'waiting' && !this.#places.mayOffer) return new AppError('refused', 'events.full')
    const registration = this.#places.enter({ ...fresh, state }, { reason: null, takenBy })
    this.#known.set(registration.personId, registration)
    this.served.push({ actor, registration })
    if (state === 'waiting') this.#line?.join({ facts: registration.facts, who: registration })
    else if (state === 'admitted') await this.#offerWhatOpened()
    return registration
  }

  /**
   * Whoever waits fits no free place, or would have been offered it: so whoever comes takes a place that is free for them, or the next number.
   * Only a balance of the sexes lets one who comes open a place for one who waits; then those in line come first.
   */
  #stateOf({ facts }: Registration): 'admitted' | 'waiting' {
    const { taken } = this.#places
    if (!fits(this.#limits, taken, facts)) return 'waiting'
    taken.count(facts, 1)
    return 'admitted'
  }

  async #offerWhatOpened(): Promise<void> {
    const { mayOffer, taken } = this.#places
    if (this.#limits.balance === null || !mayOffer || taken.total >= this.#limits.capacity) return
    this.#line ??= await this.#places.lineOfWaiting()
    await this.#places.offerFrom(this.#line)
  }
}

function refusalOf(
  { personId, facts }: Applicant,
  { refused, invited }: Pick<Known, 'refused' | 'invited'>,
): AppError | null {
  if (facts !== null && !invited.has(facts.unionId)) return new AppError('not_found', 'common.not_found')
  const reason = refused.get(personId)
  return reason === undefined ? null : new AppError('refused', reason)
}

function lacking(): AppError {
  return new AppError('refused', 'events.facts_missing')
}

/** Whoever comes back keeps the row, the badge and the token they had. */
function freshRegistration(
  { personId, facts }: { personId: string; facts: Facts },
  earlier: Registration | undefined,
): Registration {
  return {
    id: earlier?.id ?? newId(),
    personId,
    facts,
    state: 'entered',
    waitingNo: null,
    badgeNo: earlier?.badgeNo ?? null,
    offeredUntil: null,
    token: earlier?.token ?? randomUUID(),
  }
}

function holds({ state }: Registration): boolean {
  return state === 'entered' || state === 'waiting' || state === 'offered' || state === 'admitted'
}
