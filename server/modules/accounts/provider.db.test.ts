import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { generateSync } from 'otplib'
import type { FastifyInstance } from 'fastify'
import type { Me } from '#contract/sessions.ts'
import { createServer } from '#server/main.ts'
import { newId } from '#server/platform/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { noOutsideServices } from '#server/platform/mail.ts'
import { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { startLocalProvider, type LocalProvider } from './test/local-provider.ts'
import { makeAccount, makeReal } from './test/make-account.ts'

interface Departure {
  flowId: string
  redirectTo: string
}

let provider: LocalProvider
let app: FastifyInstance
let platform: Platform

before(async () => {
  provider = await startLocalProvider('http://localhost/')
  const { database, dataFolder } = await testServer()
  const server = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    outside: {
      ...noOutsideServices,
      oidc: {
        ISSUER: provider.issuer,
        CLIENT_ID: provider.clientId,
        CLIENT_SECRET: provider.clientSecret,
        NAME: '市统一认证',
      },
    },
  })
  ;({ app, platform } = server)
})

after(async () => {
  await app.close()
  await platform.jobs.stop()
  await platform.pool.end()
  await provider.close()
})

/** Links the account of whoever is signed in with a person known to the provider. */
async function link(client: TestClient, subject: string) {
  const { flowId, redirectTo } = (await client.post<Departure>('/me/provider/departure')).body
  const answer = await provider.signIn(redirectTo, { subject })
  return client.post<object>('/me/provider', { flowId, answer })
}

/** Goes to the provider and comes back as somebody. */
async function arrive(subject: string, amr: string[]) {
  const client = new TestClient(app)
  const { flowId, redirectTo } = (await client.post<Departure>('/sessions/provider/departure')).body
  const answer = await provider.signIn(redirectTo, { subject, amr })
  return { client, flowId, answer, ...(await client.post<Me>('/sessions/provider', { flowId, answer })) }
}

test('where a provider is set up the sign-in page names it, elsewhere it does not', async () => {
  const { app: without } = await testServer()
  const nameAt = async (server: FastifyInstance) =>
    (await new TestClient(server).get<{ name: string | null }>('/sessions/provider')).body.name
  assert.equal(await nameAt(app), '市统一认证')
  assert.equal(await nameAt(without), null)
  assert.equal((await new TestClient(without).post('/sessions/provider/departure')).status, 404)
})

test('a person links their account once and signs in by the provider from then on', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant, 'street_officer')
  const subject = newId()
  const before = await arrive(subject, ['mfa'])
  assert.equal(before.status, 401)
  assert.equal(before.body.error.code, 'sessions.provider_not_linked')
  const client = await account.signedIn(app)
  assert.equal((await link(client, subject)).status, 200)
  const arrived = await arrive(subject, ['mfa'])
  assert.equal(arrived.status, 201)
  assert.equal(arrived.body.person.id, account.personId)
  assert.equal((await client.request('DELETE', '/me/provider')).status, 200)
  assert.equal((await arrive(subject, ['mfa'])).status, 401)
})

test('somebody known to the provider is linked with one account only', async () => {
  const tenant = await makeTenant()
  const subject = newId()
  assert.equal((await link(await (await makeAccount(tenant)).signedIn(app), subject)).status, 200)
  const other = await link(await (await makeAccount(tenant)).signedIn(app), subject)
  assert.equal(other.status, 409)
  assert.equal(other.body.error.code, 'sessions.provider_linked_elsewhere')
})

test('two factors of the provider count when it says so', async () => {
  const tenant = await makeTenant()
  await makeReal(tenant)
  const client = await (await makeAccount(tenant, 'street_officer')).signedIn(app)
  const subject = newId()
  await link(client, subject)
  const strong = await arrive(subject, ['pwd', 'otp'])
  assert.equal((await strong.client.get('/organisations')).status, 200)
  const weak = await arrive(subject, ['pwd'])
  assert.equal(weak.status, 201)
  assert.equal((await weak.client.get('/organisations')).status, 403)
})

test('where it does not say so our own second factor is asked, and a wrong code does not spend the way', async () => {
  const tenant = await makeTenant()
  const client = await (await makeAccount(tenant, 'street_officer')).signedIn(app)
  const subject = newId()
  await link(client, subject)
  const { secret } = (await client.post<{ secret: string }>('/me/totp')).body
  const codeAt = (step: number) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + step * 30 })
  await client.post('/me/totp/confirmation', { code: codeAt(-1) })
  const arrived = await arrive(subject, ['pwd'])
  assert.equal(arrived.body.error.code, 'sessions.totp_needed')
  let flowId = arrived.body.error.params.flowId
  const wrong = await arrived.client.post<object>('/sessions/provider', { flowId, totp: '000000' })
  assert.equal(wrong.body.error.code, 'sessions.totp_wrong')
  flowId = wrong.body.error.params.flowId
  const right = await arrived.client.post('/sessions/provider', { flowId, totp: codeAt(0) })
  assert.equal(right.status, 201)
  assert.equal((await arrived.client.post('/sessions/provider', { flowId, totp: codeAt(1) })).status, 422)
})

test('an answer works once, not for another question, and a link’s question signs nobody in', async () => {
  const tenant = await makeTenant()
  const client = await (await makeAccount(tenant)).signedIn(app)
  const subject = newId()
  await link(client, subject)
  const arrived = await arrive(subject, ['mfa'])
  const { flowId, answer } = arrived
  assert.equal((await arrived.client.post('/sessions/provider', { flowId, answer })).status, 422)

  const stranger = new TestClient(app)
  const first = (await stranger.post<Departure>('/sessions/provider/departure')).body
  const second = (await stranger.post<Departure>('/sessions/provider/departure')).body
  const forFirst = await provider.signIn(first.redirectTo, { subject, amr: ['mfa'] })
  const mixed = await stranger.post('/sessions/provider', { flowId: second.flowId, answer: forFirst })
  assert.equal(mixed.status, 401)

  const linking = (await client.post<Departure>('/me/provider/departure')).body
  const forLink = await provider.signIn(linking.redirectTo, { subject, amr: ['mfa'] })
  const abused = await stranger.post('/sessions/provider', { flowId: linking.flowId, answer: forLink })
  assert.equal(abused.status, 422)
})

test('what one person began, another cannot finish as a link of theirs', async () => {
  const tenant = await makeTenant()
  const hers = await (await makeAccount(tenant)).signedIn(app)
  const his = await (await makeAccount(tenant)).signedIn(app)
  const { flowId, redirectTo } = (await hers.post<Departure>('/me/provider/departure')).body
  const answer = await provider.signIn(redirectTo, { subject: newId() })
  assert.equal((await his.post('/me/provider', { flowId, answer })).status, 422)
})
