import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { DemoLogins } from '#contract/tenants.ts'
import { refusals } from '#server/modules/matchmaking/index.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { TestClient } from '#server/test/client.ts'
import { matchmakingChecks } from '#server/test/matchmaking-checks.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { demoMakers } from './demos.ts'
import { loadTenant } from './load/load-tenant.ts'

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

test('everybody on the list of log-ins of Tianjin can sign in', async () => {
  const { app } = await testServer()
  const { body } = await new TestClient(app).get<DemoLogins>('/demo-logins')
  assert.equal(body.logins.length, 9)
  for (const { login, password } of body.logins) await new TestClient(app).signIn(login, password)
})
