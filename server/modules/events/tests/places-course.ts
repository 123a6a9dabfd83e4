import { sql } from 'kysely'
import type { EventQuota } from '#contract/events-admission.ts'
import { today } from '#server/platform/clock.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import type { randomFrom } from '#tools/generate/random.ts'
import { makeEvent } from './make-event.ts'
import { answerOffer } from '../admission/commands/answer-offer.ts'
import { cancelRegistration } from '../admission/commands/cancel.ts'
import { registerForEvent } from '../admission/commands/register.ts'
import { settlePlaces } from '../admission/jobs.ts'
import { replaceQuotas } from '../admission/limits-store.ts'
import { lockPlaces } from '../admission/places.ts'
import { placesAsTheyAre } from '../admission/queries/places-now.ts'
import { miscounts } from '../admission/recount.ts'
import { hindrancesOf } from '../admission/rules.ts'
import { registrationsIn } from '../admission/store.ts'
import { actorOf, makeMany } from './make-workers.ts'

type Random = ReturnType<typeof randomFrom>

/** People of two unions and both sexes, for as many events as a run needs. */
export interface Stage {
  tenant: TestTenant
  people: string[]
  day: string
}

/** Makes them once. */
export async function makeStage(): Promise<Stage> {
  const tenant = await makeTenant()
  const people = await tenant.inside(async (tx) => {
    const made: string[] = []
    for (const unionId of [tenant.north.unionId, tenant.south.unionId])
      for (const sex of ['male', 'female'] as const)
        made.push(...(await makeMany(tx, { count: 5, sex, unionId })))
    return made
  })
  return { tenant, people, day: await tenant.inside((tx) => today(tx)) }
}

const overlapping: EventQuota[] = [
  { kind: 'cap', dimension: 'sex', value: 'male', places: 4 },
  { kind: 'cap', dimension: 'sex', value: 'female', places: 4 },
  { kind: 'cap', dimension: 'unit', value: 'each', places: 5 },
]

/** An event of six places under overlapping quotas, and half of the time with a balance of the sexes. */
export async function openEvent({ tenant }: Stage, random: Random): Promise<string> {
  return tenant.inside(async (tx) => {
    const eventId = await makeEvent(tx, {
      organisationId: tenant.federationId,
      kind: 'plain',
      choices: null,
      capacity: 6,
    })
    await lockPlaces(tx, eventId).then((places) => places.save())
    await replaceQuotas(tx, eventId, overlapping)
    if (random.below(2) === 0)
      await sql`update event_places set ratio_male = 1, ratio_female = 1, tolerance = 1, release_at = app_now() + interval '1 day'
        where tenant_id = ${tx.tenantId} and event_id = ${eventId}`.execute(tx)
    return eventId
  })
}

/** What somebody may do to places, drawn by chance. */
type Act = (tx: Tx) => Promise<unknown>

/** A few acts that run at the same time: people come, leave and answer, offers run out, the office adds and takes places. */
export function drawActs({ people, day }: Stage, random: Random, eventId: string): Act[] {
  return Array.from({ length: 1 + random.below(5) }, () => {
    const personId = random.pick(people)
    const as = (tx: Tx) => actorOf(tx, personId, day)
    switch (random.below(8)) {
      case 0:
        return (tx) => cancelRegistration(tx, as(tx), { eventId })
      case 1:
        return (tx) => answerOffer(tx, as(tx), { eventId, answer: 'accepted' })
      case 2:
        return (tx) => answerOffer(tx, as(tx), { eventId, answer: 'declined' })
      case 3:
        return (tx) => runOut(tx, eventId)
      case 4:
        return (tx) => resize(tx, eventId, 4 + random.below(4))
      default:
        return (tx) => {
          const some = [personId, ...Array.from({ length: random.below(4) }, () => random.pick(people))]
          return registerForEvent(
            tx,
            some.map((id) => ({ actor: actorOf(tx, id, day), input: { eventId } })),
          )
        }
    }
  })
}

/** All at once, each in its own transaction; refusals are answers, anything else fails the run. */
export async function runTogether({ tenant }: Stage, eventId: string, acts: readonly Act[]): Promise<void> {
  const { platform } = await testServer()
  await Promise.all(
    acts.map(async (act) => {
      try {
        await inTenant(platform, tenant.id, act)
      } catch (error) {
        if (!(error instanceof AppError) || error.kind === 'internal') throw error
      }
      // What anybody sees at any moment, whatever else is under way.
      await tenant.inside((tx) => mustHoldNow(tx, eventId))
    }),
  )
}

async function runOut(tx: Tx, eventId: string): Promise<void> {
  await lockPlaces(tx, eventId)
  await sql`update registrations set offered_until = app_now() - interval '1 second'
    where tenant_id = ${tx.tenantId} and event_id = ${eventId} and state = 'offered'`.execute(tx)
  await sql`update event_places set due_at = app_now() - interval '1 second' where tenant_id = ${tx.tenantId} and event_id = ${eventId}`.execute(
    tx,
  )
  await settlePlaces(tx, eventId)
}

async function resize(tx: Tx, eventId: string, capacity: number): Promise<void> {
  const places = await lockPlaces(tx, eventId)
  if (capacity < places.taken.total) return
  await places.save()
  await sql`update events set capacity = ${capacity} where tenant_id = ${tx.tenantId} and id = ${eventId}`.execute(
    tx,
  )
  const resized = await lockPlaces(tx, eventId)
  resized.changed()
  await resized.save()
}

/** Places are confirmed, held or free, and never more than there are: true of every moment (one statement, one snapshot). */
async function mustHoldNow(tx: Tx, eventId: string): Promise<void> {
  const { rows } = await sql<{ capacity: number; taken: number; held: number }>`
    select e.capacity, p.taken, (select count(*)::int from registrations r where r.tenant_id = e.tenant_id and r.event_id = e.id
      and r.state in ('admitted', 'offered')) as held
    from events e join event_places p on p.tenant_id = e.tenant_id and p.event_id = e.id
    where e.tenant_id = ${tx.tenantId} and e.id = ${eventId}`.execute(tx)
  const { capacity, taken, held } = rows[0]!
  if (held !== taken || taken > capacity)
    throw new Error(`${held} hold places, ${taken} are counted, of ${capacity}`)
}

/** At rest: every limit holds, every count is right, and nobody waits for whom there is a place, nor behind somebody who came later. */
export async function mustHoldAtRest({ tenant }: Stage, eventId: string): Promise<void> {
  await tenant.inside(async (tx) => {
    const wrong = await miscounts(tx)
    if (wrong.length > 0) throw new Error(`miscounted: ${JSON.stringify(wrong)}`)
    const { taken, limits } = await placesAsTheyAre(tx, eventId)
    for (const { dimension, value, taken: count } of taken.groups())
      for (const quota of overlapping)
        if (quota.dimension === dimension && ['each', value].includes(quota.value) && count > quota.places)
          throw new Error(`${count} of ${dimension} ${value}, ${quota.places} allowed`)
    for (const { facts, waitingNo } of await registrationsIn(tx, eventId, 'waiting'))
      if (hindrancesOf(limits, taken, facts).length === 0)
        throw new Error(`number ${waitingNo} waits for nothing`)
  })
}

/**
 * Offers went to those in line in the order of their numbers, within those whom every limit treats alike. A number belongs to the last time
 * somebody came into the line; steps stand in the order of their ids, which are made under the lock. Gives how many were compared.
 */
export async function mustBeInOrder({ tenant }: Stage, eventId: string): Promise<number> {
  const { rows } = await tenant.inside((tx) =>
    sql<{ compared: number; overtaken: number }>`
      with line as (
        select r.id, r.waiting_no, r.state, r.sex, r.union_id, (select s.id from registration_steps s where s.tenant_id = r.tenant_id
          and s.registration_id = r.id and s.step = 'waiting' order by s.id desc limit 1) as came
        from registrations r where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId}),
      offers as (
        select l.*, s.id as offered from line l join registration_steps s on s.tenant_id = ${tx.tenantId} and s.registration_id = l.id
        where s.step = 'offered' and s.id > l.came),
      overtaken as (
        select from offers o join line w on w.state = 'waiting' and w.sex = o.sex and w.union_id = o.union_id
          and w.waiting_no < o.waiting_no and w.came < o.offered)
      select (select count(*)::int from offers) as compared, (select count(*)::int from overtaken) as overtaken`.execute(
      tx,
    ),
  )
  const { compared, overtaken } = rows[0]!
  if (overtaken > 0) throw new Error(`${overtaken} were overtaken`)
  return compared
}
