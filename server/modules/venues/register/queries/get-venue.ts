import { sql } from 'kysely'
import type { Venue, VenueItem, VenueRow } from '#contract/venues.ts'
import { canReach } from '#server/modules/access/index.ts'
import { subjectsInUse } from '#server/modules/attachments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { whyNotInspect } from '../../inspections/policy.ts'
import { standardOf } from '../../inspections/standard.ts'
import { venueRows } from './list-venues.ts'

type Facts = Pick<
  Venue,
  | 'areaSquareMetres'
  | 'seats'
  | 'position'
  | 'sharedWithId'
  | 'openWeekdays'
  | 'opensAt'
  | 'closesAt'
  | 'longestMinutes'
  | 'daysAhead'
  | 'openedOn'
  | 'version'
>

/** One venue of one's scope: what it is and how it stands today, item by item of the standard in force. */
export async function getVenue(tx: Tx, actor: Actor, { venueId }: { venueId: string }): Promise<Venue> {
  const { rows } = await sql<VenueRow>`${venueRows(tx, actor.today, sql`v.id = ${venueId}`)}`.execute(tx)
  const row = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'venues.read' }, row.organisationId))) notFound()
  const standard = await standardOf(tx, row.kind, actor.today)
  const [facts, items, inspections, starHistory] = [
    await factsOf(tx, venueId),
    await itemsOf(tx, { venueId, ruleId: standard.version, today: actor.today }),
    await inspectionsOf(tx, venueId),
    await starsOf(tx, venueId),
  ]
  return {
    ...row,
    ...facts,
    standard: { version: standard.version, source: standard.source },
    items,
    inspections,
    starHistory,
    can: {
      write:
        row.closedOn === null &&
        (await canReach(tx, { actor, permission: 'venues.write' }, row.organisationId)),
      inspect: row.closedOn === null ? await whyNotInspect(tx, actor, row.organisationId) : 'no_power',
    },
  }
}

async function factsOf(tx: Tx, venueId: string): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select area_square_metres as "areaSquareMetres", seats, case when datum is null then null else
        json_build_object('longitude', longitude::float8, 'latitude', latitude::float8, 'datum', datum) end as position,
      shared_with_id as "sharedWithId", open_weekdays as "openWeekdays", opens_at as "opensAt", closes_at as "closesAt",
      longest_minutes as "longestMinutes", days_ahead as "daysAhead", opened_on as "openedOn", version
    from venues where tenant_id = ${tx.tenantId} and id = ${venueId}`.execute(tx)
  return rows[0]!
}

async function itemsOf(tx: Tx, of: { venueId: string; ruleId: string; today: string }): Promise<VenueItem[]> {
  const { rows } = await sql<VenueItem>`
    select listed.entry->>'code' as code, listed.entry->>'zh' as zh, listed.entry->>'en' as en, (listed.entry->>'months')::int as months,
      case when f.item is null then 'not_seen' when not f.is_met then 'not_met' when f.valid_until < ${of.today}::date then 'expired' else 'met' end as state,
      f.inspected_on as "inspectedOn", f.valid_until as "validUntil", coalesce(f.note, '') as note,
      f.evidence_id as "evidenceId"
    from rules r cross join jsonb_array_elements(r.value->'items') with ordinality as listed (entry, place)
    left join lateral (
      select f.item, f.is_met, f.valid_until, f.note, f.evidence_id, i.inspected_on from venue_findings f
      join venue_inspections i on i.tenant_id = f.tenant_id and i.id = f.inspection_id
      where f.tenant_id = ${tx.tenantId} and i.venue_id = ${of.venueId} and f.item = listed.entry->>'code' order by i.inspected_on desc, i.id desc limit 1) f on true
    where r.id = ${of.ruleId} order by place`.execute(tx)
  const ids = rows.flatMap(({ evidenceId }) => evidenceId ?? [])
  const kept = await subjectsInUse(tx, 'venue_finding', ids)
  return rows.map((row) => ({ ...row, evidenceId: kept.has(row.evidenceId ?? '') ? row.evidenceId : null }))
}

async function inspectionsOf(tx: Tx, venueId: string): Promise<Venue['inspections']> {
  const { rows } = await sql<Venue['inspections'][number]>`
    select i.id, i.inspected_on as "inspectedOn", p.name as "inspectorName", i.note,
      (select count(*) from venue_findings f where f.tenant_id = i.tenant_id and f.inspection_id = i.id and f.is_met)::int as met
    from venue_inspections i
    join lateral (select person_id from appointments a where a.tenant_id = i.tenant_id and a.appointment_id = i.inspected_by order by a.superseded_at nulls first limit 1) a on true
    join persons p on p.tenant_id = i.tenant_id and p.id = a.person_id
    where i.tenant_id = ${tx.tenantId} and i.venue_id = ${venueId} order by i.inspected_on desc, i.id desc limit 50`.execute(
    tx,
  )
  return rows
}

async function starsOf(tx: Tx, venueId: string): Promise<Venue['starHistory']> {
  const { rows } = await sql<Venue['starHistory'][number]>`
    select id, stars, document, granted_on as "grantedOn", expires_on as "expiresOn", withdrawn_on as "withdrawnOn", withdrawn_because as "withdrawnBecause"
    from venue_stars where tenant_id = ${tx.tenantId} and venue_id = ${venueId} order by granted_on desc, id desc limit 50`.execute(
    tx,
  )
  return rows
}
