import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#contract/sessions.ts'
import type { OwnSignIn } from '#contract/sign-in.ts'
import { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { resetPassword } from './index.ts'
import { choosePreset, goodPassword, makeAccount, makeFreshAccount } from './test/make-account.ts'

const change = (client: TestClient, currentPassword: string, newPassword: string) =>
  client.post<{ endedSessions: number }>('/me/password', { currentPassword, newPassword })

test('a first password opens nothing but its own change', async () => {
  const tenant = await makeTenant()
  const account = await makeFreshAccount(tenant, 'street_officer')
  const client = await account.signedIn()
  assert.equal((await client.get<Me>('/me')).body.passwordDue, 'first')
  for (const path of ['/organisations', '/me/card', '/jobs', '/me/file']) {
    const { status, body } = await client.get(path)
    assert.equal(status, 403, path)
    assert.equal(body.error.code, 'sessions.password_change_needed')
  }
  assert.equal((await client.post('/me/totp')).status, 403)
  assert.equal((await client.get('/me/sign-in')).status, 200)
  assert.equal((await change(client, account.password, goodPassword)).status, 200)
  assert.equal((await client.get<Me>('/me')).body.passwordDue, null)
  assert.equal((await client.get('/organisations')).status, 200)
})

test('a password reset by somebody else must be changed again', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const { initialPassword } = await tenant.inside((tx) => resetPassword(tx, null, account))
  const client = await new TestClient((await testServer()).app).signIn(account.login, initialPassword)
  assert.equal((await client.get<Me>('/me')).body.passwordDue, 'first')
  assert.equal((await change(client, initialPassword, account.password)).status, 200)
})

test('changing the password asks for the old one and ends every other session', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const here = await account.signedIn()
  const elsewhere = await account.signedIn()
  const wrong = await change(here, 'not the password', 'another Good one 7')
  assert.equal(wrong.status, 400)
  assert.deepEqual(wrong.body.error.fields, [{ path: 'currentPassword', code: 'accounts.password_wrong' }])
  assert.equal((await elsewhere.get('/me')).status, 200)
  const right = await change(here, account.password, 'another Good one 7')
  assert.equal(right.status, 200)
  assert.equal(right.body.endedSessions, 1)
  assert.equal((await elsewhere.get('/me')).status, 401)
  assert.equal((await here.get('/me')).status, 200)
})

test('guessing the old password in an open session is stopped', async () => {
  const tenant = await makeTenant()
  const client = await (await makeAccount(tenant)).signedIn()
  for (let i = 0; i < 5; i++) assert.equal((await change(client, 'guess', 'whatever it is')).status, 400)
  const { status, body } = await change(client, goodPassword, 'whatever it is')
  assert.equal(status, 429)
  assert.equal(body.error.code, 'sessions.locked')
})

test('a password that is short, common, guessable or the log-in itself is refused at its field', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant, 'street_officer')
  const client = await account.signedIn()
  const codeOf = async (password: string) =>
    (await change(client, account.password, password)).body.error.fields?.[0]?.code
  assert.equal(await codeOf('eleven-char'), 'accounts.password_short')
  assert.equal(await codeOf('password123456'), 'accounts.password_common')
  assert.equal(await codeOf('gonghui-2026!'), 'accounts.password_guessable')
  assert.equal(await codeOf(account.login), 'accounts.password_guessable')
  assert.equal(await codeOf(`${account.login.toUpperCase()}2026!`), 'accounts.password_guessable')
})

test('the password in use is no new one', async () => {
  const tenant = await makeTenant()
  const client = await (await makeAccount(tenant)).signedIn()
  const { body } = await change(client, goodPassword, goodPassword)
  assert.equal(body.error.fields?.[0]?.code, 'accounts.password_used_before')
})

test('officers need 12 characters and workers 8', async () => {
  const tenant = await makeTenant()
  const worker = await (await makeAccount(tenant)).signedIn()
  assert.equal((await worker.get<OwnSignIn>('/me/sign-in')).body.password.shortest, 8)
  assert.equal((await change(worker, goodPassword, 'mm7-tiger')).status, 200)
})

test('under 等保 the last five are refused, three kinds are asked, and 90 days are the end', async () => {
  const { owner } = await testServer()
  const tenant = await makeTenant()
  await choosePreset(tenant, 'dengbao')
  const account = await makeAccount(tenant, 'street_officer')
  const client = await account.signedIn()
  const kinds = await change(client, account.password, 'only small letters')
  assert.equal(kinds.body.error.fields?.[0]?.code, 'accounts.password_kinds')
  const passwords = [1, 2, 3, 4, 5, 6].map((n) => `Lantern-${n}-boat`)
  let current = account.password
  for (const next of passwords) {
    assert.equal((await change(client, current, next)).status, 200)
    current = next
  }
  const fifth = await change(client, current, passwords[1]!)
  assert.equal(fifth.body.error.fields?.[0]?.code, 'accounts.password_used_before')
  assert.equal((await change(client, current, passwords[0]!)).status, 200)

  await owner.query(
    `update password_changes set changed_at = changed_at - interval '90 days' where account_id = $1`,
    [account.accountId],
  )
  const later = await new TestClient((await testServer()).app).signIn(account.login, passwords[0]!)
  assert.equal((await later.get<Me>('/me')).body.passwordDue, 'expired')
  assert.equal((await later.get('/organisations')).status, 403)
})

test('only the security administrator chooses the rules, and running sessions are shortened to them', async () => {
  const { owner } = await testServer()
  const tenant = await makeTenant()
  const officer = await makeAccount(tenant, 'street_officer')
  const client = await officer.signedIn()
  const security = await (await makeAccount(tenant, 'security_administrator')).signedIn()
  const choice = { preset: 'dengbao', documentNo: '网安〔2026〕3号' }
  assert.equal((await client.post('/sign-in-rules/choices', choice)).status, 403)
  assert.equal((await security.post('/sign-in-rules/choices', choice)).status, 200)
  const { rows } = await owner.query('select distinct idle_seconds from sessions where tenant_id = $1', [
    tenant.id,
  ])
  assert.deepEqual(rows, [{ idle_seconds: 900 }])
  const { body } = await security.get<{ inUse: string; choices: { chosenBy: string }[] }>('/sign-in-rules')
  assert.equal(body.inUse, 'dengbao')
  assert.equal(body.choices.length, 1)
  assert.ok(body.choices[0]!.chosenBy)
})
