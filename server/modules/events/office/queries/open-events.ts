import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { OpenEvent, OpenEventRow, operations } from '#contract/events.ts'
import type { InputOf } from '#contract/operation.ts'
import { placeOf } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { findEvent } from '../../store.ts'
import type { EventKinds } from '../kinds.ts'
import { eventColumns, shown, type EventColumns } from './event-columns.ts'
import { hostsOf, sessionsOf, stepsOf } from './event-file.ts'

type Input = InputOf<(typeof operations)['listOpenEvents']>
type Columns = EventColumns & { registration: OpenEventRow['registration'] }

/**
 * Events of the worker's own union, of what leads it, and of those these host together: the ones that can still be joined (the next first),
 * those one is registered for, or those that are over (the last first).
 */
export async function listOpenEvents(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: OpenEventRow[]; nextCursor: string | null }> {
  const limit = input.limit ?? 30
  const which = input.which ?? 'open'
  const direction = which === 'past' ? sql`desc` : sql`asc`
  const [afterTime, afterId] = readCursor(input.cursor, ['', ''])
  const beyond = sql`(e.starts_at, e.id) ${which === 'past' ? sql`<` : sql`>`} (nullif(${afterTime}, '')::timestamptz, nullif(${afterId}, '')::uuid)`
  const rows = await readOpen(tx, actor, {
    condition: sql`${lists[which]} and (${afterId} = '' or ${beyond})`,
    tail: sql`order by e.starts_at ${direction}, e.id ${direction} limit ${limit + 1}`,
  })
  const moment = await now(tx)
  const items = rows.slice(0, limit).map((row) => shown(row, moment))
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.startsAt, last.id]) : null,
  }
}

/** One published event the worker can come to or is registered for; anything else is "not there". */
export async function openEvent(
  tx: Tx,
  actor: Actor,
  { eventId, kinds }: { eventId: string; kinds: EventKinds },
): Promise<OpenEvent> {
  const [row] = await readOpen(tx, actor, { condition: sql`e.id = ${eventId}`, tail: sql`` })
  const columns = found(row)
  const event = await findEvent(tx, eventId)
  const steps = await stepsOf(tx, eventId)
  return {
    ...shown(columns, await now(tx)),
    summary: event.summary,
    address: event.address,
    cancelUntil: event.cancelUntil.toISOString(),
    offerMinutes: event.offerMinutes,
    seating: event.seating as OpenEvent['seating'],
    rounds: event.rounds,
    twoPart: event.twoPart,
    hosts: await hostsOf(tx, eventId),
    sessions: await sessionsOf(tx, eventId),
    options: (await kinds.kindOf(event.kind).options?.of(tx, eventId)) ?? null,
    changes: steps.flatMap(({ step, reason, takenAt, startsAt }) =>
      step === 'postponed' || step === 'cancelled' ? [{ step, reason, takenAt, startsAt }] : [],
    ),
  }
}

/** Passes when the worker may see the event; otherwise the answer "not there". */
export async function mustBeOpenTo(tx: Tx, actor: Actor, eventId: string): Promise<void> {
  found((await readOpen(tx, actor, { condition: sql`e.id = ${eventId}`, tail: sql`` }))[0])
}

/** The events the worker has a place at and that are not over, cancelled ones too. */
export async function ownPlaces(tx: Tx, actor: Actor): Promise<string[]> {
  const condition = sql<SqlBool>`r.state = 'admitted' and e.ends_at > app_now()`
  const rows = await readOpen(tx, actor, { condition, tail: sql`order by e.starts_at, e.id limit 100` })
  return rows.map((row) => row.id)
}

const standing = sql<SqlBool>`r.state in ('entered', 'waiting', 'offered', 'admitted')`
const lists: Record<NonNullable<Input['which']>, RawBuilder<SqlBool>> = {
  open: sql`e.state = 'published' and e.ends_at > app_now() and (e.registration_closes_at > app_now() or ${standing})`,
  own: sql`${standing} and (e.ends_at > app_now() or e.state = 'cancelled' and e.ends_at > app_now() - interval '30 days')`,
  past: sql`r.id is not null and (e.ends_at <= app_now() or e.state in ('closed', 'cancelled'))`,
}

async function readOpen(
  tx: Tx,
  actor: Actor,
  { condition, tail }: { condition: RawBuilder<SqlBool>; tail: RawBuilder<unknown> },
): Promise<Columns[]> {
  const records = found(await personRecords(tx, actor.personId))
  const place =
    records.organisationId === null ? null : await placeOf(tx, records.organisationId, actor.today)
  const unions = [...(place?.ancestorIds ?? [])]
  const { rows } = await sql<Columns>`
    select ${eventColumns}, case when r.id is not null then jsonb_build_object('state', r.state, 'waitingNo', r.waiting_no, 'badgeNo', r.badge_no,
      'checkedIn', exists (select from check_ins c where c.tenant_id = r.tenant_id and c.registration_id = r.id)) end as registration
    from events e
    left join registrations r on r.tenant_id = e.tenant_id and r.event_id = e.id and r.person_id = any(${records.recordIds}::uuid[])
    where e.tenant_id = ${tx.tenantId} and ${wasPublished} and (r.id is not null or e.organisation_id = any(${unions}::uuid[])
      or exists (select from event_hosts h where h.tenant_id = e.tenant_id and h.event_id = e.id and h.organisation_id = any(${unions}::uuid[])))
      and ${condition} ${tail}`.execute(tx)
  return rows
}

// A draft that was dropped was never anybody's business.
const wasPublished = sql<SqlBool>`(e.state in ('published', 'closed') or e.state = 'cancelled' and exists (
  select from event_steps s where s.tenant_id = e.tenant_id and s.event_id = e.id and s.step = 'published'))`
