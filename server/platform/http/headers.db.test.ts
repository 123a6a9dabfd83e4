import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { cacheSeconds } from '#server/modules/public-pages/index.ts'
import { modules } from '#server/app.ts'
import { createServer } from '#server/main.ts'
import { probes } from '#server/test/authorisation/probes/all.ts'
import { testDatabase } from '#server/test/database.ts'
import { testKeys } from '#server/test/server.ts'

let secure: Awaited<ReturnType<typeof createServer>>

before(async () => {
  const { appUrl } = await testDatabase()
  secure = await createServer({
    databaseUrl: appUrl,
    keys: testKeys,
    dataFolder: '.',
    host: '127.0.0.1',
    port: 0,
    secureCookies: true,
    publicUrl: 'https://gonghui.example.org',
    trustedProxies: ['192.0.2.0/24', '2001:db8:1::/48'],
  })
  secure.app.get('/test-address', (request) => ({
    ip: request.ip,
    host: request.host,
    protocol: request.protocol,
  }))
})

after(async () => {
  await secure.app.close()
  await secure.platform.pool.end()
})

const host = 'gonghui.example.org'
const ask = (method: string, url: string, more: object = {}) =>
  secure.app.inject({ method: method as 'GET', url, headers: { host, ...more } })

const expected: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'x-frame-options': /^DENY$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /geolocation=\(\)/,
  'content-security-policy': /frame-ancestors 'none'/,
  'x-request-id': /^[0-9a-f-]{36}$/,
}

function wrongHeaders({ headers }: LightMyRequestResponse): string[] {
  const wrong = Object.entries(expected).filter(([name, value]) => !value.test(String(headers[name])))
  const age = Number(/max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1] ?? 0)
  const policy = String(headers['content-security-policy'])
  return [
    ...wrong.map(([name]) => name),
    ...(age >= 365 * 24 * 3600 ? [] : ['strict-transport-security']),
    ...(/unsafe-(inline|eval)|\*|http:/.test(policy) ? [`policy: ${policy}`] : []),
    ...('access-control-allow-origin' in headers ? ['answers to other sites'] : []),
    ...('server' in headers || 'x-powered-by' in headers ? ['names its software'] : []),
  ]
}

test('every operation, page and failure carries the protective headers, and no answer is kept anywhere but what everybody may read', async () => {
  const requests = modules
    .flatMap((module) => module.routes)
    .map(({ operation }) => [operation.method, `/api/v1${operation.path.replace(/:\w+/g, 'none')}`] as const)
  assert.ok(requests.length >= Object.keys(probes).length)
  const others = [
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/openapi.json',
    '/api/docs',
    '/nothing',
    '/api/v1/nothing',
  ]
  const asked = [
    ...requests,
    ...others.map((url) => ['GET', url] as const),
    ['GET', '/%zz'],
    ['GET', '//'],
    ['TRACE', '/'],
  ] as const
  for (const [method, url] of asked) {
    const answer = await ask(method, url)
    assert.deepEqual(wrongHeaders(answer), [], `${method} ${url}`)
    const isForAll = url.startsWith('/api/v1/public/') && answer.statusCode === 200
    const kept = isForAll ? `public, max-age=${cacheSeconds}` : 'no-store'
    assert.equal(answer.headers['cache-control'], kept, `${method} ${url}`)
  }
})

test('pages keep their strict policy, a fresh word for the console’s styles each time, and files may be kept', async () => {
  for (const path of ['/', '/me', '/console']) {
    const page = await ask('GET', path)
    if (page.statusCode === 404) continue
    assert.deepEqual(wrongHeaders(page), [], path)
    assert.match(String(page.headers['content-security-policy']), /script-src 'self';/)
  }
  const words = await Promise.all([ask('GET', '/api/docs'), ask('GET', '/api/docs')])
  const nonces = words.map(
    (answer) => /'nonce-([\w-]{22})'/.exec(String(answer.headers['content-security-policy']))?.[1],
  )
  assert.ok(nonces[0] !== undefined && nonces[0] !== nonces[1])
  assert.ok(words[0].body.includes(`nonce="${nonces[0]}"`))
})

test('a request for another name is refused, whatever it is called', async () => {
  for (const name of ['evil.example.com', '127.0.0.1', `${host}.evil.example.com`, `${host}:444`, '']) {
    const answer = await ask('GET', '/api/v1/me', { host: name })
    assert.equal(answer.statusCode, 400, name)
    assert.equal(answer.json<{ error: { code: string } }>().error.code, 'common.wrong_address')
  }
  assert.equal((await ask('GET', '/api/v1/me', { 'x-forwarded-host': 'evil.example.com' })).statusCode, 401)
  assert.equal((await ask('GET', '/api/v1/me')).statusCode, 401)
})

test('a write that the browser says came from another site is refused before anything is read', async () => {
  const body = { login: 'nobody', password: 'nothing' }
  const from = (site: string) =>
    secure.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      headers: { host, 'sec-fetch-site': site },
      payload: body,
    })
  assert.equal((await from('cross-site')).statusCode, 403)
  assert.equal((await from('same-site')).statusCode, 403)
  assert.equal((await from('same-origin')).statusCode, 401)
})

const forwarded: [what: string, from: string, headers: Record<string, string>, seen: string][] = [
  ['nobody listed speaks', '198.51.100.1', { 'x-forwarded-for': '203.0.113.9' }, '198.51.100.1'],
  ['a listed proxy speaks', '192.0.2.7', { 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  [
    'the client made up addresses before the proxy',
    '192.0.2.7',
    { 'x-forwarded-for': '10.0.0.1, 127.0.0.1, 203.0.113.9' },
    '203.0.113.9',
  ],
  [
    'the client pretends to be a listed proxy',
    '192.0.2.7',
    { 'x-forwarded-for': '203.0.113.9, 192.0.2.8' },
    '203.0.113.9',
  ],
  [
    'two listed proxies in a row',
    '192.0.2.7',
    { 'x-forwarded-for': '203.0.113.9, 2001:db8:1::5' },
    '203.0.113.9',
  ],
  ['a listed proxy of IPv6', '2001:db8:1::9', { 'x-forwarded-for': '2001:db8:2::1' }, '2001:db8:2::1'],
  [
    'an IPv6 neighbour outside the list',
    '2001:db8:2::9',
    { 'x-forwarded-for': '2001:db8:3::1' },
    '2001:db8:2::9',
  ],
  ['IPv4 written as IPv6', '::ffff:192.0.2.7', { 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  ['Forwarded instead', '198.51.100.1', { forwarded: 'for=203.0.113.9' }, '198.51.100.1'],
]
for (const [what, remoteAddress, headers, seen] of forwarded) {
  test(`the address of a client, when ${what}`, async () => {
    const answer = await secure.app.inject({
      url: '/test-address',
      remoteAddress,
      headers: { host, ...headers },
    })
    assert.equal(answer.json<{ ip: string }>().ip, seen)
  })
}

test('host and protocol are believed from a listed proxy only', async () => {
  const headers = { host: 'inner', 'x-forwarded-host': host, 'x-forwarded-proto': 'https' }
  const seen = async (remoteAddress: string) =>
    (await secure.app.inject({ url: '/test-address', remoteAddress, headers })).json<object>()
  assert.deepEqual(await seen('192.0.2.7'), { ip: '192.0.2.7', host, protocol: 'https' })
  assert.deepEqual(await seen('198.51.100.1'), { ip: '198.51.100.1', host: 'inner', protocol: 'http' })
})

test('methods nobody declared lead nowhere, and HEAD asks what GET asks', async () => {
  for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'DELETE', 'PUT'])
    assert.equal((await ask(method, '/api/v1/me')).statusCode, 404, method)
  assert.equal((await ask('HEAD', '/api/v1/me')).statusCode, 401)
})
