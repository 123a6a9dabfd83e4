import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request as requestPlain } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { connect, type ConnectionOptions, type Server } from 'node:tls'
import { createServer, startServer, type RunningServer } from './main.ts'
import { makeRealTenant } from './operations/real-tenant.ts'
import { certificateOptions, followCertificate, readCertificate } from './platform/http/certificate.ts'
import { openPool } from './platform/db/pool.ts'
import { scratchDatabase, type ScratchDatabase } from './test/scratch-database.ts'
import { testKeys } from './test/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'gonghui-https-'))
const own = makeCertificate('own')
const other = makeCertificate('other')
let database: ScratchDatabase
let server: RunningServer

before(async () => {
  database = await scratchDatabase()
  server = await startServer({ ...serverOptions(), certificate: readCertificate(own), secureCookies: true })
})

after(async () => {
  await server.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const serverOptions = () => ({
  databaseUrl: database.appUrl,
  keys: testKeys,
  dataFolder: folder,
  host: '127.0.0.1',
  port: 0,
  secureCookies: false,
})

test('with a certificate the server speaks https, and its session cookie is bound to the host', async () => {
  const { login, password } = await anOfficer()
  const { status, headers } = await post('/api/v1/sessions', { login, password })
  assert.equal(status, 201)
  const cookie = String(headers['set-cookie'])
  assert.match(cookie, /^__Host-gonghui=/)
  assert.match(cookie, /; Secure/)
  assert.match(cookie, /; HttpOnly/)
  assert.doesNotMatch(cookie, /; Domain/i)
  const me = await get('/api/v1/me', { cookie: cookie.split(';')[0]! })
  assert.equal(me.status, 200)
})

test('plain http is not answered on the https port', async () => {
  const { port } = new URL(server.url)
  const asked = requestPlain({ host: '127.0.0.1', port, path: '/healthz' }).end()
  await assert.rejects(once(asked, 'response'))
})

test('TLS before 1.2 is refused, and so are ciphers without forward secrecy', async () => {
  const { port } = new URL(server.url)
  const shake = async (options: ConnectionOptions) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false, ...options })
    try {
      await once(socket, 'secureConnect')
      return socket.getProtocol()
    } catch {
      return 'refused'
    } finally {
      socket.destroy()
    }
  }
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' } as const
  assert.equal(await shake(old), 'refused')
  const plain = { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA:AES256-GCM-SHA384' } as const
  assert.equal(await shake(plain), 'refused')
  assert.equal(await shake({ maxVersion: 'TLSv1.2' }), 'TLSv1.2')
  assert.equal(await shake({}), 'TLSv1.3')
})

test('a renewed certificate is shown without a restart; half of a pair leaves the old one', async () => {
  const files = { certificateFile: join(folder, 'live.crt'), keyFile: join(folder, 'live.key') }
  const put = (pair: typeof own, name: keyof typeof own) => copyFileSync(pair[name], files[name])
  put(own, 'certificateFile')
  put(own, 'keyFile')
  const told = new EventEmitter()
  const log = {
    info: (message: string) => void told.emit(message),
    error: (message: string) => void told.emit(message),
  }
  const listener = server.app.server as unknown as Server
  const stop = followCertificate(listener, { files, everyMilliseconds: 20, log })
  const shown = async () => {
    const { port } = new URL(server.url)
    const socket = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const { fingerprint256 } = socket.getPeerCertificate()
    socket.destroy()
    return fingerprint256
  }
  const printOf = ({ certificateFile }: typeof own) =>
    new X509Certificate(readFileSync(certificateFile)).fingerprint256
  // Written again until it is noticed: the first look at a file only tells how it was.
  const noticed = async (name: keyof typeof own, word: string) => {
    const again = setInterval(() => put(other, name), 30)
    await once(told, word).finally(() => clearInterval(again))
  }
  await noticed('certificateFile', 'certificate not renewed')
  assert.equal(await shown(), printOf(own))
  await noticed('keyFile', 'certificate renewed')
  assert.equal(await shown(), printOf(other))
  stop()
  listener.setSecureContext(certificateOptions(readCertificate(own)))
})

test('X-Forwarded-For is believed from listed proxies, and from nobody unless one is listed', async () => {
  const listed = ['192.0.2.0/24']
  assert.equal(await addressSeen({ trustedProxies: listed, from: '192.0.2.7' }), '203.0.113.9')
  assert.equal(await addressSeen({ trustedProxies: listed, from: '198.51.100.1' }), '198.51.100.1')
  assert.equal(await addressSeen({ trustedProxies: [], from: '127.0.0.1' }), '127.0.0.1')
})

test('a key of another certificate, no PEM, or a missing file is refused with the setting to mend', () => {
  const scribble = join(folder, 'scribble.pem')
  writeFileSync(scribble, 'no certificate')
  const wrong: [object, RegExp][] = [
    [{ keyFile: other.keyFile }, /GONGHUI_TLS_KEY is not the key of GONGHUI_TLS_CERT/],
    [{ certificateFile: scribble }, /GONGHUI_TLS_CERT does not hold a certificate/],
    [{ keyFile: scribble }, /GONGHUI_TLS_KEY does not hold a private key/],
    [{ keyFile: join(folder, 'none') }, /GONGHUI_TLS_KEY cannot be read \(ENOENT\)/],
  ]
  for (const [over, sentence] of wrong) {
    assert.throws(() => readCertificate({ ...own, ...over }), { name: 'PlainSentence', message: sentence })
  }
})

/** The address a request has for the server when `from` says that it comes from another one. */
async function addressSeen({
  trustedProxies,
  from,
}: {
  trustedProxies: string[]
  from: string
}): Promise<string> {
  const { app, platform } = await createServer({ ...serverOptions(), trustedProxies })
  app.get('/test-address', (asked) => asked.ip)
  const headers = { 'x-forwarded-for': '203.0.113.9' }
  const { body } = await app.inject({ url: '/test-address', headers, remoteAddress: from })
  await app.close()
  await platform.pool.end()
  return body
}

function makeCertificate(name: string): { certificateFile: string; keyFile: string } {
  const certificateFile = join(folder, `${name}.crt`)
  const keyFile = join(folder, `${name}.key`)
  const args =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'.split(' ')
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const { status, stderr } = spawnSync('openssl', [
    ...args,
    ...names,
    '-keyout',
    keyFile,
    '-out',
    certificateFile,
  ])
  assert.equal(status, 0, `openssl could not make a certificate: ${stderr}`)
  return { certificateFile, keyFile }
}

async function anOfficer(): Promise<{ login: string; password: string }> {
  const pool = openPool({ url: database.ownerUrl, connections: 1 })
  const { accounts } = await makeRealTenant(
    { pool, keys: testKeys },
    {
      code: 'https',
      name: '测试市测试区总工会',
      divisionCode: '330299',
      system: { name: '甲测试', login: 'https-system' },
      security: { name: '乙测试', login: 'https-security' },
      audit: { name: '丙测试', login: 'https-audit' },
      officer: { name: '丁测试', login: 'https-officer' },
    },
  )
  await pool.end()
  const { login, initialPassword } = accounts.at(-1)!
  return { login, password: initialPassword }
}

interface Answer {
  status: number | undefined
  headers: IncomingMessage['headers']
  body: string
}

function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(path, { method: 'GET', headers }, '')
}

function post(path: string, body: object): Promise<Answer> {
  return ask(path, { method: 'POST', headers: { 'content-type': 'application/json' } }, JSON.stringify(body))
}

/** Asks as a browser does that has our certificate in its list: any other would fail the handshake. */
async function ask(
  path: string,
  options: { method: string; headers: Record<string, string> },
  body: string,
): Promise<Answer> {
  const asked = request(`${server.url}${path}`, {
    ...options,
    ca: readFileSync(own.certificateFile),
    agent: false,
  })
  asked.end(body)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += chunk
  return { status: response.statusCode, headers: response.headers, body: text }
}
