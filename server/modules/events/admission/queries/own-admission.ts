import { sql } from 'kysely'
import type { operations, OwnAdmission, RegistrationStep } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { findDraw } from '../draw-store.ts'
import { unionsInvited } from '../audience.ts'
import { applicantsOf, type Applicant } from '../facts.ts'
import { refusalsAt } from '../refusals.ts'
import { hindrancesOf, type Facts } from '../rules.ts'
import { shownRegistration } from '../shown-registration.ts'
import { registrationsOf, type Registration } from '../store.ts'
import { whyNotNow } from '../times.ts'
import { placesAsTheyAre, type PlacesNow } from './places-now.ts'

/** "Why am I not in?": what is full, how many wait before one, what was offered so far, and what one can do. An event nobody published is not there. */
export async function explainAdmission(
  tx: Tx,
  actor: Actor,
  { eventId }: InputOf<(typeof operations)['explainAdmission']>,
): Promise<OwnAdmission> {
  const places = await placesAsTheyAre(tx, eventId)
  const { event } = places
  if (event.state === 'draft' || event.state === 'review') notFound()
  const applicant = found((await applicantsOf(tx, [actor.personId], actor.today)).get(actor.personId))
  const [registration] = await registrationsOf(tx, eventId, [applicant.personId])
  if (registration === undefined && !(await isInvited(tx, places, applicant))) notFound()
  const refusal = await refusalOf(tx, event, applicant)
  const facts = registration !== undefined && isOpen(registration) ? registration.facts : applicant.facts
  const { value: validReasons } = await ruleFor<string[]>(tx, 'events.valid_reasons', actor.today)
  return {
    ...aboutEvent(places),
    ...(await standingOf(tx, eventId, registration)),
    hindrances: registration?.state === 'admitted' ? [] : hindrancesFor(places, facts),
    refusal,
    lostTurn: facts?.turn === 2,
    drawn: event.drawn,
    seedHash: (await findDraw(tx, eventId))?.seedHash ?? null,
    validReasons,
    can: canOf(places, registration, refusal === null),
    whyNot: whyNotNow(event, 'oneself')?.code ?? null,
  }
}

async function refusalOf(
  tx: Tx,
  event: PlacesNow['event'],
  { personId, facts }: Applicant,
): Promise<string | null> {
  const reason = (await refusalsAt(tx, event, [personId])).get(personId)
  return reason ?? (facts === null ? 'events.facts_missing' : null)
}

function hindrancesFor({ limits, taken }: PlacesNow, facts: Facts | null): OwnAdmission['hindrances'] {
  return facts === null ? [] : hindrancesOf(limits, taken, facts)
}

async function standingOf(tx: Tx, eventId: string, registration: Registration | undefined) {
  const line = await lineOf(tx, eventId, registration)
  if (registration === undefined) return { ...line, registration: null, steps: [] }
  const steps = await stepsOf(tx, registration.id)
  return { ...line, registration: shownRegistration(registration), steps }
}

function aboutEvent({ event, limits, taken, releaseAt }: PlacesNow) {
  return {
    eventId: event.id,
    title: event.title,
    admission: event.admission,
    startsAt: event.startsAt.toISOString(),
    registrationOpensAt: event.registrationOpensAt.toISOString(),
    registrationClosesAt: event.registrationClosesAt.toISOString(),
    cancelUntil: event.cancelUntil.toISOString(),
    releaseAt: releaseAt !== null && releaseAt > event.now ? releaseAt.toISOString() : null,
    offerMinutes: event.offerMinutes,
    capacity: limits.capacity,
    taken: taken.total,
  }
}

async function isInvited(tx: Tx, { event }: PlacesNow, { facts }: Applicant): Promise<boolean> {
  // Whoever has no union finds out here why they cannot register.
  return facts === null || (await unionsInvited(tx, event, [facts.unionId])).has(facts.unionId)
}

function isOpen({ state }: Registration): boolean {
  return state === 'entered' || state === 'waiting' || state === 'offered' || state === 'admitted'
}

function canOf(
  { event }: PlacesNow,
  registration: Registration | undefined,
  mayTakePart: boolean,
): OwnAdmission['can'] {
  const open = registration !== undefined && isOpen(registration)
  const { state } = registration ?? {}
  const inTime = state !== 'offered' || registration!.offeredUntil! > event.now
  return {
    register: !open && mayTakePart && whyNotNow(event, 'oneself') === null,
    cancel: open && event.state === 'published' && event.now < event.endsAt,
    cancelFreely: state !== 'admitted' || event.now < event.cancelUntil,
    answer: state === 'offered' && inTime && event.state === 'published',
  }
}

/** How many wait before somebody, and how far the offers have come. */
async function lineOf(
  tx: Tx,
  eventId: string,
  registration: Registration | undefined,
): Promise<Pick<OwnAdmission, 'ahead' | 'offersMade' | 'lastOfferedNo'>> {
  const before = registration?.state === 'waiting' ? registration.waitingNo : null
  const { rows } = await sql<Pick<OwnAdmission, 'ahead' | 'offersMade' | 'lastOfferedNo'>>`
    with offers as (
      select s.taken_at, s.id, r.waiting_no from registration_steps s join registrations r on r.tenant_id = s.tenant_id and r.id = s.registration_id
      where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} and s.step = 'offered')
    select (select count(*)::int from offers) as "offersMade",
      (select waiting_no from offers order by taken_at desc, id desc limit 1) as "lastOfferedNo",
      (select count(*)::int from registrations r where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} and r.state = 'waiting'
        and r.waiting_no < ${before}::int) as ahead`.execute(tx)
  return rows[0]!
}

/** What happened to a registration, in order. */
async function stepsOf(tx: Tx, registrationId: string): Promise<RegistrationStep[]> {
  const { rows } = await sql<Omit<RegistrationStep, 'takenAt'> & { takenAt: Date }>`
    select step, reason, taken_at as "takenAt", taken_by is not null as "byOfficer" from registration_steps
    where tenant_id = ${tx.tenantId} and registration_id = ${registrationId} order by taken_at, id`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, takenAt: row.takenAt.toISOString() }))
}
