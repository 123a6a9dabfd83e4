import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { after, before, test } from 'node:test'
import { startServer, type RunningServer } from '#server/main.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { newId } from '../ids.ts'

let server: RunningServer

before(async () => {
  const { database, dataFolder } = await testServer()
  server = await startServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    streamLimits: { perAccount: 2, checkedEverySeconds: 0.1 },
  })
})

after(() => server.close())

/** Opens a stream and gives its answer; `text` is what has come so far. */
async function listen(client: TestClient) {
  const asked = requestHttp(`${server.url}/api/v1/events?seconds=20`, {
    headers: client.headers,
    agent: false,
  }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const seen = { text: '' }
  response.setEncoding('utf8').on('data', (piece: string) => (seen.text += piece))
  // Hanging up ends with an error on this side, too.
  response.on('error', () => {})
  return { asked, response, seen, ended: new Promise((resolve) => response.once('close', resolve)) }
}

async function aJobOf(tenantId: string, accountId: string): Promise<string> {
  const { owner } = await testServer()
  const id = newId()
  await owner.query(
    `insert into jobs (id, tenant_id, kind, payload, max_attempts, created_by, run_after) values ($1, $2, 'test.shown', '{}', 1, $3, now() + interval '1 day')`,
    [id, tenantId, accountId],
  )
  return id
}

async function accountsOf(tenantId: string): Promise<string[]> {
  const { owner } = await testServer()
  const sql = 'select account_id from sessions where tenant_id = $1 order by created_at'
  return (await owner.query<{ account_id: string }>(sql, [tenantId])).rows.map((row) => row.account_id)
}

async function until(happened: () => boolean, response: IncomingMessage): Promise<void> {
  while (!happened()) await once(response, 'data')
}

test('a stream tells of one’s own jobs only: not of a colleague’s, not of another tenant’s', async () => {
  const [here, there] = [await makeTenant(), await makeTenant()]
  const officer = await here.officer('street_officer', here.north.streetId)
  await here.officer('street_officer', here.north.streetId)
  await there.officer('street_officer', there.north.streetId)
  const [own, colleague] = await accountsOf(here.id)
  const [stranger] = await accountsOf(there.id)
  const others = [
    await aJobOf(here.id, colleague!),
    await aJobOf(there.id, stranger!),
    await aJobOf(there.id, own!),
  ]
  const mine = await aJobOf(here.id, own!)
  const { response, seen, asked, ended } = await listen(officer)
  await until(() => seen.text.includes(mine), response)
  const later = await aJobOf(here.id, own!)
  await until(() => seen.text.includes(later), response)
  for (const other of others) assert.ok(!seen.text.includes(other))
  asked.destroy()
  await ended
})

test('signing out ends the stream within moments, and a quiet stream says that it is there', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { response, seen, ended } = await listen(officer)
  await until(() => seen.text.includes(': still here'), response)
  await officer.request('DELETE', '/sessions/current')
  await ended
  assert.equal((await listen(officer)).response.statusCode, 401)
})

test('one account has only so many streams open, and a closed one makes room', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const first = await listen(officer)
  const second = await listen(officer)
  const third = await listen(officer)
  assert.equal(third.response.statusCode, 429)
  first.asked.destroy()
  let again = 429
  while (again === 429) {
    const { response, asked } = await listen(officer)
    again = response.statusCode!
    asked.destroy()
  }
  assert.equal(again, 200)
  second.asked.destroy()
})
