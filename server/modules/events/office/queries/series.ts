import { sql, type RawBuilder } from 'kysely'
import type { operations, SeriesFile, SeriesRow } from '#contract/events-series.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, inScope, mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { listEvents } from './events.ts'

/** Series within scope, by name. */
export async function listEventSeries(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listEventSeries']>,
): Promise<{ items: SeriesRow[]; nextCursor: string | null }> {
  const limit = input.limit ?? 50
  const [name, id] = readCursor(input.cursor, ['', ''])
  const rows = await seriesRows(
    tx,
    sql`${inScope(tx, { actor, permission: 'events.read' }, sql.ref('s.organisation_id'))}
      and (${id} = '' or (s.name, s.id) > (${name}, nullif(${id}, '')::uuid)) order by s.name, s.id limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.name, last.id]) : null,
  }
}

/** One series with its latest events. */
export async function seriesFile(
  tx: Tx,
  actor: Actor,
  { seriesId }: { seriesId: string },
): Promise<SeriesFile> {
  const [row] = await seriesRows(tx, sql`s.id = ${seriesId}`)
  const series = found(row)
  await mustReach(tx, { actor, permission: 'events.read' }, series.organisationId)
  const { items } = await listEvents(tx, actor, { seriesId, limit: 24 })
  const { value: draftsAhead } = await ruleFor<number>(tx, 'events.draft_days_ahead', actor.today)
  const write = await canReach(tx, { actor, permission: 'events.write' }, series.organisationId)
  return { ...series, latest: items, draftsAhead, can: { write } }
}

async function seriesRows(tx: Tx, condition: RawBuilder<unknown>): Promise<SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`
    select s.id, s.kind, s.name, s.organisation_id as "organisationId", o.name as "organisationName", s.repeat_week as "repeatWeek",
      s.repeat_weekday as "repeatWeekday", s.starts_on as "startsOn", s.ends_before as "endsBefore", h.events, h."nextOn"
    from event_series s
    cross join lateral (select p.name from organisation_profiles p where p.tenant_id = s.tenant_id and p.organisation_id = s.organisation_id
      and p.superseded_at is null order by p.starts_on desc limit 1) o
    cross join lateral (select count(*)::int as events, min((e.starts_at at time zone 'Asia/Shanghai')::date) filter (where e.starts_at > app_now()) as "nextOn"
      from events e where e.tenant_id = s.tenant_id and e.series_id = s.id and e.state <> 'cancelled') h
    where s.tenant_id = ${tx.tenantId} and ${condition}`.execute(tx)
  return rows
}
