import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateSync } from 'otplib'
import type { Me } from '#contract/sessions.ts'
import { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeAccount, makeReal, type TestAccount } from './test/make-account.ts'

/** Sets up the authenticator of whoever is signed in; returns its codes, the n-th step from now. */
async function enrol(client: TestClient): Promise<(step: number) => string> {
  const { secret } = (await client.post<{ secret: string }>('/me/totp')).body
  const codeAt = (step: number) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + step * 30 })
  assert.equal((await client.post('/me/totp/confirmation', { code: codeAt(-1) })).status, 200)
  return codeAt
}

async function signIn(account: TestAccount, second: object) {
  const client = new TestClient((await testServer()).app)
  const { login, password } = account
  return { client, ...(await client.post<Me>('/sessions', { login, password, ...second })) }
}

test('whoever sees other people’s data does nothing before the second factor is set up', async () => {
  const tenant = await makeTenant()
  await makeReal(tenant)
  const client = await (await makeAccount(tenant, 'street_officer')).signedIn()
  assert.equal((await client.get<Me>('/me')).body.secondFactorDue, true)
  for (const path of ['/organisations', '/jobs', '/inbox/tasks', '/me/card']) {
    const { status, body } = await client.get(path)
    assert.equal(status, 403, path)
    assert.equal(body.error.code, 'sessions.second_factor_needed')
  }
  await enrol(client)
  assert.equal((await client.get<Me>('/me')).body.secondFactorDue, false)
  assert.equal((await client.get('/organisations')).status, 200)
})

test('each of the three administrators needs it, and whoever audits money; a worker does not', async () => {
  const tenant = await makeTenant()
  await makeReal(tenant)
  const dueFor = async (post: string | null) =>
    (await (await (await makeAccount(tenant, post)).signedIn()).get<Me>('/me')).body.secondFactorDue
  const needing = ['system_administrator', 'security_administrator', 'audit_administrator', 'union_chair']
  for (const post of [...needing, 'audit_committee_member']) assert.equal(await dueFor(post), true, post)
  assert.equal(await dueFor(null), false)
})

test('demo appointments are exempt', async () => {
  const tenant = await makeTenant()
  const client = await (await makeAccount(tenant, 'street_officer')).signedIn()
  assert.equal((await client.get<Me>('/me')).body.secondFactorDue, false)
  assert.equal((await client.get('/organisations')).status, 200)
})

test('a code signs in once, and the password alone no longer does', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant, 'street_officer')
  const codeAt = await enrol(await account.signedIn())
  const without = await signIn(account, {})
  assert.equal(without.status, 401)
  assert.equal(without.body.error.code, 'sessions.totp_needed')
  const code = codeAt(0)
  assert.equal((await signIn(account, { totp: code })).status, 201)
  const again = await signIn(account, { totp: code })
  assert.equal(again.status, 401)
  assert.equal(again.body.error.code, 'sessions.totp_wrong')
})

test('setting up and removing the second factor ends the sessions elsewhere', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant, 'street_officer')
  const here = await account.signedIn()
  const elsewhere = await account.signedIn()
  const codeAt = await enrol(here)
  assert.equal((await elsewhere.get('/me')).status, 401)
  const second = (await signIn(account, { totp: codeAt(0) })).client
  assert.equal((await here.request('DELETE', '/me/totp')).status, 200)
  assert.equal((await second.get('/me')).status, 401)
  assert.equal((await here.get('/me')).status, 200)
  assert.equal((await signIn(account, {})).status, 201)
})

test('whoever removes the second factor they need sets another one up before the work goes on', async () => {
  const tenant = await makeTenant()
  await makeReal(tenant)
  const client = await (await makeAccount(tenant, 'street_officer')).signedIn()
  await enrol(client)
  assert.equal((await client.get('/organisations')).status, 200)
  assert.equal((await client.request('DELETE', '/me/totp')).status, 200)
  assert.equal((await client.get('/organisations')).status, 403)
})

test('ten minutes after the password was given, second factors change only with the password again', async () => {
  const { owner } = await testServer()
  const tenant = await makeTenant()
  const account = await makeAccount(tenant, 'street_officer')
  const client = await account.signedIn()
  const age = (seconds: number) =>
    owner.query(`update sessions set password_at = now() - $2 * interval '1 second' where account_id = $1`, [
      account.accountId,
      seconds,
    ])
  await age(9 * 60)
  await enrol(client)
  await age(11 * 60)
  for (const [method, path] of [
    ['DELETE', '/me/totp'],
    ['POST', '/me/recovery-codes'],
  ] as const) {
    const { status, body } = await client.request<object>(method, path)
    assert.equal(status, 403)
    assert.equal(body.error.code, 'sessions.password_again')
  }
  assert.equal((await client.post('/me/password/confirmation', { password: 'wrong one' })).status, 400)
  assert.equal((await client.request('DELETE', '/me/totp')).status, 403)
  const { password } = account
  assert.equal((await client.post('/me/password/confirmation', { password })).status, 200)
  assert.equal((await client.post('/me/recovery-codes')).status, 200)
})

test('ten recovery codes are told once, kept as hashes, and each signs in once', async () => {
  const { owner } = await testServer()
  const tenant = await makeTenant()
  const account = await makeAccount(tenant, 'street_officer')
  const client = await account.signedIn()
  const early = await client.post<object>('/me/recovery-codes')
  assert.equal(early.body.error.code, 'sessions.no_second_factor')
  await enrol(client)
  const { codes } = (await client.post<{ codes: string[] }>('/me/recovery-codes')).body
  assert.equal(new Set(codes).size, 10)
  const { rows } = await owner.query('select * from recovery_codes where account_id = $1', [
    account.accountId,
  ])
  assert.ok(!JSON.stringify(rows).includes(codes[0]!))
  const first = await signIn(account, { recoveryCode: codes[0]!.toUpperCase().replace('-', ' ') })
  assert.equal(first.status, 201)
  const left = await first.client.get<{ recoveryCodesLeft: number }>('/me/sign-in')
  assert.equal(left.body.recoveryCodesLeft, 9)
  const again = await signIn(account, { recoveryCode: codes[0] })
  assert.equal(again.body.error.code, 'sessions.recovery_code_wrong')

  await first.client.post('/me/recovery-codes')
  assert.equal((await signIn(account, { recoveryCode: codes[1] })).status, 401)
})

test('a recovery code of somebody else opens nothing', async () => {
  const tenant = await makeTenant()
  const hers = await makeAccount(tenant, 'street_officer')
  const his = await makeAccount(tenant, 'street_officer')
  const client = await hers.signedIn()
  await enrol(client)
  await enrol(await his.signedIn())
  const { codes } = (await client.post<{ codes: string[] }>('/me/recovery-codes')).body
  assert.equal((await signIn(his, { recoveryCode: codes[0] })).status, 401)
})
