import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { EventRow, operations } from '#contract/events.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { eventScope } from '../../scope.ts'
import { eventColumns, phaseColumn, shown, type EventColumns } from './event-columns.ts'

type Input = InputOf<(typeof operations)['listEvents']>

/** Events within scope, hosted alone or together, the latest to begin first; `total` counts all that match. */
export async function listEvents(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: EventRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const descending = (input.sort ?? '-startsAt') === '-startsAt'
  const [afterTime, afterId] = readCursor(input.cursor, ['', ''])
  const beyond = sql`(e.starts_at, e.id) ${descending ? sql`<` : sql`>`} (nullif(${afterTime}, '')::timestamptz, nullif(${afterId}, '')::uuid)`
  const direction = descending ? sql`desc` : sql`asc`
  const matching = await conditions(tx, actor, input)
  const { rows } = await sql<EventColumns & { placesTaken: number; cameTotal: number; total: number }>`
    with matching as materialized (select e.id from events e where e.tenant_id = ${tx.tenantId} and ${matching})
    select ${eventColumns}, (select count(*)::int from matching) as total,
      (select count(*)::int from registrations r where r.tenant_id = e.tenant_id and r.event_id = e.id and r.state in ('admitted', 'offered')) as "placesTaken",
      (select count(*)::int from check_ins c where c.tenant_id = e.tenant_id and c.event_id = e.id) as "cameTotal"
    from matching join events e on e.tenant_id = ${tx.tenantId} and e.id = matching.id
    where ${afterId} = '' or ${beyond}
    order by e.starts_at ${direction}, e.id ${direction} limit ${limit + 1}`.execute(tx)
  const moment = await now(tx)
  const items = rows.slice(0, limit).map(({ total: _total, ...row }) => shown(row, moment))
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.startsAt, last.id]) : null,
    total: rows[0]?.total ?? 0,
  }
}

async function conditions(tx: Tx, actor: Actor, input: Input): Promise<RawBuilder<SqlBool>> {
  const reach = { actor, permission: 'events.read' } as const
  const parts = [eventScope(tx, reach)]
  if (input.organisationId !== undefined) {
    await mustReach(tx, reach, input.organisationId)
    parts.push(hostedBelow(tx, actor, input.organisationId))
  }
  if (input.state !== undefined) parts.push(sql`e.state = ${input.state}`)
  if (input.phase !== undefined) parts.push(sql`${phaseColumn} = ${input.phase}`)
  if (input.kind !== undefined) parts.push(sql`e.kind = ${input.kind}`)
  if (input.hostKind !== undefined) parts.push(sql`e.host_kind = ${input.hostKind}`)
  if (input.seriesId !== undefined) parts.push(sql`e.series_id = ${input.seriesId}`)
  if (input.from !== undefined)
    parts.push(sql`e.starts_at >= ${input.from}::date::timestamp at time zone 'Asia/Shanghai'`)
  if (input.to !== undefined)
    parts.push(sql`e.starts_at < (${input.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  const q = input.q?.trim()
  if (q) {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(e.title ilike ${part} or e.venue ilike ${part})`)
  }
  return sql`${sql.join(parts, sql` and `)}`
}

function hostedBelow(tx: Tx, actor: Actor, organisationId: string): RawBuilder<SqlBool> {
  return sql`exists (select from organisation_tree below where below.tenant_id = ${tx.tenantId} and below.ancestor_id = ${organisationId}
    and below.starts_on <= ${actor.today}::date and (below.ends_before is null or ${actor.today}::date < below.ends_before)
    and (below.descendant_id = e.organisation_id or below.descendant_id in (
      select joint.organisation_id from event_hosts joint where joint.tenant_id = e.tenant_id and joint.event_id = e.id)))`
}
