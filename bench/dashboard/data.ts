import { createHash } from 'node:crypto'
import type pg from 'pg'

/** How many events a year are held, and how many come to each. */
const events = 2000
const guests = 20

/** Signs in officers of the federation at the top; gives their cookies and its id. */
export async function makeCityOfficers(
  client: pg.Client,
  tenantId: string,
  count: number,
): Promise<{ federationId: string; cookies: string[] }> {
  const { rows } = await client.query<{ id: string }>(
    "select id from organisations where tenant_id = $1 and kind = 'federation'",
    [tenantId],
  )
  const federationId = rows[0]!.id
  // The tree of the member bench has no rows of its own behind it: the home page asks for directly led organisations.
  await client.query(
    `insert into affiliations (tenant_id, id, child_id, parent_id, kind, starts_on)
     select tenant_id, gen_random_uuid(), descendant_id, ancestor_id, 'leads', starts_on from organisation_tree where tenant_id = $1 and depth = 1`,
    [tenantId],
  )
  await client.query(
    `insert into persons (tenant_id, id, name) select $1, ${id('officer', 'n')}, '陈测试' from generate_series(1, $2::int) n`,
    [tenantId, count],
  )
  await client.query(
    `insert into accounts (tenant_id, id, person_id, password_hash) select $1, ${id('account', 'n')}, ${id('officer', 'n')}, 'none' from generate_series(1, $2::int) n`,
    [tenantId, count],
  )
  await client.query(
    `insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on)
     select $1, ${id('post', 'n')}, ${id('post', 'n')}, ${id('officer', 'n')}, 'city_officer', $3, true, 'document', '2020-01-01' from generate_series(1, $2::int) n`,
    [tenantId, count, federationId],
  )
  const tokens = Array.from({ length: count }, (_, at) => `city-${at + 1}`)
  await client.query(
    `insert into sessions (id, token_hash, tenant_id, account_id, appointment_id, expires_at)
     select gen_random_uuid(), hash, $1, ${id('account', 'n')}, ${id('post', 'n')}, now() + interval '1 day'
     from unnest($2::bytea[]) with ordinality as s (hash, n)`,
    [tenantId, tokens.map((token) => createHash('sha256').update(token).digest())],
  )
  return { federationId, cookies: tokens.map((token) => `gonghui=${token}`) }
}

/** Closed events of some years, the last year not before `back` years ago, each with guests, sheets, two pairs and now and then a couple. */
export async function makeEvents(
  client: pg.Client,
  { tenantId, years, back }: { tenantId: string; years: number; back: number },
): Promise<void> {
  const name = `${back}`
  const at = `(now() - make_interval(days => ${back * 365} + (e * 173 % ${years * 365})))`
  const total = events * years
  await client.query(
    `create temporary table host on commit preserve rows as
     select row_number() over (order by id) as no, id, (count(*) over ())::int as of from organisations where tenant_id = '${tenantId}' and kind = 'basic_union'`,
  )
  await client.query(
    `insert into events (tenant_id, id, kind, organisation_id, host_kind, title, summary, venue, address, starts_at, ends_at, registration_opens_at,
       registration_closes_at, cancel_until, admission, capacity, offer_minutes, seating, rounds, round_minutes, two_part, state, created_by)
     select $1::uuid, ${id(`event ${name}`, 'e')}, 'social', h.id, (array['federation', 'women_workers', 'industry'])[1 + e % 3], '联谊活动', '测试', '测试', '测试', ${at}, ${at} + interval '2 hours',
       ${at} - interval '20 days', ${at} - interval '2 days', ${at} - interval '2 days', 'first_come', 60, 60, 'none', 0, 0, false, 'closed', h.id
     from generate_series(1, $2::int) e join host h on h.no = 1 + e % h.of`,
    [tenantId, total],
  )
  await client.query(
    `insert into event_steps (tenant_id, id, event_id, step, taken_at)
     select $1::uuid, gen_random_uuid(), ${id(`event ${name}`, 'e')}, 'closed', ${at} + interval '2 hours' from generate_series(1, $2::int) e`,
    [tenantId, total],
  )
  await client.query(
    `insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, badge_no, registered_at)
     select $1::uuid, ${id(`guest ${name}`, 'e, g')}, ${id(`event ${name}`, 'e')}, p.id, h.id, (array['male', 'female'])[1 + g % 2], '26-30', false, 'admitted', g, ${at}
     from generate_series(1, $2::int) e cross join generate_series(1, $3::int) g join host h on h.no = 1 + e % h.of
     join (select id, row_number() over () as no from (select id from persons where tenant_id = $1 limit 60000) picked) p on p.no = 1 + (e * 37 + g * 101) % 50000`,
    [tenantId, total, guests],
  )
  await client.query(
    `insert into check_ins (tenant_id, registration_id, event_id, door, method, checked_in_at)
     select $1::uuid, ${id(`guest ${name}`, 'e, g')}, ${id(`event ${name}`, 'e')}, 'A', 'list', ${at}
     from generate_series(1, $2::int) e cross join generate_series(1, $3::int) g`,
    [tenantId, total, guests],
  )
  await client.query(
    `insert into choice_closings (tenant_id, event_id, sheets, pairs, closed_at)
     select $1::uuid, ${id(`event ${name}`, 'e')}, ${guests}, 2, ${at} + interval '2 hours' from generate_series(1, $2::int) e`,
    [tenantId, total],
  )
  await client.query('analyze events, registrations, check_ins')
  await makePairs(client, { tenantId, total, name, back })
  await client.query('drop table host')
}

/** Two pairs of each event of one making, and couples of some of them. */
async function makePairs(
  client: pg.Client,
  { tenantId, total, name, back }: { tenantId: string; total: number; name: string; back: number },
): Promise<void> {
  await client.query(
    `insert into mutual_interests (tenant_id, id, person_a, person_b, event_id, organisation_id, revealed_at)
     select r.tenant_id, ${id(`pair ${name}`, 'e, g')}, least(r.person_id, s.person_id), greatest(r.person_id, s.person_id), r.event_id, v.organisation_id, v.ends_at
     from generate_series(1, $2::int) e cross join generate_series(1, 2) g
     join registrations r on r.tenant_id = $1 and r.id = ${id(`guest ${name}`, 'e, g')} join registrations s on s.tenant_id = $1 and s.id = ${id(`guest ${name}`, 'e, g + 2')}
     join events v on v.tenant_id = $1 and v.id = r.event_id`,
    [tenantId, total],
  )
  await client.query(
    `insert into couples (tenant_id, id, person_a, person_b, organisation_id, interest_id, a_confirmed_at, b_confirmed_at, confirmed_at)
     select m.tenant_id, m.id, m.person_a, m.person_b, m.organisation_id, m.id, m.revealed_at, m.revealed_at, m.revealed_at
     from mutual_interests m where m.tenant_id = $1 and m.revealed_at < now() - make_interval(days => ${back * 365}) and get_byte(uuid_send(m.id), 15) < 60
     on conflict do nothing`,
    [tenantId],
  )
}

/** The id of what is numbered by columns of the statement. */
function id(what: string, numbers: string): string {
  const parts = numbers.split(',').map((number) => `|| ' ' || (${number.trim()})::text`)
  return `md5('${what}' ${parts.join(' ')})::uuid`
}
