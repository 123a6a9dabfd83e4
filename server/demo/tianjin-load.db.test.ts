import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { before, test } from 'node:test'
import type { Measure, MeasureAnswer } from '#contract/measures.ts'
import type { DemoLogins } from '#contract/tenants.ts'
import { refusals } from '#server/modules/matchmaking/index.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { TestClient } from '#server/test/client.ts'
import { matchmakingChecks } from '#server/test/matchmaking-checks.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { randomFrom } from '#tools/generate/random.ts'
import { demoMakers } from './demos.ts'
import { loadTenant } from './load/load-tenant.ts'
import { replayClosings } from './replay-closings.ts'

const maker = demoMakers.find(({ code }) => code === 'tianjin')!
let tenantId: string

before(async () => {
  const server = await testServer()
  const pool = openPool({ url: server.database.ownerUrl, connections: 1, clock: process.env.GONGHUI_CLOCK })
  await loadTenant({ pool, keys: testKeys }, maker, { scale: 'small', progress: async () => {} })
  tenantId = (await pool.query<{ id: string }>('select id from tenants where code = $1', [maker.code]))
    .rows[0]!.id
  await pool.end()
})

test('the small demo of Tianjin holds one per cent of the totals, exactly', async () => {
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select (select count(*)::int from events where tenant_id = $1 and state = 'closed') as events,
      (select count(*)::int from check_ins c join events e on e.tenant_id = c.tenant_id and e.id = c.event_id and e.state = 'closed' where c.tenant_id = $1) as participations,
      (select count(*)::int from mutual_interests where tenant_id = $1) as "pairTimes",
      (select count(*)::int from couples where tenant_id = $1 and confirmed_at is not null) as couples,
      (select count(*)::int from matchmakers where tenant_id = $1 and ended_on is null) as matchmakers`,
    [tenantId],
  )
  assert.deepEqual(rows, [{ events: 14, participations: 100, pairTimes: 47, couples: 18, matchmakers: 2 }])
})

for (const [what, statement] of Object.entries(matchmakingChecks))
  test(`in the demo of Tianjin it is never so that ${what}`, async () => {
    const { owner } = await testServer()
    assert.equal((await owner.query(statement, [tenantId])).rowCount, 0)
  })

test('whoever is registered for an event to come may take part today', async () => {
  const { platform, owner } = await testServer()
  const { rows } = await owner.query<{ person: string }>(
    `select distinct r.person_id as person from registrations r join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
     where r.tenant_id = $1 and e.state = 'published'`,
    [tenantId],
  )
  assert.ok(rows.length > 20)
  const refused = await inTenant(platform, tenantId, (tx) =>
    refusals(tx, { personIds: rows.map(({ person }) => person) }),
  )
  assert.deepEqual([...refused], [])
})

test('the product’s own closing comes to the pairs the demo tells of, from the sheets that are kept', async (t) => {
  const seed = randomInt(2 ** 31)
  t.diagnostic(`seed ${seed}`)
  const { database } = await testServer()
  const place = { ownerUrl: database.ownerUrl, keys: testKeys, tenantId }
  const replayed = await replayClosings(place, randomFrom(seed), 5)
  assert.ok(replayed.length > 0)
  for (const { told, replayed: again } of replayed) assert.deepEqual(again, told)
})

test('everybody on the list of log-ins of Tianjin can sign in', async () => {
  const { app } = await testServer()
  const { body } = await new TestClient(app).get<DemoLogins>('/demo-logins')
  assert.equal(body.logins.length, 9)
  for (const { login, password } of body.logins) await new TestClient(app).signIn(login, password)
})

test('the measures say the totals of the demo, by year, by host and by district, and open to as many rows', async () => {
  const city = await signedIn('city')
  const totals = {
    events_held: 14,
    participations: 100,
    mutual_interest_pair_times: 47,
    mutual_interest_pairs: 47,
    couples: 18,
    matchmakers: 2,
  }
  for (const [name, total] of Object.entries(totals)) {
    assert.equal((await ask(city, name)).total, total, name)
    const { breakdowns, counts } = await declared(city, name)
    for (const by of counts === 'stock' ? ['organisation'] : breakdowns) {
      const { groups } = await ask(city, name, { by })
      assert.equal(sum(groups!.map(({ value }) => value!)), total, `${name} by ${by}`)
    }
    const rows = await city.get<{ total: number; items: { label: string }[] }>(
      `/measures/${name}/rows?limit=200`,
    )
    assert.equal(rows.body.total, rows.body.items.length, name)
    assert.equal(rows.body.total, total, name)
  }
})

test('somebody who came twice is one participant, in a year and over all years', async () => {
  const city = await signedIn('city')
  const { owner } = await testServer()
  const { rows } = await owner.query<{ year: string; persons: number }>(
    `select coalesce(to_char(e.starts_at at time zone 'Asia/Shanghai', 'YYYY'), 'all') as year, count(distinct r.person_id)::int as persons
     from check_ins c join registrations r on r.tenant_id = c.tenant_id and r.id = c.registration_id
     join events e on e.tenant_id = r.tenant_id and e.id = r.event_id and e.state = 'closed' where c.tenant_id = $1
     group by rollup (to_char(e.starts_at at time zone 'Asia/Shanghai', 'YYYY'))`,
    [tenantId],
  )
  const { total, groups } = await ask(city, 'participants', { by: 'year' })
  assert.equal(total, rows.find(({ year }) => year === 'all')!.persons)
  for (const { year, persons } of rows.filter((row) => row.year !== 'all')) {
    assert.equal(groups!.find(({ key }) => key === year)!.value, persons, year)
    const asked = await ask(city, 'participants', { from: `${year}-01-01`, to: `${year}-12-31` })
    assert.equal(asked.total, persons, year)
  }
  assert.ok(sum(groups!.map(({ value }) => value!)) >= total!)
})

test('one couple more is one couple more', async () => {
  const city = await signedIn('city')
  const { owner } = await testServer()
  const before = (await ask(city, 'couples')).total!
  await owner.query('begin')
  const { rowCount } = await owner.query(
    `update couples set confirmed_at = null, b_confirmed_at = null where tenant_id = $1 and id = (select min(id::text)::uuid from couples where tenant_id = $1)`,
    [tenantId],
  )
  assert.equal(rowCount, 1)
  await owner.query('commit')
  assert.equal((await ask(city, 'couples')).total, before - 1)
  await owner.query(
    `update couples set b_confirmed_at = a_confirmed_at, confirmed_at = a_confirmed_at where tenant_id = $1 and confirmed_at is null`,
    [tenantId],
  )
  assert.equal((await ask(city, 'couples')).total, before)
})

async function signedIn(role: string): Promise<TestClient> {
  const { app } = await testServer()
  const login = `${role}@tianjin`
  return new TestClient(app).signIn(login, demoPassword(login))
}

async function ask(
  client: TestClient,
  name: string,
  query: Record<string, string> = {},
): Promise<MeasureAnswer> {
  const { status, body } = await client.get<MeasureAnswer>(`/measures/${name}?${new URLSearchParams(query)}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

async function declared(client: TestClient, name: string): Promise<Measure> {
  const { body } = await client.get<{ items: Measure[] }>('/measures')
  return body.items.find((measure) => measure.name === name)!
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
