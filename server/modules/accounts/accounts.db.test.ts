import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#contract/sessions.ts'
import { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

test('an officer signs in and works as her appointment', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { status, body } = await officer.get<Me>('/me')
  assert.equal(status, 200)
  assert.equal(body.actingAs?.organisationId, tenant.north.streetId)
  assert.ok(body.permissions.includes('people.read'))
})

test('nobody signed in is told to sign in', async () => {
  const { app } = await testServer()
  const { status, body } = await new TestClient(app).get<Me>('/me')
  assert.equal(status, 401)
  assert.equal(body.error.code, 'common.sign_in')
})

test('an unknown log-in and a wrong password answer alike, and too many shut the log-in', async () => {
  const { app } = await testServer()
  const stranger = new TestClient(app)
  for (let i = 0; i < 5; i++) {
    const { status, body } = await stranger.post('/sessions', {
      login: 'never-heard-of',
      password: 'x'.repeat(12),
    })
    assert.equal(status, 401)
    assert.equal(body.error.code, 'sessions.wrong')
  }
  const { status, body } = await stranger.post('/sessions', {
    login: 'never-heard-of',
    password: 'x'.repeat(12),
  })
  assert.equal(status, 429)
  assert.equal(body.error.code, 'sessions.locked')
})

test('a write without the token of the page is refused, and the same write with it passes', async () => {
  const { app } = await testServer()
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { body: me } = await officer.get<Me>('/me')
  const write = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/me/appointment',
      headers,
      payload: { appointmentId: me.actingAs!.id },
    })
  assert.equal((await write({ cookie: officer.headers.cookie })).statusCode, 403)
  assert.equal((await write(officer.headers)).statusCode, 200)
})

test('an ended appointment gives no powers', async () => {
  const tenant = await makeTenant()
  const former = await tenant.officer('street_officer', tenant.north.streetId, {
    startsOn: '2020-01-01',
    endsBefore: '2021-01-01',
  })
  const { body } = await former.get<Me>('/me')
  assert.equal(body.actingAs, null)
  assert.deepEqual(body.permissions, ['own.read', 'own.write'])
})
