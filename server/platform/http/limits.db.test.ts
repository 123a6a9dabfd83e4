import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { after, test } from 'node:test'
import { createServer, startServer, type RunningServer, type ServerOptions } from '#server/main.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { readLimits, type Limits } from './limits-setting.ts'

const closing: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closing) await close()
})

// So slow that nothing comes back while the test runs.
const tight: Limits = {
  read: { perMinute: 1, burst: 100 },
  write: { perMinute: 1, burst: 5 },
  search: { perMinute: 1, burst: 3 },
  export: { perMinute: 1, burst: 2 },
  import: { perMinute: 1, burst: 2 },
  public: { perMinute: 1, burst: 4 },
}

async function optionsOf(more: Partial<ServerOptions>): Promise<ServerOptions> {
  const { database, dataFolder } = await testServer()
  const own = { databaseUrl: database.appUrl, keys: testKeys, dataFolder, secureCookies: false }
  return { ...own, host: '127.0.0.1', port: 0, ...more }
}

/** Another process on the same database, not listening. */
async function aProcess(more: Partial<ServerOptions> = { limits: tight }) {
  const { app, platform } = await createServer(await optionsOf(more))
  closing.push(async () => {
    await app.close()
    await platform.pool.end()
  })
  const ask = (
    client: TestClient | null,
    path: string,
    method: 'GET' | 'POST' = 'GET',
    remoteAddress = '203.0.113.7',
  ) =>
    app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress,
      headers: client?.headers ?? {},
      ...(method === 'POST' ? { payload: {} } : {}),
    })
  return { app, ask }
}

async function statuses(
  count: number,
  ask: (at: number) => Promise<{ statusCode: number }>,
): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: count }, (_, at) => ask(at)))
  return answers.map(({ statusCode }) => statusCode)
}
const refusedOf = (all: number[]) => all.filter((status) => status === 429).length

test('two processes together let an account send as much as its bucket holds, and not one more', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const processes = [await aProcess(), await aProcess()]
  const all = await statuses(160, (at) => processes[at % 2]!.ask(officer, '/jobs'))
  const served = all.length - refusedOf(all)
  // A slice that one process holds while the other has none is lost to both for a moment.
  assert.ok(served <= 100 && served >= 80, `${served} were served`)
  const [last] = processes
  const answer = await last!.ask(officer, '/jobs')
  assert.equal(answer.statusCode, 429)
  assert.equal(answer.json<{ error: { code: string } }>().error.code, 'common.too_many')
  assert.ok(Number(answer.headers['retry-after']) >= 1)
})

test('each class has its own bucket, and each account its own', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const colleague = await tenant.officer('street_officer', tenant.north.streetId)
  const { ask } = await aProcess()
  const search = `/members?organisationId=${tenant.north.streetId}&q=`
  const searches = await statuses(5, () => ask(officer, `${search}${encodeURIComponent('测试')}`))
  assert.equal(refusedOf(searches), 2)
  assert.equal((await ask(officer, search)).statusCode, 200)
  assert.equal(refusedOf(await statuses(7, () => ask(officer, '/members', 'POST'))), 2)
  assert.equal(refusedOf(await statuses(4, () => ask(officer, '/members/export', 'POST'))), 2)
  assert.equal((await ask(colleague, '/members', 'POST')).statusCode, 400)
})

test('those behind one address who are signed in are not shut out by those who are not', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { ask } = await aProcess()
  assert.equal(refusedOf(await statuses(10, () => ask(null, '/sessions', 'POST'))), 6)
  assert.equal((await ask(officer, '/jobs')).statusCode, 200)
  assert.equal((await ask(null, '/sessions', 'POST', '203.0.113.8')).statusCode, 400)
})

test('a bucket fills again with time', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { ask } = await aProcess({ limits: { ...tight, write: { perMinute: 60_000, burst: 2 } } })
  await statuses(20, () => ask(officer, '/members', 'POST'))
  const { owner } = await testServer()
  await owner.query(`update rate_buckets set refilled_at = refilled_at - interval '1 minute'`)
  let status = 429
  while (status === 429) status = (await ask(officer, '/members', 'POST')).statusCode
  assert.equal(status, 400)
})

test('limits are a setting', () => {
  assert.equal(readLimits('off'), null)
  assert.deepEqual((readLimits('read=5/9, export=1/2') as Limits).read, { perMinute: 5, burst: 9 })
  for (const wrong of ['reads=5/9', 'read=5', 'read=0/1', 'read=5/9;write=1/1', 'read=-1/1'])
    assert.equal(readLimits(wrong), 'wrong', wrong)
})

test('at five times what a process can do, the rest is turned away at once, and it recovers', async () => {
  const capacity = {
    known: { atOnce: 2, waiting: 4 },
    unknown: { atOnce: 1, waiting: 1 },
    together: { atOnce: 2, waiting: 4 },
    uploads: { atOnce: 1, waiting: 0 },
  }
  const server: RunningServer = await startServer(await optionsOf({ capacity }))
  closing.push(() => server.close())
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const ask = async () => {
    const asked = requestHttp(`${server.url}/api/v1/jobs`, { headers: officer.headers, agent: false }).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    response.resume()
    return { status: response.statusCode!, retryAfter: response.headers['retry-after'] }
  }
  const answers = await Promise.all(Array.from({ length: 30 }, ask))
  const turnedAway = answers.filter(({ status }) => status === 503)
  assert.ok(answers.every(({ status }) => status === 200 || status === 503))
  assert.ok(turnedAway.length > 0 && turnedAway.length < 30, `${turnedAway.length} of 30 were turned away`)
  assert.ok(turnedAway.every(({ retryAfter }) => Number(retryAfter) >= 1))
  assert.equal((await ask()).status, 200)
  const { body } = await server.app.inject('/metrics')
  assert.match(body, new RegExp(`turned_away_total\\{why="busy"\\} ${turnedAway.length}\\n`))
  assert.match(body, /gonghui_requests_waiting 0\n/)
})
