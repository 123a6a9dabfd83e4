import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { modules } from '#server/app.ts'
import type { Route } from '#server/platform/http/route.ts'
import { TestClient } from '#server/test/client.ts'
import { makePerson, makeTenant } from '#server/test/makers.ts'
import { randomInput } from '#server/test/random-input.ts'
import { testServer } from '#server/test/server.ts'
import { newId } from '../ids.ts'

const routes = modules.flatMap((module) => module.routes)
/** Requests for each operation; the seed is printed when one fails. */
const runsEach = 5

async function someOffice() {
  const tenant = await makeTenant()
  const { north, south, federationId } = tenant
  const personId = await tenant.inside((tx) => makePerson(tx, { name: '周测试' }))
  const posts = [
    'federation_officer',
    'audit_administrator',
    'security_administrator',
    'system_administrator',
  ]
  const signIn = () => Promise.all(posts.map((post) => tenant.officer(post, federationId)))
  const officer = await tenant.officer('federation_officer', federationId)
  const ids = [
    federationId,
    north.streetId,
    north.unionId,
    north.employerId,
    south.unionId,
    personId,
    newId(),
  ]
  return { tenant, officer, signIn, ids }
}

interface Sent {
  route: Route
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
}

/** Sends what was drawn, as whoever may call the operation, and gives the status. */
async function statusOf(client: TestClient, { route, params, query, body }: Sent): Promise<number> {
  const { app } = await testServer()
  const { operation } = route
  const filled = operation.path.replace(/:(\w+)/g, (_, name: string) => encodedOf(params[name]))
  const search = Object.entries(query)
    .map(([name, value]) => `${encodedOf(name)}=${encodedOf(value)}`)
    .join('&')
  const isRead = operation.method === 'GET'
  const answer = await app.inject({
    method: operation.method,
    url: `/api/v1${filled}${search === '' ? '' : `?${search}`}`,
    headers: { ...client.headers, ...(isRead ? {} : { 'content-type': 'application/json' }) },
    ...(isRead ? {} : { payload: JSON.stringify(body) ?? '' }),
  })
  return answer.statusCode
}

function encodedOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.isWellFormed() ? encodeURIComponent(text) : '%ed%a0%80'
}

test('no input to any operation is an accident of the server', async (t) => {
  const { signIn, ids } = await someOffice()
  const seed = Date.now() % 2 ** 31
  t.diagnostic(`seed ${seed}, ${routes.length} operations × ${runsEach}`)
  let clients = await signIn()
  const answers = new Map<number, number>()
  const nobody = new TestClient((await testServer()).app)
  for (const route of routes) {
    // A stream of events goes on for as long as it is asked to.
    if (route.kind === 'events' || route.kind === 'upload') continue
    // Signing out would end the run of everybody else: what deals with sessions is tried by nobody.
    let client = route.kind === 'session' ? nobody : await whoMay(clients, route)
    // Some operation before has ended their sessions.
    if (client === null) {
      clients = await signIn()
      client = (await whoMay(clients, route))!
    }
    const who = client
    await fc.assert(
      fc.asyncProperty(randomInput(route.operation, ids), async (input) => {
        const status = await statusOf(who, { route, ...input })
        answers.set(status, (answers.get(status) ?? 0) + 1)
        if (status >= 500) throw new Error(`${route.operationId} answered ${status}`)
      }),
      { seed, numRuns: runsEach },
    )
  }
  t.diagnostic(`answers by status: ${JSON.stringify(Object.fromEntries(answers))}`)
  // Were everything refused at the door, this test would try nothing.
  assert.ok((answers.get(200) ?? 0) > routes.length / 3)
})

/** Whoever of them has the function of the route, the first where nobody has; null when they are signed out. */
async function whoMay(clients: readonly TestClient[], route: Route): Promise<TestClient | null> {
  for (const client of clients) {
    const status = await statusOf(client, { route, params: {}, query: {}, body: {} })
    if (status === 401) return null
    if (status !== 403) return client
  }
  return clients[0]!
}

test('a field that no schema names is refused by every operation', async () => {
  const { officer } = await someOffice()
  const { app } = await testServer()
  for (const route of routes) {
    const { operation } = route
    if (route.kind === 'upload' || route.permission === 'public') continue
    const url = `/api/v1${operation.path.replace(/:\w+/g, newId())}`
    const isRead = operation.method === 'GET'
    const answer = await app.inject({
      method: operation.method,
      url: isRead ? `${url}?tenantId=${newId()}` : url,
      headers: officer.headers,
      ...(isRead ? {} : { payload: { tenantId: newId(), isAdministrator: true } }),
    })
    if (answer.statusCode === 403) continue
    // An operation without a body reads none, so there is nothing that could be assigned.
    if (!isRead && operation.body === undefined) continue
    assert.equal(answer.statusCode, 400, route.operationId)
    const { fields } = answer.json<{ error: { fields: { path: string; code: string }[] } }>().error
    assert.ok(
      fields.some(({ path, code }) => path === 'tenantId' && code === 'field.unknown'),
      route.operationId,
    )
  }
})

let shared: ReturnType<typeof someOffice> | undefined
/** One office for all that is refused. */
const anOffice = () => (shared ??= someOffice())

const strange: [what: string, body: string, type?: string][] = [
  ['a prototype', '{"unionId":"x","__proto__":{"isAdmin":true}}'],
  ['a constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ['ten thousand brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['a field of ten thousand brackets', `{"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ['a number beyond all numbers', '{"name":1e999}'],
  ['no JSON', '{"name":'],
  ['nothing', ''],
  ['a bare word', 'null'],
  ['a list', '[]'],
  ['text', '{"name":"x"}', 'text/plain'],
  ['a form', 'name=x', 'application/x-www-form-urlencoded'],
  ['XML', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', 'application/xml'],
  ['JSON called multipart', '{}', 'multipart/form-data'],
  ['bytes that are no UTF-8', '{"name":"\u00ff"}', 'application/json; charset=latin1'],
]
for (const [what, body, type = 'application/json'] of strange) {
  test(`a body that is ${what} is refused as wrong input`, async () => {
    const { officer } = await anOffice()
    const { app } = await testServer()
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/members',
      headers: { ...officer.headers, 'content-type': type },
      payload: Buffer.from(body, 'latin1'),
    })
    assert.equal(answer.statusCode, 400, answer.body)
    assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined)
  })
}

const part = (headers: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${content}\r\n`
const uploads: [what: string, type: string | undefined, body: string][] = [
  ['without a type', undefined, part('name="file"; filename="a"', 'a') + '--x--'],
  ['without a boundary', 'multipart/form-data', part('name="file"; filename="a"', 'a') + '--x--'],
  [
    'with another boundary',
    'multipart/form-data; boundary=y',
    part('name="file"; filename="a"', 'a') + '--x--',
  ],
  ['without a file', 'multipart/form-data; boundary=x', part('name="organisationId"', 'a') + '--x--'],
  ['that says it is JSON', 'application/json', '{}'],
  ['cut off in its headers', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-da'],
  [
    'with a field called like a prototype',
    'multipart/form-data; boundary=x',
    part('name="__proto__"', 'a') + part('name="file"; filename="a"', 'a') + '--x--',
  ],
]
for (const [what, type, body] of uploads) {
  test(`an upload ${what} is refused as wrong input`, async () => {
    const { officer } = await anOffice()
    const { app } = await testServer()
    for (const path of ['/roster-imports', '/attachments']) {
      const answer = await app.inject({
        method: 'POST',
        url: `/api/v1${path}`,
        headers: { ...officer.headers, ...(type === undefined ? {} : { 'content-type': type }) },
        payload: Buffer.from(body),
      })
      assert.ok([400, 422].includes(answer.statusCode), `${path}: ${answer.statusCode} ${answer.body}`)
    }
  })
}

test('text that cannot be stored is named as a wrong field, wherever it stands', async () => {
  const { tenant, officer } = await someOffice()
  const member = { unionId: tenant.north.unionId, joinedOn: '2024-01-01' }
  for (const name of ['周\u0000测试', '周\ud83d测试']) {
    const { status, body } = await officer.post('/members', { ...member, name })
    assert.equal(status, 400)
    assert.deepEqual(body.error.fields, [{ path: 'name', code: 'field.format' }])
  }
  const { status } = await officer.get(`/members?organisationId=${tenant.federationId}&q=%00`)
  assert.equal(status, 400)
})

test('of a field that stands twice the last one counts, for the check and for the work alike', async () => {
  const { tenant, officer } = await someOffice()
  const { app, owner } = await testServer()
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/members',
    headers: { ...officer.headers, 'content-type': 'application/json' },
    payload: `{"unionId":"${newId()}","unionId":"${tenant.north.unionId}","joinedOn":"2024-01-01","birthDate":"1990-01-01","name":"赵测试"}`,
  })
  assert.equal(answer.statusCode, 201, answer.body)
  const { rows } = await owner.query('select union_id from memberships where tenant_id = $1', [tenant.id])
  assert.deepEqual(rows, [{ union_id: tenant.north.unionId }])
})
