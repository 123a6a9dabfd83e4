import { sql } from 'kysely'
import type { operations, RegistrationRow } from '#contract/events-admission.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { mustRun } from '../policy.ts'
import { refusalsAt } from '../refusals.ts'
import { hindrancesOf, type Facts } from '../rules.ts'
import { placesAsTheyAre } from './places-now.ts'

type Input = InputOf<(typeof operations)['listRegistrations']>

/**
 * Everybody who registered for an event: those with a place by their badge, those who wait by their number, each with what keeps them from a
 * place at this moment. For whoever runs the event.
 */
export async function listRegistrations(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['listRegistrations']>> {
  await mustRun(tx, actor, input.eventId)
  const places = await placesAsTheyAre(tx, input.eventId)
  const limit = input.limit ?? 50
  const { rows, total } = await pageOf(tx, input, limit)
  const waiting = rows.filter(({ state }) => state === 'waiting' || state === 'offered')
  const refused = await refusalsAt(
    tx,
    places.event,
    waiting.map(({ personId }) => personId),
  )
  const items = rows.map((row): RegistrationRow => {
    const { personId, unionId, turn, sort: _sort, lastStep, offeredUntil, registeredAt, ...shown } = row
    const facts: Facts = { ...shown, unionId, turn }
    return {
      ...shown,
      lostTurn: turn === 2,
      offeredUntil: offeredUntil?.toISOString() ?? null,
      registeredAt: registeredAt.toISOString(),
      lastStep: { ...lastStep, takenAt: new Date(lastStep.takenAt).toISOString() },
      hindrances: row.state === 'waiting' ? hindrancesOf(places.limits, places.taken, facts) : [],
      refusal: refused.get(personId) ?? null,
    }
  })
  const last = rows.at(-1)
  const nextCursor = rows.length < limit || last === undefined ? null : writeCursor([last.sort, last.id])
  return { items, nextCursor, total }
}

type Row = Omit<RegistrationRow, 'lostTurn' | 'offeredUntil' | 'registeredAt' | 'hindrances' | 'refusal'> & {
  personId: string
  unionId: string
  turn: 1 | 2
  offeredUntil: Date | null
  registeredAt: Date
  sort: string
}

async function pageOf(tx: Tx, input: Input, limit: number): Promise<{ rows: Row[]; total: number }> {
  const [sort, id] = readCursor(input.cursor, ['', '00000000-0000-0000-0000-000000000000'])
  const { rows } = await sql<Row & { total: number }>`
    with steps as (
      select s.registration_id, count(*) filter (where s.step = 'offered')::int as offers,
        (array_agg(json_build_object('step', s.step, 'reason', s.reason, 'takenAt', s.taken_at, 'byOfficer', s.taken_by is not null)
          order by s.taken_at desc, s.id desc))[1] as last_step,
        bool_or(s.step = 'no_show' or (s.step = 'cancelled' and s.reason = 'late')) as no_show, bool_or(s.step = 'excused') as excused
      from registration_steps s join registrations r on r.tenant_id = s.tenant_id and r.id = s.registration_id
      where r.tenant_id = ${tx.tenantId} and r.event_id = ${input.eventId} group by s.registration_id),
    listed as (
      select r.*, steps.offers, steps.last_step, steps.no_show, steps.excused, p.name, o.name as union_name,
        case r.state when 'admitted' then '1' when 'offered' then '2' when 'waiting' then '3' when 'entered' then '4' else '5' end
          || lpad(coalesce(case when r.state = 'admitted' then r.badge_no else r.waiting_no end, 0)::text, 9, '0') as sort
      from registrations r
      join steps on steps.registration_id = r.id
      join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id
      left join organisation_profiles o on o.tenant_id = r.tenant_id and o.organisation_id = r.union_id and o.superseded_at is null
        and o.starts_on <= app_today() and (o.ends_before is null or app_today() < o.ends_before)
      where r.tenant_id = ${tx.tenantId} and r.event_id = ${input.eventId}
        and (${input.state ?? null}::text is null or r.state = ${input.state ?? null})
        and (${input.sex ?? null}::text is null or r.sex = ${input.sex ?? null})
        and (${input.noShow ?? null}::boolean is null or steps.no_show = ${input.noShow ?? null}))
    select id, person_id as "personId", union_id as "unionId", name, coalesce(union_name, '') as "unionName", sex, age_band as "ageBand",
      first_timer as "firstTimer", turn, state, waiting_no as "waitingNo", badge_no as "badgeNo", offered_until as "offeredUntil",
      registered_at as "registeredAt", last_step as "lastStep", offers as "offersMade", no_show as "noShow", excused, sort,
      (select count(*)::int from listed) as total
    from listed where (sort, id) > (${sort}, ${id}::uuid) order by sort, id limit ${limit}`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}
