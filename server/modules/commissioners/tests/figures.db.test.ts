import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { MeasureAnswer, MeasureRow } from '#contract/measures.ts'
import type { Me } from '#contract/sessions.ts'
import { loadSmallDemo } from '#server/modules/measures/tests/small-demo.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { addDays } from '#server/platform/clock.ts'
import { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'

/** Each figure counted by hand over the base tables, sharing nothing with the select of the measure: $1 tenant, $2 day, $3 top. */
const recounts: Record<string, string> = {
  eligible_organisations: 'select count(*)::int as value from due',
  covered_organisations:
    'select count(*)::int as value from due where id in (select organisation_id from held)',
  commissioners: 'select count(distinct person_id)::int as value from held',
  talents:
    'select count(*)::int as value from talents where tenant_id = $1 and organisation_id in (table led) and daterange(entered_on, ended_on) @> $2::date',
  venues_meeting_six_haves: `select count(*)::int as value from venues v where v.tenant_id = $1 and v.organisation_id in (table led)
      and daterange(v.opened_on, v.closed_on) @> $2::date and exists (
        select from rules r where r.id = (select i.rule_id from venue_inspections i where i.venue_id = v.id and i.inspected_on <= $2 order by i.inspected_on desc, i.id desc limit 1)
          and (r.value->>'needed')::int <= (select count(*) from jsonb_path_query(r.value, '$.items[*].code') listed (code)
            where $2::date <= (array(select f.valid_until from venue_findings f join venue_inspections i on i.id = f.inspection_id
              where i.venue_id = v.id and i.inspected_on <= $2 and to_jsonb(f.item) = listed.code order by i.inspected_on desc, i.id desc))[1]))`,
  honours: `select count(*)::int as value from (
      select id from honours where tenant_id = $1 and organisation_id in (table led) and granted_on <= $2
      except select honour_id from honour_revocations where tenant_id = $1) standing`,
  assessments_closed: `select count(*)::int as value from (
      select distinct on (a.id) a.id, x.organisation_id from assessments a
      join assessment_periods p on p.id = a.period_id join assessment_posts x on x.assessment_id = a.id
      cross join generate_series(p.starts_on, p.ends_before - 1, interval '1 day') day
      where a.tenant_id = $1 and p.closed_at is not null and p.ends_before <= $2 and day >= x.starts_on and (x.ends_before is null or day < x.ends_before)
      group by a.id, x.organisation_id order by a.id, count(*) desc, x.organisation_id) longest where organisation_id in (table led)`,
}

/** Money counted over lists and vouchers, in fen: $1 tenant. */
const moneyRecounts: Record<string, string> = {
  stipends_due_fen: `select sum(gross_fen)::int as value from claims where tenant_id = $1 and reason = 'stipend'`,
  stipends_paid_fen: `select sum(l.amount_fen)::int as value from payment_lines l join payment_batch_acts a on a.batch_id = l.batch_id and a.act = 'paid'
      where l.tenant_id = $1 and l.id not in (select line_id from payment_returns)`,
  stipends_returned_fen: `select sum(amount_fen)::int as value from payment_lines where tenant_id = $1 and id in (select line_id from payment_returns)`,
  direct_points: `select count(distinct organisation_id)::int as value from organisation_profiles where tenant_id = $1 and direct_point
      and superseded_at is null and ends_before is null`,
  direct_point_granted_fen: `select sum(g.total_fen)::int as value from direct_point_grants g join direct_point_decisions d on d.grant_id = g.id
      where g.tenant_id = $1 and d.outcome = 'approved'`,
  direct_point_paid_fen: `select sum(s.amount_fen)::int as value from direct_point_payments p join direct_point_shares s on s.id = p.share_id
      where p.tenant_id = $1`,
  contributions_received_fen: `select (sum(case when r.movement_id is null then m.amount_fen else 0 end))::int as value from contribution_movements m
      left join contribution_movement_reversals r on r.movement_id = m.id where m.tenant_id = $1 and m.kind = 'receipt'`,
  union_funds_on_workers_fen: `select (sum(on_workers_fen) filter (where id not in (select spending_id from allocation_spending_reversals)))::int as value
      from allocation_spending where tenant_id = $1`,
}

const facts = `
  with recursive led as (
    select $3::uuid as id union select a.child_id from affiliations a join led on led.id = a.parent_id
    where a.tenant_id = $1 and a.kind = 'leads' and a.superseded_at is null and a.starts_on <= $2 and (a.ends_before is null or a.ends_before > $2)),
  held as (
    select person_id, organisation_id, full_time from appointments where tenant_id = $1 and post = 'commissioner' and superseded_at is null
      and substitutes_id is null and daterange(starts_on, ends_before) @> $2::date and organisation_id in (table led)),
  due as (
    select o.id from organisations o where o.tenant_id = $1 and o.kind = 'employer' and o.two_new_type in ('new_economic', 'new_social')
      and o.id in (table led)
      and exists (select from organisation_profiles p where p.tenant_id = $1 and p.organisation_id = o.id and p.superseded_at is null
        and daterange(p.starts_on, p.ends_before) @> $2::date)
      and o.id not in (select x.organisation_id from organisation_endings x where x.tenant_id = $1 and x.superseded_at is null and x.ended_on <= $2)
      and ((select h.workers from headcounts h where h.tenant_id = $1 and h.organisation_id = o.id and h.superseded_at is null and h.as_of <= $2
          order by h.as_of desc limit 1) >= 25
        or exists (select from affiliations a where a.tenant_id = $1 and a.child_id = o.id and a.kind = 'party' and a.superseded_at is null
          and daterange(a.starts_on, a.ends_before) @> $2::date)))`

let district: TestClient
let world: { tenantId: string; organisationId: string; today: string }

before(async () => {
  const tenantId = await loadSmallDemo('ningbo-jiangbei')
  district = await signedIn('district')
  const { body: me } = await district.get<Me>('/me')
  world = { tenantId, organisationId: me.actingAs!.organisationId, today: me.today }
})

test('every figure of commissioners equals its recount as of four days, and opens to exactly its rows', async () => {
  for (const measure of Object.keys(recounts)) {
    for (const ago of [0, 100, 400, 800]) {
      const asOf = addDays(world.today, -ago)
      const { total } = await ask(district, measure, { asOf })
      assert.equal(total, await recount(measure, world.organisationId, asOf), `${measure} ${asOf}`)
      const rows = await district.get<{ items: MeasureRow[]; total: number }>(
        `/measures/${measure}/rows?asOf=${asOf}&limit=200`,
      )
      assert.equal(rows.body.items.length, total, measure)
    }
    assert.ok((await ask(district, measure)).total! > 0, measure)
  }
})

test('the money of the demo, stipends with two returned lines and three shares of points, equals its recount', async () => {
  const { owner } = await testServer()
  for (const [measure, text] of Object.entries(moneyRecounts)) {
    const { rows } = await owner.query<{ value: number }>(text, [world.tenantId])
    assert.equal((await ask(district, measure)).total, rows[0]!.value, measure)
    assert.ok(rows[0]!.value > 0, measure)
  }
})

test('every figure of commissioners by unit equals its recount of each unit', async () => {
  for (const measure of Object.keys(recounts)) {
    const { groups } = await ask(district, measure, { by: 'organisation' })
    for (const { key, value } of groups!) {
      if (key === world.organisationId) continue
      assert.equal(value, await recount(measure, key, world.today), measure)
    }
  }
})

test('commissioners by kind: whoever serves full-time here and part-time there stands in both', async () => {
  const { groups } = await ask(district, 'commissioners', { by: 'commissioner_kind' })
  const { owner } = await testServer()
  const { rows } = await owner.query<{ key: string; value: number }>(
    `${facts} select case when full_time then 'party_affairs_officer' else 'part_time_chair' end as key, count(distinct person_id)::int as value
     from held where $2::date is not null group by 1 order by 1`,
    [world.tenantId, world.today, world.organisationId],
  )
  assert.deepEqual(
    groups!.map(({ key, value }) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    rows,
  )
})

test('the street officer is told the figures of the street, and of nothing beside it', async () => {
  const street = await signedIn('street')
  const { body: me } = await street.get<Me>('/me')
  for (const measure of Object.keys(recounts)) {
    const { total } = await ask(street, measure)
    assert.equal(total, await recount(measure, me.actingAs!.organisationId, world.today), measure)
    const outside = await street.get(`/measures/${measure}?organisationId=${world.organisationId}`)
    assert.equal(outside.status, 404)
  }
})

async function signedIn(role: string): Promise<TestClient> {
  const login = `${role}@ningbo-jiangbei`
  return new TestClient((await testServer()).app).signIn(login, demoPassword(login))
}

async function ask(
  client: TestClient,
  measure: string,
  query: Record<string, string> = {},
): Promise<MeasureAnswer> {
  const { status, body } = await client.get<MeasureAnswer>(
    `/measures/${measure}?${new URLSearchParams(query)}`,
  )
  assert.equal(status, 200, measure)
  return body
}

async function recount(measure: string, organisationId: string, asOf: string): Promise<number> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ value: number }>(`${facts} ${recounts[measure]}`, [
    world.tenantId,
    asOf,
    organisationId,
  ])
  return rows[0]!.value
}
