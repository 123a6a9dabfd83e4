import { sql } from 'kysely'
import type { EventFile, EventSession, OpenEvent } from '#contract/events.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { phaseOf } from '../../rules.ts'
import { canReachEvent, mustReachEvent } from '../../scope.ts'
import { findEvent, type EventRow } from '../../store.ts'
import type { EventKinds } from '../kinds.ts'
import { fits } from '../rules.ts'
import { eventColumns, shown, type EventColumns } from './event-columns.ts'

/** One event with everything the office knows of it, and what the asker may do with it now. */
export async function eventFile(
  tx: Tx,
  actor: Actor,
  { eventId, kinds }: { eventId: string; kinds: EventKinds },
): Promise<EventFile> {
  const event = await findEvent(tx, eventId)
  await mustReachEvent(tx, { actor, permission: 'events.read' }, event)
  const moment = await now(tx)
  const { rows } = await sql<
    EventColumns & { placesTaken: number; cameTotal: number }
  >`select ${eventColumns},
      (select count(*)::int from registrations r where r.tenant_id = e.tenant_id and r.event_id = e.id and r.state in ('admitted', 'offered')) as "placesTaken",
      (select count(*)::int from check_ins c where c.tenant_id = e.tenant_id and c.event_id = e.id) as "cameTotal"
    from events e where e.tenant_id = ${tx.tenantId} and e.id = ${eventId}`.execute(tx)
  return {
    ...shown(rows[0]!, moment),
    summary: event.summary,
    address: event.address,
    budgetLine: event.budgetLine,
    cancelUntil: event.cancelUntil.toISOString(),
    offerMinutes: event.offerMinutes,
    seating: event.seating as EventFile['seating'],
    rounds: event.rounds,
    roundMinutes: event.roundMinutes,
    twoPart: event.twoPart,
    version: event.version,
    hosts: await hostsOf(tx, eventId),
    sessions: await sessionsOf(tx, eventId),
    options: (await kinds.kindOf(event.kind).options?.of(tx, eventId)) ?? null,
    steps: await stepsOf(tx, eventId),
    can: await whatOneCan(tx, actor, { event, moment }),
  }
}

async function whatOneCan(
  tx: Tx,
  actor: Actor,
  { event, moment }: { event: EventRow; moment: Date },
): Promise<EventFile['can']> {
  const phase = phaseOf(event, moment)
  const write = await canReach(tx, { actor, permission: 'events.write' }, event.organisationId)
  const publish = await canReach(tx, { actor, permission: 'events.publish' }, event.organisationId)
  return {
    edit: write && fits('edit', phase),
    submit: write && !publish && fits('submit', phase),
    return: publish && fits('return', phase),
    publish: publish && fits('publish', phase),
    postpone: write && fits('postpone', phase),
    cancel: write && fits('cancel', phase),
    close: write && fits('close', phase),
    run: await canReachEvent(tx, { actor, permission: 'events.run' }, event),
  }
}

/** Those who host an event together with its host, by name. */
export async function hostsOf(tx: Tx, eventId: string): Promise<OpenEvent['hosts']> {
  const { rows } = await sql<OpenEvent['hosts'][number]>`
    select h.organisation_id as "organisationId", o.name from event_hosts h
    cross join lateral (select name from organisation_profiles p where p.tenant_id = h.tenant_id and p.organisation_id = h.organisation_id
      and p.superseded_at is null order by p.starts_on desc limit 1) o
    where h.tenant_id = ${tx.tenantId} and h.event_id = ${eventId} order by o.name, h.organisation_id`.execute(
    tx,
  )
  return rows
}

/** The parts of an event, in their order. */
export async function sessionsOf(tx: Tx, eventId: string): Promise<EventSession[]> {
  const rows = await tx
    .selectFrom('event_sessions')
    .select(['title', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .orderBy('no')
    .execute()
  return rows.map((row) => ({
    title: row.title,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }))
}

type StepRow = Omit<EventFile['steps'][number], 'takenAt' | 'startsAt' | 'endsAt'> & {
  takenAt: Date
  startsAt: Date | null
  endsAt: Date | null
}

/** Everything that was done to an event, the first step first. */
export async function stepsOf(tx: Tx, eventId: string): Promise<EventFile['steps']> {
  const { rows } = await sql<StepRow>`
    select s.step, s.reason, a.post as "takenByPost", p.name as "takenByName", o.name as "organisationName", s.taken_at as "takenAt",
      s.starts_at as "startsAt", s.ends_at as "endsAt"
    from event_steps s
    left join appointments a on a.tenant_id = s.tenant_id and a.appointment_id = s.taken_by and a.superseded_at is null
    left join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    left join lateral (select name from organisation_profiles n where n.tenant_id = a.tenant_id and n.organisation_id = a.organisation_id
      and n.superseded_at is null order by n.starts_on desc limit 1) o on true
    where s.tenant_id = ${tx.tenantId} and s.event_id = ${eventId} order by s.taken_at, s.id`.execute(tx)
  return rows.map((row) => ({
    ...row,
    takenAt: row.takenAt.toISOString(),
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
  }))
}
