import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#contract/sessions.ts'
import { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeAccount, makeReal } from './test/make-account.ts'
import { SoftwareAuthenticator } from './test/software-authenticator.ts'

interface Question {
  challengeId: string
  options: object
}

// What injected requests come to.
const origin = 'http://localhost'

const stranger = async () => new TestClient((await testServer()).app)
const ask = async (client: TestClient, path: string) => (await client.post<Question>(path)).body

async function register(client: TestClient, authenticator: SoftwareAuthenticator, name = 'office') {
  const { challengeId, options } = await ask(client, '/me/passkeys/options')
  return client.post('/me/passkeys', { challengeId, response: authenticator.register(options), name })
}

async function signInBy(authenticator: SoftwareAuthenticator) {
  const client = await stranger()
  const { challengeId, options } = await ask(client, '/sessions/passkey/options')
  const response = authenticator.signIn(options)
  return { client, ...(await client.post<Me>('/sessions/passkey', { challengeId, response })) }
}

test('a passkey signs in without login and password, and is two factors', async () => {
  const tenant = await makeTenant()
  await makeReal(tenant)
  const account = await makeAccount(tenant, 'street_officer')
  const client = await account.signedIn()
  const authenticator = new SoftwareAuthenticator(origin)
  assert.equal((await client.get('/organisations')).status, 403)
  assert.equal((await register(client, authenticator)).status, 201)
  assert.equal((await client.get('/organisations')).status, 200)

  const signedIn = await signInBy(authenticator)
  assert.equal(signedIn.status, 201)
  assert.equal(signedIn.body.person.id, account.personId)
  assert.equal((await signedIn.client.get('/organisations')).status, 200)
})

test('beside the password a passkey is the second factor', async () => {
  const tenant = await makeTenant()
  const { login, password, signedIn } = await makeAccount(tenant, 'street_officer')
  const authenticator = new SoftwareAuthenticator(origin)
  await register(await signedIn(), authenticator)
  const client = await stranger()
  const without = await client.post<object>('/sessions', { login, password })
  assert.equal(without.status, 401)
  assert.deepEqual(without.body.error.params, { totp: false, passkey: true })
  const { challengeId, options } = await ask(client, '/sessions/passkey/options')
  const passkey = { challengeId, response: authenticator.signIn(options) }
  assert.equal((await client.post('/sessions', { login, password: 'wrong', passkey })).status, 401)
  const again = await ask(client, '/sessions/passkey/options')
  const fresh = { challengeId: again.challengeId, response: authenticator.signIn(again.options) }
  assert.equal((await client.post('/sessions', { login, password, passkey: fresh })).status, 201)
})

test('an answer works once, and not for another question', async () => {
  const tenant = await makeTenant()
  const authenticator = new SoftwareAuthenticator(origin)
  await register(await (await makeAccount(tenant)).signedIn(), authenticator)
  const client = await stranger()
  const { challengeId, options } = await ask(client, '/sessions/passkey/options')
  const other = await ask(client, '/sessions/passkey/options')
  const response = authenticator.signIn(options)
  const wrongQuestion = await client.post('/sessions/passkey', { challengeId: other.challengeId, response })
  assert.equal(wrongQuestion.status, 401)
  assert.equal((await client.post('/sessions/passkey', { challengeId, response })).status, 201)
  const again = await (await stranger()).post<object>('/sessions/passkey', { challengeId, response })
  assert.equal(again.status, 422)
  assert.equal(again.body.error.code, 'sessions.too_late')
})

test('an authenticator of another site, without its holder’s finger, or never registered opens nothing', async () => {
  const tenant = await makeTenant()
  const client = await (await makeAccount(tenant)).signedIn()
  assert.equal((await register(client, new SoftwareAuthenticator('https://evil.example'))).status, 422)
  const careless = new SoftwareAuthenticator(origin)
  careless.verifies = false
  assert.equal((await register(client, careless)).status, 422)
  const good = new SoftwareAuthenticator(origin)
  assert.equal((await register(client, good)).status, 201)
  good.verifies = false
  assert.equal((await signInBy(good)).status, 401)
  assert.equal((await signInBy(new SoftwareAuthenticator(origin))).status, 401)
})

test('what was asked in one session cannot be answered in another', async () => {
  const tenant = await makeTenant()
  const hers = await (await makeAccount(tenant)).signedIn()
  const his = await (await makeAccount(tenant)).signedIn()
  const { challengeId, options } = await ask(hers, '/me/passkeys/options')
  const response = new SoftwareAuthenticator(origin).register(options)
  assert.equal((await his.post('/me/passkeys', { challengeId, response, name: 'stolen' })).status, 422)
})

test('a removed passkey no longer signs in; somebody else’s cannot be removed', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const client = await account.signedIn()
  const authenticator = new SoftwareAuthenticator(origin)
  await register(client, authenticator, '办公室电脑')
  const { items } = (await client.get<{ items: { id: string; name: string }[] }>('/me/passkeys')).body
  assert.deepEqual(
    items.map((each) => each.name),
    ['办公室电脑'],
  )
  const other = await (await makeAccount(tenant)).signedIn()
  assert.equal((await other.request('DELETE', `/me/passkeys/${items[0]!.id}`)).status, 404)
  const elsewhere = (await signInBy(authenticator)).client
  assert.equal((await client.request('DELETE', `/me/passkeys/${items[0]!.id}`)).status, 200)
  assert.equal((await elsewhere.get('/me')).status, 401)
  assert.equal((await signInBy(authenticator)).status, 401)
  assert.equal((await account.signedIn().then((again) => again.get('/me'))).status, 200)
})

test('where the address is a number there are no passkeys, and it says why', async () => {
  const { app } = await testServer()
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/api/v1/sessions/passkey/options',
    headers: { host: '10.20.0.5:8080' },
  })
  assert.equal(statusCode, 422)
  assert.match(body, /sessions\.passkey_needs_name/)
})
