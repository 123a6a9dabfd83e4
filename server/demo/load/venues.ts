import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Venues of the unions with most workers, shared within their street: most of them meet the six haves, some lack one, of some the evidence has run
 * out, a few nobody has inspected or used. Chosen by the organisations' codes, so that every load shows the same. Their pictures: `evidence.ts`.
 */
export async function loadVenues(tx: Tx, count: number): Promise<void> {
  if (count === 0) return
  await insertVenues(tx, count)
  await insertInspections(tx)
  await insertStars(tx)
  await insertBookings(tx)
}

/** A number below 100 that a venue has by its name, one for each salt. */
const share = (salt: string) => sql<number>`(('x' || left(md5(v.name || ${salt}), 6))::bit(24)::int % 100)`

async function insertVenues(tx: Tx, count: number): Promise<void> {
  await sql`
    insert into venues (tenant_id, id, organisation_id, kind, name, address, area_square_metres, seats, longitude, latitude, datum, shared_with_id,
      open_weekdays, opened_on, recorded_by)
    select ${tx.tenantId}::uuid, gen_random_uuid(), u.id, 'two_new_venue', u.short || '职工之家', coalesce(u.address, u.street_name || '辖区内'),
      60 + 10 * (u.place % 25), 20 + 5 * (u.place % 12), 121.50 + 0.0013 * (u.place % 90), 29.88 + 0.0011 * (u.place % 70), 'GCJ-02', u.street_id,
      '{1,2,3,4,5,6}', app_today() - 400 - (u.place * 11 % 900)::int, u.appointment_id
    from (
      select o.id, p.address, street.id as street_id, street.name as street_name, judge.appointment_id,
        regexp_replace(p.name, '(联合)?工会(委员会)?$', '') as short, row_number() over (order by md5(o.stat_code)) as place
      from organisations o
      join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.superseded_at is null and p.ends_before is null
      join lateral (
        select s.id, sp.name from organisation_tree t join organisations s on s.tenant_id = t.tenant_id and s.id = t.ancestor_id
        join organisation_profiles sp on sp.tenant_id = s.tenant_id and sp.organisation_id = s.id and sp.superseded_at is null and sp.ends_before is null
        where t.tenant_id = o.tenant_id and t.descendant_id = o.id and t.ends_before is null and s.kind = 'street_federation' limit 1) street on true
      cross join lateral (${judgeOf(tx, sql`street.id`)}) judge
      where o.tenant_id = ${tx.tenantId} and o.kind = 'basic_union' order by md5(o.stat_code) limit ${count}) u`.execute(
    tx,
  )
}

/** Who inspects below a street: its officer, or where it has none an officer above. */
function judgeOf(tx: Tx, streetId: ReturnType<typeof sql>) {
  return sql`
    select a.appointment_id from appointments a join organisation_tree up on up.tenant_id = a.tenant_id and up.ancestor_id = a.organisation_id
    where a.tenant_id = ${tx.tenantId} and up.descendant_id = ${streetId} and up.ends_before is null and a.superseded_at is null
      and a.post in ('street_officer', 'federation_officer') and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)
    order by up.depth, a.starts_on, a.appointment_id limit 1`
}

async function insertInspections(tx: Tx): Promise<void> {
  await sql`
    with inspected as (
      insert into venue_inspections (tenant_id, id, venue_id, rule_id, inspected_on, revisit_on, note, inspected_by)
      select v.tenant_id, gen_random_uuid(), v.id, r.id, app_today() - 20 - ${share('day')}, case when ${share('again')} < 15 then app_today() - 5 + ${share('again')} end,
        case when ${share('lacks')} < 20 then '缺项已当场告知，限期补齐' else '' end, v.recorded_by
      from venues v join rules r on r.key = 'venues.standard.' || v.kind and r.region = ''
      where v.tenant_id = ${tx.tenantId} and ${share('seen')} < 92
      returning *)
    insert into venue_findings (tenant_id, inspection_id, item, is_met, valid_until, evidence_id)
    select found.tenant_id, found.id, found.item, found.is_met, case when found.is_met then found.until end, case when found.is_met then gen_random_uuid() end
    from (
      select i.tenant_id, i.id, listed.entry->>'code' as item, not (${share('lacks')} < 20 and listed.place = 1 + ${share('which')} % 6) as is_met,
        case when listed.entry->>'code' = 'books' and ${share('books')} < 12 then app_today() - 3 - ${share('books')} when ${share('soon')} < 10 then app_today() + 5 + ${share('soon')}
          else i.inspected_on + (listed.entry->>'months')::int * 30 end as until
      from inspected i join venues v on v.tenant_id = i.tenant_id and v.id = i.venue_id join rules r on r.id = i.rule_id
      cross join jsonb_array_elements(r.value->'items') with ordinality as listed (entry, place)) found`.execute(
    tx,
  )
}

async function insertStars(tx: Tx): Promise<void> {
  await sql`
    insert into venue_stars (tenant_id, id, venue_id, stars, document, granted_on, expires_on, granted_by)
    select v.tenant_id, gen_random_uuid(), v.id, 3 + ${share('stars')} % 3, '甬北工〔' || extract(year from app_today()) || '〕' || (10 + ${share('stars')}) || '号',
      app_today() - 150, app_today() + 200, v.recorded_by
    from venues v where v.tenant_id = ${tx.tenantId} and ${share('stars')} < 35`.execute(tx)
}

async function insertBookings(tx: Tx): Promise<void> {
  await sql`
    insert into venue_bookings (tenant_id, id, venue_id, organisation_id, starts_at, ends_at, purpose, expected_people, booked_by, booked_at, checked_in_at, people)
    select v.tenant_id, gen_random_uuid(), v.id, v.organisation_id, held.starts_at, held.starts_at + interval '2 hours',
      (array['支部学习', '工会小组会', '职工读书会', '集体协商恳谈', '技能培训'])[1 + (${share('what')} + week) % 5], 8 + week, v.recorded_by,
      held.starts_at - interval '5 days', case when week > 0 then held.starts_at + interval '10 minutes' end, case when week > 0 then 6 + week end
    from venues v cross join generate_series(0, 11) week
    cross join lateral (select ((date_trunc('week', app_today()::timestamp) - make_interval(weeks => week - 1) + make_interval(days => ${share('weekday')} % 5, hours => 14))
      at time zone 'Asia/Shanghai') as starts_at) held
    where v.tenant_id = ${tx.tenantId} and ${share('used')} < 85 and (${share('used')} + week) % 3 = 0`.execute(
    tx,
  )
}
