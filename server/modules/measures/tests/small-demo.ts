import type { Measure, MeasureAnswer } from '#contract/measures.ts'
import { demoMakers } from '#server/demo/demos.ts'
import { loadTenant } from '#server/demo/load/load-tenant.ts'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { TestClient } from '#server/test/client.ts'
import { makeAppointment, makePerson } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'

/** Loads a small demo, unless told otherwise Tianjin's, which has rows of most figures; returns the tenant's id. */
export async function loadSmallDemo(tenant = 'tianjin'): Promise<string> {
  const server = await testServer()
  const maker = demoMakers.find(({ code }) => code === tenant)!
  const pool = openPool({ url: server.database.ownerUrl, connections: 1, clock: process.env.GONGHUI_CLOCK })
  await loadTenant({ pool, keys: testKeys }, maker, { scale: 'small', progress: async () => {} })
  const { rows } = await pool.query<{ id: string }>('select id from tenants where code = $1', [maker.code])
  await pool.end()
  return rows[0]!.id
}

/** Somebody of the demo by their role, signed in. */
export async function signedIn(role: string): Promise<TestClient> {
  const { app } = await testServer()
  return new TestClient(app).signIn(`${role}@tianjin`, demoPassword(`${role}@tianjin`))
}

/** An auditor of the organisation, who sees counts only. */
export async function auditorOf(tenantId: string, organisationId: string): Promise<TestClient> {
  const { app, platform } = await testServer()
  const [login, password] = [`auditor-${newId()}`, 'long enough for tests']
  await inTenant(platform, tenantId, async (tx) => {
    const personId = await makePerson(tx, { name: '陈测试' })
    const post = 'audit_committee_member'
    await makeAppointment(tx, personId, { post, organisationId, startsOn: '2020-01-01', endsBefore: null })
    const loginHash = keyedHash(tx.keys, 'login', '', login)
    await insertAccount(tx, { id: newId(), personId, passwordHash: await hashPassword(password), loginHash })
  })
  return new TestClient(app).signIn(login, password)
}

/** The whole catalogue as this client is told it. */
export async function catalogueOf(client: TestClient): Promise<Measure[]> {
  return (await client.get<{ items: Measure[] }>('/measures')).body.items
}

/** One figure; fails where the question is refused. */
export async function ask(
  client: TestClient,
  measure: string,
  query: Record<string, string> = {},
): Promise<MeasureAnswer> {
  const path = `/measures/${measure}?${new URLSearchParams(query)}`
  const { status, body } = await client.get<MeasureAnswer>(path)
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
  return body
}
