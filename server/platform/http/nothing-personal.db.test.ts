import assert from 'node:assert/strict'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { modules } from '#server/app.ts'
import { createServer } from '#server/main.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { newId } from '../ids.ts'
import { standardLog } from '../log.ts'

/** What must not be found again: a name, numbers of a document and a telephone, a password, a word of a search. */
const marks = [
  '周标记测试',
  '110101199003079999',
  '13900139999',
  'mark-password-of-tests',
  'mark-searched-word',
]

/** Everything that was written to standard error while `work` ran. */
async function writtenDuring(work: () => Promise<void>): Promise<string> {
  const write = process.stderr.write.bind(process.stderr)
  let written = ''
  process.stderr.write = ((piece: string | Uint8Array) => {
    written += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8')
    return true
  }) as typeof process.stderr.write
  try {
    await work()
  } finally {
    process.stderr.write = write
  }
  return written
}

/** A value full of marks for every field, whatever its type. */
function markedBody(schema: unknown): Record<string, unknown> {
  const { properties = {} } = (schema ?? {}) as {
    properties?: Record<string, { type?: string; pattern?: string }>
  }
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type, pattern }]) => [name, markedValue(type, pattern)]),
  )
}

function markedValue(type: string | undefined, pattern = ''): unknown {
  if (type === 'integer' || type === 'number') return 13900139999
  if (type === 'array') return [...marks]
  if (type === 'object') return { [marks[0]!]: marks[1] }
  if (pattern.includes('[0-9a-fA-F]{8}-')) return newId()
  return marks.join(' ')
}

test('whatever is sent to any operation, nothing of it is in the logs of the server, of the database, or in the figures', async (t) => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const { database, dataFolder, owner } = await testServer()
  const { app, platform } = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    log: standardLog,
  })
  // An accident of the database whose message quotes a value, and one whose message is made by our own code.
  app.get('/test-accident', async () => platform.pool.query(`select '${marks[0]}'::int`))
  app.get('/test-quotation', async () => {
    throw new Error(`cannot read ${marks[0]} (${marks[1]}), ${marks[2]}`)
  })
  app.get('/test-mistake', async () => {
    throw Object.assign(new Error(`about ${marks[0]}`), {
      severity: 'ERROR',
      code: 'XX000',
      detail: marks[1],
    })
  })
  const databaseLog = await logOfDatabase()
  const before = existsSync(databaseLog) ? statSync(databaseLog).size : 0
  const headers = { ...officer.headers, 'idempotency-key': 'mark-searched-word' }
  let accidents = 0
  const written = await writtenDuring(async () => {
    for (const { operation, operationId, kind } of modules.flatMap((module) => module.routes)) {
      if (operationId === 'deleteSession' || kind === 'events') continue
      const path = `/api/v1${operation.path.replace(/:\w+/g, () => encodeURIComponent(marks.join(' ')))}`
      const isRead = operation.method === 'GET'
      const query = `?q=${encodeURIComponent(marks[4]!)}&name=${encodeURIComponent(marks[0]!)}&${marks[4]}=1`
      for (const url of [
        path + query,
        `/api/v1${operation.path.replace(/:\w+/g, newId())}${isRead ? query : ''}`,
      ]) {
        const answer = await app.inject({
          method: operation.method,
          url,
          headers,
          ...(isRead || kind === 'upload' ? {} : { payload: markedBody(operation.body) }),
        })
        if (answer.statusCode >= 500) accidents += 1
      }
    }
    assert.equal((await app.inject('/test-accident')).statusCode, 500)
    assert.equal((await app.inject('/test-mistake')).statusCode, 500)
    assert.equal((await app.inject('/test-quotation')).statusCode, 500)
  })
  const figures = (await app.inject('/metrics')).body
  await app.close()
  await platform.pool.end()
  const { rows } = await owner.query<{ text: string }>(
    `select string_agg(action || params::text, ' ') as text from audit_entries where tenant_id = $1`,
    [tenant.id],
  )
  const inDatabaseLog = existsSync(databaseLog) ? textFrom(databaseLog, before) : ''
  t.diagnostic(
    `${written.length} characters logged by the server, ${inDatabaseLog.length} by PostgreSQL, ${accidents} accidents`,
  )
  assert.equal(accidents, 0)
  assert.match(written, /GET \/test-accident [0-9a-f-]{36}/)
  const places = { written, inDatabaseLog, figures, audit: rows[0]?.text ?? '' }
  for (const [place, text] of Object.entries(places))
    for (const mark of marks)
      assert.ok(!text.includes(mark) && !text.includes(encodeURIComponent(mark)), `${mark} is in ${place}`)
  assert.match(figures, /route="\/api\/v1\/members\/:personId"/)
})

/** The log that a built-in cluster writes beside its folder. */
async function logOfDatabase(): Promise<string> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ data_directory: string }>('show data_directory')
  return join(dirname(rows[0]!.data_directory), 'postgres.log')
}

function textFrom(file: string, position: number): string {
  const length = statSync(file).size - position
  const content = Buffer.alloc(Math.max(length, 0))
  const handle = openSync(file, 'r')
  readSync(handle, content, 0, content.length, position)
  closeSync(handle)
  return content.toString('utf8')
}

test('figures are for this machine, or for whoever has their word', async () => {
  const { database, dataFolder } = await testServer()
  const { app, platform } = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    metricsToken: 'word-of-tests',
    trustedProxies: ['127.0.0.1'],
  })
  const status = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  assert.equal(await status('127.0.0.1'), 200)
  assert.equal(await status('::1'), 200)
  assert.equal(await status('203.0.113.7'), 404)
  assert.equal(await status('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }), 404)
  assert.equal(await status('203.0.113.7', { authorization: 'Bearer word-of-tests' }), 200)
  assert.equal(await status('203.0.113.7', { authorization: 'Bearer word-of-others' }), 404)
  await app.close()
  await platform.pool.end()
})
