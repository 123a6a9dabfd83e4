// Asks the built server every question of its contract, as all accounts of the demo at once, downloads included: what works from the sources may lack
// a file or a library once it is built. Plain JavaScript: it runs on what `npm start` left.
import { readFileSync } from 'node:fs'

const table = new URL('../web/src/kit/operations.generated.ts', import.meta.url)
const line = /^ {2}(\w+): \['(GET|POST)', '([^']+)', '(json|download)'\],$/gm

/** Downloads that are asked by POST. */
const workbook = /\/workbook$|\/export$/

/** What is answered to "this field is missing"; of a list, its members are tried in turn. */
const fields = {
  language: 'zh',
  purpose: '核对数据',
  filter: {},
  format: ['xlsx', 'csv', 'json'],
  q: '工会',
  permission: 'people.read',
  from: '2026-01-01',
  to: '2026-12-31',
  on: '2026-06-30',
  givenOn: '2026-06-30',
  month: '2026-05',
  category: 'birthday',
  ageFrom: '20',
  ageTo: '40',
  totalFen: '100000',
}

/** Parts of a path that are words. */
const words = {
  document: ['notice', 'roll', 'report'],
  paper: ['sheet', 'list'],
}

/** Of a question about one row, so many rows are tried until one answers. */
const tries = 4

/**
 * Questions and downloads of the demo's accounts.
 * @throws Error when an answer is an accident (5xx), when a download is empty, or when too few questions were answered at all.
 */
export async function askEverything(address) {
  const operations = [...readFileSync(table, 'utf8').matchAll(line)]
    .map(([, id, method, path, kind]) => ({ id, method, path, kind }))
    .filter(({ method, path, kind }) => method === 'GET' || (kind === 'download' && workbook.test(path)))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
  const named = new Set(operations.flatMap(({ path }) => path.split('/').filter((part) => part[0] === ':')))
  const { logins } = await (await fetch(`${address}/api/v1/demo-logins`)).json()
  const answered = new Set()
  const accidents = []
  const askAs = async ({ login, password }) => {
    const ask = await signIn(address, login, password)
    const known = new Map([
      ...Object.entries(words).map(([name, each]) => [`:${name}`, each]),
      [':federationCode', [login.split('@')[1]]],
    ])
    for (const { id, method, path, kind } of operations) {
      // Lists are asked of everybody, as they name the rows; about a row one answer is enough.
      if (answered.has(id) && (kind === 'download' || path.includes('/:'))) continue
      for (const concrete of pathsOf(path, known)) {
        const { status, bytes } = await askFilled(ask, { method, path: concrete, known })
        if (status >= 500) accidents.push(`${login}: ${method} ${path} answered ${status}`)
        if (status !== 200) continue
        if (kind === 'json') note(known, { named, path, answer: JSON.parse(bytes.toString()) })
        else if (bytes.length === 0) accidents.push(`${login}: ${path} is empty`)
        answered.add(id)
        break
      }
    }
  }
  await Promise.all(logins.map(askAs))
  if (accidents.length > 0) throw new Error(accidents.join('\n'))
  const never = operations.filter(({ id }) => !answered.has(id)).map(({ id }) => id)
  if (never.length > operations.length * 0.2)
    throw new Error(
      `${never.length} of ${operations.length} questions were never answered: ${never.join(', ')}`,
    )
  console.log(
    `the built server answered ${answered.size} of ${operations.length} questions to ${logins.length} accounts (never ${never.join(', ')})`,
  )
}

async function signIn(address, login, password) {
  const send = async (method, path, headers, body) => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { answer, status: answer.status, bytes: await bytesOf(answer) }
  }
  const { answer, status, bytes } = await send('POST', '/sessions', {}, { login, password })
  if (status !== 200 && status !== 201) throw new Error(`${login} cannot sign in: ${status}`)
  const headers = {
    cookie: answer.headers.get('set-cookie').split(';')[0],
    'x-csrf-token': JSON.parse(bytes.toString()).csrfToken,
  }
  return (method, path, filled) =>
    method === 'GET'
      ? send(method, `${path}?${new URLSearchParams(filled)}`, headers)
      : send(method, path, headers, filled)
}

/** What an answer holds; a stream of events would never end, and nothing of it is read. */
async function bytesOf(answer) {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream'))
    return Buffer.from(await answer.arrayBuffer())
  await answer.body.cancel()
  return Buffer.from('{}')
}

/** Asks, and asks again with the fields that the server said are missing or wrong. */
async function askFilled(ask, { method, path, known }) {
  const first = await patient(() => ask(method, path, {}))
  if (first.status !== 400) return first
  const missing = (JSON.parse(first.bytes.toString()).error.fields ?? []).map((field) => field.path)
  const filled = {}
  for (const name of missing) {
    const value = fields[name] ?? known.get(`:${name}`)?.[0]
    if (value === undefined) return first
    filled[name] = value
  }
  for (const format of Array.isArray(filled.format) ? filled.format : [null]) {
    const again = await patient(() => ask(method, path, format === null ? filled : { ...filled, format }))
    if (again.status !== 400) return again
  }
  return first
}

/** Asks again when the server said that it was asked too often. */
async function patient(ask) {
  for (;;) {
    const answer = await ask()
    if (answer.status !== 429) return answer
    const { seconds } = JSON.parse(answer.bytes.toString()).error.params
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
}

/** The path with rows that earlier answers named; none when a part of it is not known. */
function pathsOf(path, known) {
  const parts = path.split('/')
  const at = parts.findIndex((part) => part.startsWith(':'))
  if (at === -1) return [path]
  const before = parts.slice(0, at).join('/')
  const rows = known.get(before) ?? known.get(parts[at]) ?? []
  return rows
    .slice(0, tries)
    .flatMap((row) => pathsOf([before, row, ...parts.slice(at + 1)].join('/'), known))
}

/** Keeps what an answer names: the ids of a list under its path and its noun, and whatever has the name of a part of some path. */
function note(known, { named, path, answer }) {
  const add = (key, value) => known.set(key, [...new Set([...(known.get(key) ?? []), String(value)])])
  const look = (value) => {
    if (Array.isArray(value)) for (const each of value) look(each)
    else if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) {
        if (named.has(`:${key}`) && ['string', 'number'].includes(typeof inner)) add(`:${key}`, inner)
        else look(inner)
      }
  }
  look(answer)
  const list = Array.isArray(answer)
    ? answer
    : (answer.items ?? Object.values(answer).find(Array.isArray) ?? [])
  const noun = path
    .split(/[/-]/)
    .at(-1)
    .replace(/(?<=(ch|x|s))es$|s$/, '')
  for (const row of list)
    if (typeof row?.id === 'string') {
      add(path, row.id)
      add(`:${noun}Id`, row.id)
    }
}
