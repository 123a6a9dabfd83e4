import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { closeAccount, accountOfLogin, listAccounts, resetPassword } from '#server/modules/accounts/index.ts'
import { createServer } from '#server/main.ts'
import { openPool, type Pool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { TestClient } from '#server/test/client.ts'
import { scratchDatabase, type ScratchDatabase } from '#server/test/scratch-database.ts'
import { testKeys } from '#server/test/server.ts'
import type { Me } from '#contract/sessions.ts'
import { addOfficer, appointOfficer } from './officers.ts'
import { chooseOrganisation } from './organisation-choice.ts'
import { makeRealTenant, type NewTenant } from './real-tenant.ts'

let database: ScratchDatabase
let pool: Pool
let server: Awaited<ReturnType<typeof createServer>>

before(async () => {
  database = await scratchDatabase()
  pool = openPool({ url: database.ownerUrl, connections: 2 })
  server = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder: '',
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
  })
  await server.app.ready()
})

after(async () => {
  await server.app.close()
  await server.platform.pool.end()
  await pool.end()
  await database.close()
})

const host = () => ({ pool, keys: testKeys })

const tenantOf = (code: string, over: Partial<NewTenant> = {}): NewTenant => ({
  code,
  name: '测试市测试区总工会',
  divisionCode: '330299',
  system: { name: '甲测试', login: `${code}-system` },
  security: { name: '乙测试', login: `${code}-security` },
  audit: { name: '丙测试', login: `${code}-audit` },
  officer: { name: '丁测试', login: `${code}-officer` },
  ...over,
})

test('a real tenant begins with a federation, three separate administrators and one officer who sign in by their first passwords', async () => {
  const { accounts } = await makeRealTenant(host(), tenantOf('first'))
  assert.equal(new Set(accounts.map(({ initialPassword }) => initialPassword)).size, 4)
  const permissions: Record<string, string[]> = {}
  for (const { login, initialPassword, post } of accounts) {
    const client = await new TestClient(server.app).signIn(login, initialPassword)
    const { body } = await client.get<Me>('/me')
    assert.equal(body.actingAs?.organisationName, '测试市测试区总工会')
    assert.equal(body.tenant.demo, false)
    permissions[post] = body.permissions
  }
  assert.ok(permissions.system_administrator!.includes('system.operate'))
  assert.ok(!permissions.system_administrator!.includes('accounts.manage'))
  assert.ok(permissions.security_administrator!.includes('accounts.manage'))
  assert.ok(permissions.audit_administrator!.includes('audit.read'))
  assert.ok(permissions.federation_officer!.includes('organisations.write'))
})

test('one person as two of the administrators is refused, and nothing is made', async () => {
  const same = tenantOf('same', { audit: { name: '甲测试', login: 'same-other' } })
  await assert.rejects(makeRealTenant(host(), same), /three different persons/)
  const { rows } = await pool.query(`select from tenants where code = 'same'`)
  assert.equal(rows.length, 0)
})

test('a log-in or a code that is taken is refused', async () => {
  await makeRealTenant(host(), tenantOf('second'))
  await assert.rejects(makeRealTenant(host(), tenantOf('second')), /a tenant "second" already/)
  const taken = tenantOf('third', { officer: { name: '戊测试', login: 'Second-Officer' } })
  await assert.rejects(makeRealTenant(host(), taken), { code: 'accounts.login_taken' })
  const { rows } = await pool.query(`select from tenants where code = 'third'`)
  assert.equal(rows.length, 0)
})

test('an officer added by the machine works at once, and an administrator never gets a second separate post', async () => {
  const { tenantId } = await makeRealTenant(host(), tenantOf('fourth'))
  const inside = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(server.platform, tenantId, work)
  const organisationId = await inside((tx) => chooseOrganisation(tx, '测试市测试区总工会', '2026-01-01'))
  const dates = { organisationId, documentNo: null, startsOn: '2020-01-01', endsBefore: null }
  const { initialPassword } = await inside((tx) =>
    addOfficer(tx, { login: 'fourth-new', name: '己测试', post: 'union_chair', ...dates }),
  )
  await new TestClient(server.app).signIn('fourth-new', initialPassword)
  const security = await inside(async (tx) => found(await accountOfLogin(tx, 'fourth-security')))
  const second = (post: string) => inside((tx) => appointOfficer(tx, security.personId, { post, ...dates }))
  await assert.rejects(second('audit_administrator'), { code: 'access.separate_posts' })
  await assert.rejects(second('sultan'), { code: 'access.unknown_post' })
  await second('street_officer')
  await assert.rejects(
    inside((tx) => chooseOrganisation(tx, '没有这个工会', '2026-01-01')),
    /No organisation is called/,
  )
})

test('a new password shuts the old one and its sessions out, and a closed account is shut for good', async () => {
  const { tenantId, accounts } = await makeRealTenant(host(), tenantOf('fifth'))
  const { login, initialPassword: old } = accounts[3]!
  const inside = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(server.platform, tenantId, work)
  const client = await new TestClient(server.app).signIn(login, old)
  const { accountId } = await inside(async (tx) => found(await accountOfLogin(tx, login)))
  const { initialPassword } = await inside((tx) => resetPassword(tx, null, { accountId }))
  assert.equal((await client.get('/me')).status, 401)
  await assert.rejects(new TestClient(server.app).signIn(login, old), /401/)
  const again = await new TestClient(server.app).signIn(login, initialPassword)
  await inside((tx) => closeAccount(tx, null, { accountId }))
  assert.equal((await again.get('/me')).status, 401)
  await assert.rejects(new TestClient(server.app).signIn(login, initialPassword), /401/)
  await assert.rejects(
    inside((tx) => closeAccount(tx, null, { accountId })),
    { code: 'common.not_found' },
  )
  const closed = (await inside((tx) => listAccounts(tx, '2026-01-01'))).filter((account) => account.closed)
  assert.deepEqual(
    closed.map((account) => account.accountId),
    [accountId],
  )
})

test('a place that holds demo data takes no real tenant', async () => {
  await makeRealTenant(host(), tenantOf('sixth'))
  await pool.query(`update tenants set kind = 'demo' where code = 'sixth'`)
  await assert.rejects(makeRealTenant(host(), tenantOf('seventh')), /for demo data/)
})
