import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { startServer, type RunningServer } from '#server/main.ts'
import { inPlumbing } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { admittedOf, fail, half, succeed, type From, type Outcome } from './test/guessing.ts'
import { goodPassword, makeAccount } from './test/make-account.ts'

const login = () => `guessed-${newId()}`
const codeOf = (outcome: Outcome) => ('code' in outcome ? outcome.code : 'let through')

/** Fails so many times in a row; gives what came of each. */
async function failTimes(times: number, from: From): Promise<Outcome[]> {
  const { platform } = await testServer()
  const outcomes: Outcome[] = []
  for (let i = 0; i < times; i += 1) outcomes.push(await fail(platform, from))
  return outcomes
}

/** Lets so many seconds go by for every counter. */
async function pass(seconds: number): Promise<void> {
  const { owner } = await testServer()
  await owner.query(
    `update limits set window_started_at = window_started_at - $1 * interval '1 second',
      blocked_until = blocked_until - $1 * interval '1 second', admitted_at = admitted_at - $1 * interval '1 second'`,
    [seconds],
  )
}

/** A second server on the same database, until the test ends. */
async function secondServer(t: TestContext): Promise<RunningServer> {
  const { database, dataFolder } = await testServer()
  const server = await startServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
  })
  t.after(() => server.close())
  return server
}

test('1: the sixth wrong attempt from one place waits a minute', async () => {
  const outcomes = await failTimes(6, { login: login() })
  assert.equal(admittedOf(outcomes), 5)
  assert.equal(codeOf(outcomes[5]!), 'sessions.locked')
  assert.ok('seconds' in outcomes[5]! && outcomes[5].seconds > 55 && outcomes[5].seconds <= 60)
})

test('2: after the minute there is one try, then two minutes, four, and never more than thirty', async () => {
  const from = { login: login() }
  await failTimes(5, from)
  for (const block of [60, 120, 240, 480, 960, 1800, 1800]) {
    await pass(block - 2)
    assert.equal(admittedOf(await failTimes(1, from)), 0)
    await pass(3)
    assert.equal(admittedOf(await failTimes(2, from)), 1)
  }
})

test('3: a success forgets the failures before it', async () => {
  const { platform } = await testServer()
  const from = { login: login() }
  await failTimes(4, from)
  await succeed(platform, from)
  assert.equal(admittedOf(await failTimes(6, from)), 5)
})

test('4: a quarter of an hour of quiet forgets them, too', async () => {
  const from = { login: login() }
  await failTimes(4, from)
  await pass(901)
  assert.equal(admittedOf(await failTimes(6, from)), 5)
})

test('5: a log-in that nobody has is counted like one that somebody has', async () => {
  const tenant = await makeTenant()
  const { login: known } = await makeAccount(tenant)
  const outcomes = [await failTimes(7, { login: known }), await failTimes(7, { login: login() })]
  assert.deepEqual(outcomes[0]!.map(codeOf), outcomes[1]!.map(codeOf))
})

test('6: another log-in from the same address is not concerned', async () => {
  await failTimes(6, { login: login(), address: '203.0.113.60' })
  assert.equal(admittedOf(await failTimes(1, { login: login(), address: '203.0.113.60' })), 1)
})

test('7: the holder signs in elsewhere while a stranger’s place is shut', async () => {
  const { platform } = await testServer()
  const name = login()
  await failTimes(6, { login: name, address: '203.0.113.70' })
  assert.ok('attempt' in (await succeed(platform, { login: name, address: '203.0.113.71' })))
})

test('8: a hundred failures in a day from wherever, and strangers are refused until the day is over', async () => {
  const { platform } = await testServer()
  const name = login()
  for (let i = 0; i < 100; i += 1)
    assert.equal(admittedOf([await fail(platform, { login: name, address: `10.8.${i}.1` })]), 1)
  const next = await fail(platform, { login: name, address: '10.8.200.1' })
  assert.equal(codeOf(next), 'sessions.locked')
  await pass(86_401)
  assert.equal(admittedOf([await fail(platform, { login: name, address: '10.8.201.1' })]), 1)
})

test('9, 10, 11: but the known browser gets in, from anywhere, and so does the known address', async () => {
  const { platform } = await testServer()
  const name = login()
  const home = { login: name, address: '198.51.100.9' }
  const { deviceToken } = await succeed(platform, home)
  for (let i = 0; i < 100; i += 1) await fail(platform, { login: name, address: `10.9.${i}.1` })
  assert.equal(codeOf(await fail(platform, { login: name, address: '10.9.200.1' })), 'sessions.locked')
  const travelling = { login: name, address: '198.51.100.77', deviceToken: deviceToken! }
  assert.ok('attempt' in (await succeed(platform, { ...home, deviceToken: deviceToken! })))
  assert.ok('attempt' in (await succeed(platform, travelling)))
  assert.ok('attempt' in (await succeed(platform, home)))
})

test('12: a known browser is not trusted without end: five, then it waits, and a hundred a day', async () => {
  const { platform } = await testServer()
  const name = login()
  const { deviceToken } = await succeed(platform, { login: name })
  const stolen = { login: name, deviceToken: deviceToken! }
  assert.equal(admittedOf(await failTimes(6, stolen)), 5)
  let admitted = 5
  for (let i = 0; i < 110; i += 1) {
    await pass(750)
    admitted += admittedOf([await fail(platform, stolen)])
  }
  assert.ok(admitted <= 100, `${admitted} in a day`)
})

test('13: a browser’s token that was made up, or belongs to another log-in, is a stranger’s', async () => {
  const { platform } = await testServer()
  const { deviceToken } = await succeed(platform, { login: login(), address: '198.51.100.13' })
  const name = login()
  const tokens = [
    'A'.repeat(22),
    'B'.repeat(22),
    deviceToken!,
    'C'.repeat(22),
    'D'.repeat(22),
    'E'.repeat(22),
  ]
  const outcomes: Outcome[] = []
  for (const token of tokens) outcomes.push(await fail(platform, { login: name, deviceToken: token }))
  assert.equal(admittedOf(outcomes), 5)
})

test('14: fifty attempts at the same moment over two servers: five are let through', async (t) => {
  const { platform } = await testServer()
  const other = (await secondServer(t)).platform
  const from = { login: login() }
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) => fail(i % 2 === 0 ? platform : other, from)),
  )
  assert.equal(admittedOf(outcomes), 5)
})

test('14, control: counting without the lock lets more through', async () => {
  const { platform } = await testServer()
  const key = Buffer.from(newId())
  await inPlumbing(platform.pool, (tx) =>
    sql`insert into limits (key_hash, failures, window_started_at) values (${key}, 0, now())`.execute(tx),
  )
  const everybodyHasRead = Promise.withResolvers<void>()
  let read = 0
  const admitted = await Promise.all(
    Array.from({ length: 8 }, () =>
      inPlumbing(platform.pool, async (tx) => {
        const { rows } = await sql<{ failures: number }>`
          select failures from limits where key_hash = ${key}`.execute(tx)
        if (++read === 8) everybodyHasRead.resolve()
        await everybodyHasRead.promise
        if (rows[0]!.failures >= 5) return false
        await sql`update limits set failures = ${rows[0]!.failures + 1} where key_hash = ${key}`.execute(tx)
        return true
      }),
    ),
  )
  assert.equal(admitted.filter((each) => each).length, 8)
})

test('15: one password tried on many log-ins is noticed once, and slowed to one try in two seconds', async () => {
  const { platform } = await testServer()
  const outcomes: Outcome[] = []
  for (let i = 0; i < 60; i += 1)
    outcomes.push(await fail(platform, { login: login(), address: '192.0.2.15' }))
  const noticed = outcomes.filter((each) => 'attempt' in each && each.attempt.sprayingNoticed)
  assert.equal(noticed.length, 1)
  assert.ok(admittedOf(outcomes) <= 23, `${admittedOf(outcomes)} let through`)
  assert.ok(outcomes.some((each) => codeOf(each) === 'sessions.slowed'))
})

test('16: the addresses of one IPv6 household are one address', async () => {
  const { platform } = await testServer()
  const outcomes: Outcome[] = []
  for (let i = 0; i < 40; i += 1)
    outcomes.push(await fail(platform, { login: login(), address: `2001:db8:16:1::${i}` }))
  assert.ok(admittedOf(outcomes) <= 23)
})

test('17: sixty known phones behind the attacker’s address keep signing in', async () => {
  const { platform } = await testServer()
  const address = '192.0.2.17'
  const phones: From[] = []
  for (let i = 0; i < 60; i += 1) {
    const phone = { login: login(), address }
    const { deviceToken } = await succeed(platform, phone)
    phones.push({ ...phone, deviceToken: deviceToken! })
  }
  for (let i = 0; i < 30; i += 1) await fail(platform, { login: login(), address })
  assert.equal(codeOf(await fail(platform, { login: login(), address })), 'sessions.slowed')
  for (const phone of phones) assert.ok('attempt' in (await succeed(platform, phone)))
})

test('18: eighty new phones of one factory, every fourth mistyping first, are not slowed', async () => {
  const { platform } = await testServer()
  for (let i = 0; i < 80; i += 1) {
    const phone = { login: login(), address: '192.0.2.18' }
    if (i % 4 === 0) assert.ok('attempt' in (await fail(platform, phone)))
    assert.ok('attempt' in (await succeed(platform, phone)), `phone ${i}`)
  }
})

test('19: a slowed address is never shut: after two seconds a stranger has a try', async () => {
  const { platform } = await testServer()
  const address = '192.0.2.19'
  for (let i = 0; i < 30; i += 1) await fail(platform, { login: login(), address })
  for (let i = 0; i < 5; i += 1) {
    await pass(2)
    assert.ok('attempt' in (await succeed(platform, { login: login(), address })))
  }
})

test('20: capitals and blanks make no other log-in', async () => {
  const name = login()
  await failTimes(3, { login: name })
  await failTimes(2, { login: ` ${name.toUpperCase()} ` })
  assert.equal(admittedOf(await failTimes(1, { login: name })), 0)
})

test('being asked for the second factor costs nothing, a wrong one counts', async () => {
  const { platform } = await testServer()
  const from = { login: login() }
  await failTimes(4, from)
  for (let i = 0; i < 10; i += 1) assert.ok('attempt' in (await half(platform, from)))
  assert.equal(admittedOf(await failTimes(2, from)), 1)
})

test('over HTTP the limits hold across two servers, and a shut place refuses the right password as well', async (t) => {
  const { app } = await testServer()
  const { app: other } = await secondServer(t)
  const tenant = await makeTenant()
  const account = await makeAccount(tenant)
  const send = (server: typeof app, password: string) =>
    server.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      remoteAddress: '192.0.2.99',
      payload: { login: account.login, password },
    })
  const statuses: number[] = []
  for (let i = 0; i < 5; i += 1) statuses.push((await send(i % 2 ? app : other, 'wrong')).statusCode)
  assert.deepEqual(statuses, [401, 401, 401, 401, 401])
  assert.equal((await send(app, goodPassword)).statusCode, 429)
  assert.equal((await send(other, goodPassword)).statusCode, 429)
})
