import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeAnswer } from '#contract/activation.ts'
import type { Me } from '#contract/sessions.ts'
import { createServer } from '#server/main.ts'
import { TestClient } from '#server/test/client.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import {
  makeDemoTenant,
  makeMember,
  messageAfter,
  stranger,
  type RosterPerson,
} from './test/roster-people.ts'

const goodPassword = 'zhe ge mi ma gou chang'
const claimOf = ({ name, documentTail, mobile }: RosterPerson) => ({ name, documentTail, mobile })

async function requestedBy(client: TestClient, claim: object): Promise<string> {
  const { status, body } = await client.post<{ requestId: string }>('/activation/codes', claim)
  assert.equal(status, 201)
  return body.requestId
}

async function ticketByCode(person: RosterPerson): Promise<string> {
  const client = await stranger()
  let requestId = ''
  const text = await messageAfter(person.mobile, async () => {
    requestId = await requestedBy(client, claimOf(person))
  })
  const code = /\d{6}/.exec(text)![0]
  const { body } = await client.post<CodeAnswer>(`/activation/codes/${requestId}/tries`, { code })
  assert.equal(body.outcome, 'right')
  return body.proof!.ticket
}

test('a worker of the roster gets a code, chooses the own mobile as log-in, and is signed in', async () => {
  const tenant = await makeDemoTenant()
  const person = await makeMember(tenant, { unionId: tenant.north.unionId })
  const ticket = await ticketByCode(person)
  const worker = await stranger()
  const choice = { ticket, login: person.mobile, password: goodPassword }
  const { status, body } = await worker.post<{ me: Me }>('/activation/completions', choice)
  assert.equal(status, 201)
  assert.equal(body.me.person.id, person.personId)
  assert.equal((await worker.get<Me>('/me')).body.person.id, person.personId)
  const again = await worker.post('/activation/completions', choice)
  assert.equal(again.status, 422)
  assert.equal(again.body.error.code, 'activation.ticket_over')
  await (await stranger()).signIn(person.mobile, goodPassword)
})

test('whoever does not fit gets the same answer and no message: another name, another end, another number', async () => {
  const tenant = await makeDemoTenant()
  const person = await makeMember(tenant, { unionId: tenant.north.unionId })
  const client = await stranger()
  const claim = claimOf(person)
  const wrong = [
    { ...claim, name: '别测试' },
    { ...claim, documentTail: '000000' },
    { ...claim, mobile: '13700000001' },
  ]
  const shapes = new Set<string>()
  await messageAfter(person.mobile, async () => {
    for (const each of [...wrong, claim]) {
      const { status, body } = await client.post<{ requestId: string }>('/activation/codes', each)
      shapes.add(`${status} ${Object.keys(body).join()} ${body.requestId.length}`)
    }
  })
  assert.equal(shapes.size, 1)
  const { rows } = await (
    await testServer()
  ).owner.query<{ n: number }>('select count(*)::int as n from messages where tenant_id = $1', [tenant.id])
  assert.equal(rows[0]!.n, 1)
})

test('when a claim fits two persons neither gets a code: nobody may be taken for the other', async () => {
  const [tenant, other] = [await makeDemoTenant(), await makeDemoTenant()]
  const person = await makeMember(tenant, { unionId: tenant.north.unionId })
  const holderOf = async () => {
    const requestId = await requestedBy(await stranger(), claimOf(person))
    const { owner } = await testServer()
    const asked = 'select tenant_id from one_time_codes where id = $1'
    return (await owner.query<{ tenant_id: string | null }>(asked, [requestId])).rows[0]!.tenant_id
  }
  assert.equal(await holderOf(), tenant.id)
  await makeMember(other, { unionId: other.north.unionId, like: person })
  assert.equal(await holderOf(), null)
})

test('a log-in somebody else has is refused, and so is somebody else’s number', async () => {
  const tenant = await makeDemoTenant()
  const [first, second] = [
    await makeMember(tenant, { unionId: tenant.north.unionId }),
    await makeMember(tenant, { unionId: tenant.north.unionId }),
  ]
  const login = `gong${first.mobile}`
  const client = await stranger()
  const choose = async (person: RosterPerson, chosen: string) =>
    client.post('/activation/completions', {
      ticket: await ticketByCode(person),
      login: chosen,
      password: goodPassword,
    })
  assert.equal((await choose(first, login)).status, 201)
  const taken = await choose(second, ` ${login} `)
  assert.equal(taken.body.error.code, 'accounts.login_taken')
  const foreign = await choose(second, first.mobile)
  assert.deepEqual(foreign.body.error.fields, [{ path: 'login', code: 'activation.login_digits' }])
})

test('a forgotten password is renewed the same way: old sessions end, the second factor is still asked for', async () => {
  const tenant = await makeDemoTenant()
  const person = await makeMember(tenant, { unionId: tenant.north.unionId })
  const old = await stranger()
  const choice = { ticket: await ticketByCode(person), login: person.mobile, password: goodPassword }
  assert.equal((await old.post('/activation/completions', choice)).status, 201)
  const { owner } = await testServer()
  await owner.query(
    `update accounts set totp_cipher = '\\x00', totp_confirmed_at = now() where tenant_id = $1 and person_id = $2`,
    [tenant.id, person.personId],
  )
  const newPassword = 'yi ge xin de mi ma'
  const renewed = await (
    await stranger()
  ).post<{ me: Me | null }>('/activation/completions', {
    ticket: await ticketByCode(person),
    password: newPassword,
  })
  assert.equal(renewed.status, 201)
  assert.equal(renewed.body.me, null)
  assert.equal((await old.get('/me')).status, 401)
  const signIn = await (await stranger()).post('/sessions', { login: person.mobile, password: newPassword })
  assert.equal(signIn.body.error.code, 'sessions.totp_needed')
})

test('T25: over two servers a number gets five codes a day and five tries each: at most 25 guesses in a million', async () => {
  const { app, database, dataFolder } = await testServer()
  const second = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
  })
  await second.app.ready()
  try {
    const tenant = await makeDemoTenant()
    const person = await makeMember(tenant, { unionId: tenant.north.unionId })
    const robots = [new TestClient(app), new TestClient(second.app)]
    const asked = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        robots[at % 2]!.post<{ requestId: string }>('/activation/codes', claimOf(person)),
      ),
    )
    const opened = asked.filter(({ status }) => status === 201)
    assert.equal(opened.length, 5)
    assert.deepEqual(
      asked.filter(({ status }) => status !== 201).map(({ status, body }) => `${status} ${body.error.code}`),
      Array.from({ length: 11 }, () => '429 activation.too_many_codes'),
    )
    let judged = 0
    for (const { body } of opened) {
      const tries = Array.from({ length: 12 }, (_, at) =>
        robots[at % 2]!.post<CodeAnswer>(`/activation/codes/${body.requestId}/tries`, {
          code: String(at).padStart(6, '0'),
        }),
      )
      judged += (await Promise.all(tries)).filter(({ body: answer }) => answer.outcome === 'wrong').length
    }
    assert.ok(judged <= 25, `${judged} guesses were judged`)
    assert.ok(judged / 1e6 <= 5e-5)
  } finally {
    await second.app.close()
    await second.platform.pool.end()
  }
})
