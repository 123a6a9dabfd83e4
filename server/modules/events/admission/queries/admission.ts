import { sql } from 'kysely'
import type { Admission, operations } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { phaseOf } from '../../rules.ts'
import { canReachEvent, mustReachEvent } from '../../scope.ts'
import { findDraw } from '../draw-store.ts'
import { ageBandOf } from '../rules.ts'
import { placesAsTheyAre, type PlacesNow } from './places-now.ts'

/** The places of an event with their limits and counts, for whoever may see the event. */
export async function getAdmission(
  tx: Tx,
  actor: Actor,
  { eventId }: InputOf<(typeof operations)['getAdmission']>,
): Promise<Admission> {
  const places = await placesAsTheyAre(tx, eventId)
  const { event } = places
  await mustReachEvent(tx, { actor, permission: 'events.read' }, event)
  const draw = await findDraw(tx, eventId)
  const { value: validReasons } = await ruleFor<string[]>(tx, 'events.valid_reasons', actor.today)
  return {
    eventId,
    capacity: event.capacity,
    offerMinutes: event.offerMinutes,
    quotas: event.quotas,
    balance: places.balance,
    releaseAt: places.releaseAt?.toISOString() ?? null,
    admission: event.admission,
    phase: phaseOf(event, event.now),
    taken: places.taken.total,
    counts: await namedCounts(tx, places),
    ...(await bySex(tx, eventId)),
    seedHash: draw?.seedHash ?? null,
    drawnAt: draw?.drawnAt?.toISOString() ?? null,
    ageBands: await ageBandsOn(tx, actor.today),
    validReasons,
    can: await canOf(tx, actor, places),
  }
}

async function canOf(tx: Tx, actor: Actor, { event }: PlacesNow): Promise<Admission['can']> {
  const isOver = event.state === 'closed' || event.state === 'cancelled'
  const run = await canReachEvent(tx, { actor, permission: 'events.run' }, event)
  const mayDraw = event.admission === 'lottery' && !event.drawn && event.state === 'published'
  return {
    change: !isOver && (await canReach(tx, { actor, permission: 'events.write' }, event.organisationId)),
    run,
    draw: run && mayDraw && event.now >= event.registrationClosesAt && event.now < event.startsAt,
  }
}

async function namedCounts(tx: Tx, { event }: PlacesNow): Promise<Admission['counts']> {
  const units = event.counts.filter(({ dimension }) => dimension === 'unit').map(({ value }) => value)
  const { rows } = await sql<{ id: string; name: string }>`
    select organisation_id as id, name from organisation_profiles p
    where p.tenant_id = ${tx.tenantId} and p.organisation_id = any(${units}::uuid[]) and p.superseded_at is null
      and p.starts_on <= app_today() and (p.ends_before is null or app_today() < p.ends_before)`.execute(tx)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return event.counts
    .filter(({ taken }) => taken > 0)
    .map((each) => ({ ...each, name: names.get(each.value) ?? null }))
    .sort((a, b) => b.taken - a.taken)
}

const shownStates = ['admitted', 'offered', 'waiting', 'entered'] as const

async function bySex(tx: Tx, eventId: string): Promise<Pick<Admission, (typeof shownStates)[number]>> {
  const { rows } = await sql<{ state: string; sex: string; count: number }>`
    select state, sex, count(*)::int as count from registrations
    where tenant_id = ${tx.tenantId} and event_id = ${eventId} group by state, sex`.execute(tx)
  const of = (state: string, sex: string) =>
    rows.find((row) => row.state === state && row.sex === sex)?.count ?? 0
  const [admitted, offered, waiting, entered] = shownStates.map((state) => ({
    male: of(state, 'male'),
    female: of(state, 'female'),
  }))
  return { admitted: admitted!, offered: offered!, waiting: waiting!, entered: entered! }
}

/** Every age band there is on a day, youngest first. */
export async function ageBandsOn(tx: Tx, day: string): Promise<string[]> {
  const { value: bounds } = await ruleFor<number[]>(tx, 'events.age_bands', day)
  return [bounds[0]! - 1, ...bounds].map((years) => ageBandOf(years, bounds))
}
