import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { startServer, type RunningServer } from '#server/main.ts'
import { testDatabase } from '#server/test/database.ts'
import { testKeys } from '#server/test/server.ts'

let server: RunningServer

before(async () => {
  const { appUrl } = await testDatabase()
  server = await startServer({
    databaseUrl: appUrl,
    keys: testKeys,
    dataFolder: '.',
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    patience: {
      headersMilliseconds: 200,
      bodyMilliseconds: 200,
      requestMilliseconds: 600,
      checkedEveryMilliseconds: 50,
    },
  })
})

after(() => server.close())

/** Waits until a connection has ended, be it by a reset: the server may end it while more is being written. */
const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.once('close', () => resolve()))

/** Writes text as it is to the server's port and gives what comes until the connection ends. */
async function raw(text: string, more: (socket: Socket) => void = () => {}): Promise<string> {
  const { port } = new URL(server.url)
  const socket = connect({ host: '127.0.0.1', port: Number(port) })
  socket.on('error', () => {})
  let answer = ''
  socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece))
  socket.write(text)
  more(socket)
  await ended(socket)
  return answer
}

const get = (path: string, headers = '') =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`
const post = (headers: string, body: string) =>
  `POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n\r\n${body}`
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

test('headers that come drop by drop are cut off', async () => {
  const answer = await raw('GET / HTTP/1.1\r\nHost: x\r\n', (socket) => {
    const drops = setInterval(() => socket.write('X-Drop: 1\r\n'), 40)
    socket.on('close', () => clearInterval(drops))
  })
  assert.equal(statusOf(answer), 408)
})

test('a body that comes drop by drop is cut off', async () => {
  const began = Date.now()
  const answer = await raw(
    post('Content-Type: application/json\r\nContent-Length: 4000', '{"login":'),
    (socket) => {
      const drops = setInterval(() => socket.write(' '), 40)
      socket.on('close', () => clearInterval(drops))
    },
  )
  assert.ok(Date.now() - began < 3000)
  assert.ok([0, 400, 408].includes(statusOf(answer)), answer.slice(0, 80))
})

test('an upload by nobody is refused before it has come', async () => {
  const headers = 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000'
  const answer = await raw(post(headers, '--x\r\n').replace('/sessions', '/attachments'))
  assert.equal(statusOf(answer), 401)
})

test('others are answered while slow ones are waited for', async () => {
  const { port } = new URL(server.url)
  const slow = Array.from({ length: 200 }, () => {
    const socket = connect({ host: '127.0.0.1', port: Number(port) })
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n')
    return socket
  })
  assert.equal(statusOf(await raw(get('/healthz'))), 200)
  await Promise.all(slow.map((socket) => ended(socket.resume())))
})

test('too long an address, too many headers and too large a body are refused in the shape of every error', async () => {
  const long = await raw(get(`/${'x'.repeat(20_000)}`))
  assert.equal(statusOf(long), 431)
  assert.match(long, /"code":"common.body_too_large"/)
  assert.equal(statusOf(await raw(get('/', `X-Long: ${'x'.repeat(20_000)}\r\n`))), 431)
  const size = 1024 * 1024 + 1
  const large = await raw(post(`Content-Type: application/json\r\nContent-Length: ${size}`, ' '.repeat(size)))
  assert.equal(statusOf(large), 400)
  assert.match(large, /"code":"common.body_too_large"/)
})

test('two lengths, a length beside chunks and a name of two lines are no request (smuggling)', async () => {
  const requests = [
    post('Content-Length: 2\r\nContent-Length: 3', '{}'),
    post('Content-Length: 2\r\nTransfer-Encoding: chunked', '0\r\n\r\n'),
    post('Content-Length : 2', '{}'),
    'GET / HTTP/1.1\r\n\r\n',
    get('/', 'X-A: 1\nX-B\u0000: 2\r\n'),
    'nonsense\r\n\r\n',
  ]
  for (const request of requests) assert.equal(statusOf(await raw(request)), 400, JSON.stringify(request))
})

test('paths that climb lead nowhere', async () => {
  const paths = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '//api/v1/me',
    '/API/V1/ME',
    '/api/v1/me/',
    '/api/v1/me%00',
    '/api/v1/%2e/me',
    '/api/v1/jobs/../me',
    '/.git/config',
    '/%zz',
  ]
  for (const path of paths) {
    const status = statusOf(await raw(get(path)))
    assert.ok([400, 403, 404].includes(status), `${path}: ${status}`)
  }
})
