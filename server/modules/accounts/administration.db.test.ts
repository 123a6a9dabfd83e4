import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountRow } from '#contract/accounts.ts'
import { TestClient } from '#server/test/client.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { openAccount } from './index.ts'

interface Accounts {
  items: AccountRow[]
  total: number
}

/** The security administrator, and a worker's account with its log-in and first password. */
async function withAccount(tenant?: TestTenant) {
  const place = tenant ?? (await makeTenant())
  const login = `yuangong-${place.id}`
  const opened = await place.inside(async (tx) =>
    openAccount(tx, null, { personId: await makePerson(tx, { name: '员测试' }), login }),
  )
  const administrator = await place.officer('security_administrator', place.federationId)
  return {
    tenant: place,
    administrator,
    login,
    password: opened.initialPassword,
    accountId: opened.accountId,
  }
}

async function signIn(login: string, password: string) {
  const { app } = await testServer()
  return new TestClient(app).post('/sessions', { login, password })
}

async function rowOf(administrator: TestClient, accountId: string): Promise<AccountRow> {
  const { body } = await administrator.get<Accounts>('/accounts?limit=200')
  return body.items.find((row) => row.accountId === accountId)!
}

test('the security administrator sees accounts with posts and the state of sign-in, filters them, and sees no document, mobile or log-in', async () => {
  const { tenant, administrator, accountId, login, password } = await withAccount()
  await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await signIn(login, password)).status, 201)
  const row = await rowOf(administrator, accountId)
  assert.deepEqual(row.posts, [])
  assert.equal(row.passwordDue, true)
  assert.equal(row.sessions, 1)
  assert.notEqual(row.lastSignInAt, null)
  assert.deepEqual(Object.keys(row).sort(), [
    'accountId',
    'closedAt',
    'closingReason',
    'isOwn',
    'lastSignInAt',
    'lockedUntil',
    'name',
    'openedAt',
    'passwordDue',
    'posts',
    'sessions',
    'twoStep',
  ])
  const holders = await administrator.get<Accounts>('/accounts?holder=with_post')
  assert.deepEqual(holders.body.items.map((item) => item.posts[0]?.post).sort(), [
    'security_administrator',
    'street_officer',
  ])
  const named = await administrator.get<Accounts>(`/accounts?q=${encodeURIComponent('员测')}`)
  assert.deepEqual(
    named.body.items.map((item) => item.accountId),
    [accountId],
  )
  const pages = [await administrator.get<Accounts & { nextCursor: string }>('/accounts?limit=2')]
  pages.push(await administrator.get(`/accounts?limit=2&cursor=${pages[0]!.body.nextCursor}`))
  assert.equal(new Set(pages.flatMap(({ body }) => body.items.map((item) => item.accountId))).size, 3)
})

test('a shut account is seen as locked and can be unlocked; one that is not shut cannot', async () => {
  const { administrator, accountId, login, password } = await withAccount()
  assert.equal((await administrator.post(`/accounts/${accountId}/unlocking`)).status, 409)
  for (let at = 0; at < 5; at++) assert.equal((await signIn(login, 'not the password')).status, 401)
  assert.equal((await signIn(login, password)).status, 429)
  const locked = await administrator.get<Accounts>('/accounts?state=locked')
  assert.deepEqual(
    locked.body.items.map((row) => row.accountId),
    [accountId],
  )
  assert.equal((await administrator.post(`/accounts/${accountId}/unlocking`)).status, 200)
  assert.equal((await signIn(login, password)).status, 201)
})

test('a reset password is told once and ends sessions; ending sessions keeps the password', async () => {
  const { administrator, accountId, login, password } = await withAccount()
  assert.equal((await signIn(login, password)).status, 201)
  assert.equal((await administrator.post(`/accounts/${accountId}/session-endings`)).status, 200)
  assert.equal((await rowOf(administrator, accountId)).sessions, 0)
  const reset = await administrator.post<{ initialPassword: string }>(`/accounts/${accountId}/password-reset`)
  assert.equal((await signIn(login, password)).status, 401)
  assert.equal((await signIn(login, reset.body.initialPassword)).status, 201)
})

test('an account is closed with a reason and opened again; that of an erased person stays closed', async () => {
  const { tenant, administrator, accountId, login, password } = await withAccount()
  const reason = { reason: '已调离' }
  assert.equal((await administrator.post(`/accounts/${accountId}/closure`, reason)).status, 200)
  assert.equal((await signIn(login, password)).status, 401)
  assert.equal((await rowOf(administrator, accountId)).closingReason, '已调离')
  assert.equal((await administrator.post(`/accounts/${accountId}/closure`, reason)).status, 404)
  assert.equal(
    (await administrator.post(`/accounts/${accountId}/reopening`, { reason: '又调回' })).status,
    200,
  )
  assert.equal((await signIn(login, password)).status, 201)
  await administrator.post(`/accounts/${accountId}/closure`, reason)
  const { owner } = await testServer()
  await owner.query(
    `delete from person_keys k using accounts a where a.tenant_id = $1 and a.id = $2 and k.tenant_id = $1 and k.person_id = a.person_id`,
    [tenant.id, accountId],
  )
  const refused = await administrator.post(`/accounts/${accountId}/reopening`, reason)
  assert.equal(refused.body.error.code, 'accounts.erased')
  assert.notEqual((await rowOf(administrator, accountId)).closedAt, null)
})

test('nobody administers their own account or one of another tenant, and only the security administrator any', async () => {
  const { tenant, administrator } = await withAccount()
  const foreign = await withAccount()
  const own = (await administrator.get<Accounts>('/accounts?limit=200')).body.items.find((row) => row.isOwn)!
  for (const [what, body] of [
    ['password-reset', {}],
    ['session-endings', {}],
    ['closure', { reason: '测试' }],
  ] as const) {
    const refused = await administrator.post(`/accounts/${own.accountId}/${what}`, body)
    assert.equal(refused.body.error.code, 'accounts.own', what)
    assert.equal((await administrator.post(`/accounts/${foreign.accountId}/${what}`, body)).status, 404, what)
  }
  for (const what of ['unlocking', 'reopening']) {
    const body = what === 'reopening' ? { reason: '测试' } : {}
    assert.equal((await administrator.post(`/accounts/${foreign.accountId}/${what}`, body)).status, 404, what)
  }
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  assert.equal((await officer.get('/accounts')).status, 403)
})
