import { sql, type RawBuilder } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations, venueStates, VenueRow } from '#contract/venues.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { ruleInside } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { isOpenOn, standingAt, starsAt } from '../standing.ts'

/** Venues of one's scope that are open, those below their standard first. */
export async function listVenues(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listVenues']>,
): Promise<OutputOf<(typeof operations)['listVenues']>> {
  const limit = input.limit ?? 50
  const [order, name, id] = readCursor(input.cursor, ['', '', '']) as [string, string, string]
  const open = sql`${inScope(tx, { actor, permission: 'venues.read' }, sql.ref('v.organisation_id'))} and ${isOpenOn(actor.today)}`
  const matching = sql`select * from (${venueRows(tx, actor.today, open)}) r where ${conditions(input, actor.today)}`
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from (${matching}) m`.execute(tx)
  const rank = sql`array_position(${urgency}::text[], state)`
  const { rows } = await sql<VenueRow & { rank: number }>`
    select m.*, ${rank} as rank from (${matching}) m
    where ${id} = '' or (${rank}, name, id) > (nullif(${order}, '')::int, ${name}, nullif(${id}, '')::uuid)
    order by ${rank}, name, id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ rank: _, ...row }) => row),
    nextCursor: rows.length > limit && last ? writeCursor([String(last.rank), last.name, last.id]) : null,
    total: counted[0]!.total,
  }
}

const urgency = ['below', 'expiring', 'never', 'meets'] satisfies (typeof venueStates)[number][]

/** Venues that fit, each as a list shows it today. */
export function venueRows(tx: Tx, today: string, fits: RawBuilder<unknown>): RawBuilder<unknown> {
  const moment = { asOf: today, knownAt: null }
  return sql`
    select v.id, v.organisation_id as "organisationId", o.name as "organisationName", v.kind, v.name, v.address,
      case when s.rule_id is null then 'never' when not s.meets then 'below'
        when s.holds_until <= ${today}::date + ${ruleInside(tx, 'venues.expiry_notice_days')}::int then 'expiring' else 'meets' end as state,
      s.met, s.needed, s.holds_until as "holdsUntil", s.revisit_on as "revisitOn", case when s.meets then coalesce(x.stars, 0) else 0 end::int as stars,
      (select count(*) from venue_bookings b where b.tenant_id = v.tenant_id and b.venue_id = v.id and b.checked_in_at is not null
        and b.starts_at >= app_now() - make_interval(days => ${ruleInside(tx, 'venues.unused_days')}::int))::int as uses,
      v.closed_on as "closedOn"
    from venues v join (${standingAt(tx, moment)}) s on s.venue_id = v.id left join (${starsAt(tx, moment)}) x on x.venue_id = v.id
    cross join lateral (${lastName(tx, sql.ref('v.organisation_id'))}) o
    where v.tenant_id = ${tx.tenantId} and ${fits}`
}

function conditions(input: InputOf<(typeof operations)['listVenues']>, today: string): RawBuilder<unknown> {
  const all = [sql`true`]
  if (input.q !== undefined)
    all.push(sql`(position(${input.q} in r.name) > 0 or position(${input.q} in r."organisationName") > 0)`)
  if (input.kind !== undefined) all.push(sql`r.kind = ${input.kind}`)
  if (input.state !== undefined) all.push(sql`r.state = ${input.state}`)
  if (input.unused === true) all.push(sql`r.uses = 0`)
  if (input.revisit === true) all.push(sql`r."revisitOn" <= ${today}::date`)
  return sql.join(all, sql` and `)
}
