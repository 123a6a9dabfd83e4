import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnSession } from '#contract/sessions.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { closeAccount } from './index.ts'
import { choosePreset, makeAccount, type TestAccount } from './test/make-account.ts'

const sessionsOf = async (client: TestClient) =>
  (await client.get<{ items: OwnSession[] }>('/me/sessions')).body.items

/** Moves the account's sessions into the past, as if so many seconds had gone by since then. */
async function age(account: TestAccount, column: 'last_seen_at' | 'expires_at', seconds: number) {
  const { owner } = await testServer()
  await owner.query(
    `update sessions set ${column} = ${column} - $2 * interval '1 second' where account_id = $1`,
    [account.accountId, seconds],
  )
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

test('one sees where one is signed in, and signs out there', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const here = await account.signedIn()
  const there = await account.signedIn()
  const items = await sessionsOf(here)
  assert.deepEqual(
    items.map((each) => each.isThis),
    [true, false],
  )
  assert.equal((await here.request('DELETE', `/me/sessions/${items[1]!.id}`)).status, 200)
  assert.equal((await there.get('/me')).status, 401)
  assert.equal((await here.get('/me')).status, 200)
})

test('signing out everywhere else leaves this session', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const [here, ...others] = [await account.signedIn(), await account.signedIn(), await account.signedIn()]
  const { body } = await here.request<{ endedSessions: number }>('DELETE', '/me/sessions')
  assert.equal(body.endedSessions, 2)
  for (const other of others) assert.equal((await other.get('/me')).status, 401)
  assert.equal((await here.get('/me')).status, 200)
})

test('a session of somebody else is not there', async () => {
  const tenant = await makeTenant()
  const hers = await (await makeAccount(tenant)).signedIn()
  const his = await (await makeAccount(tenant)).signedIn()
  const [session] = await sessionsOf(his)
  assert.equal((await hers.request('DELETE', `/me/sessions/${session!.id}`)).status, 404)
  assert.equal((await his.get('/me')).status, 200)
})

test('the device is two plain words, and no address is kept', async () => {
  const { app, owner } = await testServer()
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36'
  await app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    headers: { 'user-agent': userAgent },
    remoteAddress: '203.0.113.77',
    payload: { login: account.login, password: account.password },
  })
  const { rows } = await owner.query('select * from sessions where account_id = $1', [account.accountId])
  assert.equal(rows[0].device, 'chrome/windows')
  assert.ok(!JSON.stringify(rows).includes('203.0.113'))
  assert.ok(!JSON.stringify(rows).includes('Mozilla'))
})

for (const limit of [
  { preset: 'asvs', post: 'street_officer', idle: 3 * hour, longest: 12 * hour },
  { preset: 'asvs', post: null, idle: 30 * day, longest: 90 * day },
  { preset: 'dengbao', post: 'street_officer', idle: 15 * minute, longest: 12 * hour },
  { preset: 'dengbao', post: null, idle: 30 * day, longest: 30 * day },
] as const) {
  const who = limit.post === null ? 'a worker' : 'an officer'

  test(`${limit.preset}: ${who}'s session lives a minute before its idle limit and is dead a minute after`, async () => {
    const tenant = await makeTenant()
    await choosePreset(tenant, limit.preset)
    const account = await makeAccount(tenant, limit.post)
    const client = await account.signedIn()
    await age(account, 'last_seen_at', limit.idle - minute)
    assert.equal((await client.get('/me')).status, 200)
    // The request was a sign of life: the clock of idleness began anew.
    await age(account, 'last_seen_at', 2 * minute)
    assert.equal((await client.get('/me')).status, 200)
    await age(account, 'last_seen_at', limit.idle + minute)
    assert.equal((await client.get('/me')).status, 401)
  })

  test(`${limit.preset}: ${who}'s session lives a minute before its longest time and is dead a minute after`, async () => {
    const tenant = await makeTenant()
    await choosePreset(tenant, limit.preset)
    const account = await makeAccount(tenant, limit.post)
    const client = await account.signedIn()
    await age(account, 'expires_at', limit.longest - minute)
    assert.equal((await client.get('/me')).status, 200)
    await age(account, 'expires_at', 2 * minute)
    assert.equal((await client.get('/me')).status, 401)
  })
}

test('under 等保 an administrator has one session, an officer may have several', async () => {
  const tenant = await makeTenant()
  await choosePreset(tenant, 'dengbao')
  const administrator = await makeAccount(tenant, 'audit_administrator')
  const first = await administrator.signedIn()
  await administrator.signedIn()
  assert.equal((await first.get('/me')).status, 401)
  const officer = await makeAccount(tenant, 'street_officer')
  const earlier = await officer.signedIn()
  await officer.signedIn()
  assert.equal((await earlier.get('/me')).status, 200)
})

test('closing the account ends its sessions at once', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const client = await account.signedIn()
  await tenant.inside((tx) => closeAccount(tx, null, account))
  assert.equal((await client.get('/me')).status, 401)
})

test('a worker appointed since signing in gets the limits of an officer with the post', async () => {
  const { owner } = await testServer()
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const client = await account.signedIn()
  const appointmentId = await tenant.inside((tx) =>
    makeAppointment(tx, account.personId, {
      post: 'street_officer',
      organisationId: tenant.north.streetId,
      startsOn: '2020-01-01',
      endsBefore: null,
    }),
  )
  assert.equal((await client.post('/me/appointment', { appointmentId })).status, 200)
  const { rows } = await owner.query('select kind, idle_seconds from sessions where account_id = $1', [
    account.accountId,
  ])
  assert.deepEqual(rows, [{ kind: 'officer', idle_seconds: 3 * hour }])
})

test('whoever changes the post in several windows at once is refused in none of them', async () => {
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const windows = [
    await account.signedIn(),
    await account.signedIn(),
    await account.signedIn(),
    await account.signedIn(),
  ]
  const appointmentId = await tenant.inside((tx) =>
    makeAppointment(tx, account.personId, {
      post: 'street_officer',
      organisationId: tenant.north.streetId,
      startsOn: '2020-01-01',
      endsBefore: null,
    }),
  )
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all(windows.map((each) => each.post('/me/appointment', { appointmentId })))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200],
    )
  }
})
