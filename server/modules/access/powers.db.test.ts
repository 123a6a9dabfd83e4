import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccessExplanation } from '#contract/access.ts'
import type { Delegation } from '#contract/appointments.ts'
import type { Me } from '#contract/sessions.ts'
import { createServer } from '#server/main.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'

const me = async (client: TestClient) => (await client.get<Me>('/me')).body
const inDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** A chair of the northern union, and a clerk there who has nothing but what is passed on. */
async function chairAndClerk() {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const clerk = await tenant.officer('judge', tenant.north.employerId)
  const { today } = await me(chair)
  const pass = async (change: object = {}, giver = chair) =>
    giver.post<{ delegationId: string }>('/delegations', {
      receiverId: (await me(clerk)).actingAs!.id,
      permissions: ['people.read'],
      organisationId: tenant.north.unionId,
      reach: 'subtree',
      reason: '外出学习期间',
      startsOn: today,
      endsBefore: inDays(today, 30),
      ...change,
    })
  return { tenant, chair, clerk, today, pass }
}

test('a power passed on works at the next request, for its place only, and stops when it is taken back', async () => {
  const { tenant, chair, clerk, pass } = await chairAndClerk()
  assert.equal((await clerk.get('/members')).status, 403)
  const { body, status } = await pass()
  assert.equal(status, 201)
  assert.equal((await clerk.get(`/members?organisationId=${tenant.north.unionId}`)).status, 200)
  assert.equal((await clerk.get(`/members?organisationId=${tenant.south.unionId}`)).status, 404)
  const seen = await clerk.get<{ received: Delegation[] }>('/me/delegations')
  assert.equal(seen.body.received[0]?.state, 'running')
  assert.equal(
    (await clerk.post(`/delegations/${body.delegationId}/ending`, { reason: '不想要了' })).status,
    404,
  )
  assert.equal(
    (await chair.post(`/delegations/${body.delegationId}/ending`, { reason: '提前返岗' })).status,
    200,
  )
  assert.equal((await clerk.get('/members')).status, 403)
  const again = await chair.post(`/delegations/${body.delegationId}/ending`, { reason: '再点一次' })
  assert.equal(again.status, 409)
})

test('only what is one’s own goes on: not beyond one’s reach, not what stays with the post, not a second step, not to oneself', async () => {
  const { tenant, chair, clerk, today, pass } = await chairAndClerk()
  const code = async (change: object, giver?: TestClient) => (await pass(change, giver)).body.error.code
  assert.equal(await code({ organisationId: tenant.south.unionId }), 'common.not_found')
  assert.equal(await code({ permissions: ['appointments.read'] }), 'access.not_yours_to_pass_on')
  assert.equal(await code({ permissions: ['organisations.write'] }), 'access.not_yours_to_pass_on')
  assert.equal(await code({ endsBefore: inDays(today, 400) }), 'access.delegation_too_long')
  assert.equal(await code({ receiverId: (await me(chair)).actingAs!.id }), 'access.not_to_oneself')
  assert.equal(await code({ startsOn: inDays(today, -1) }), 'common.invalid')
  const security = await tenant.officer('security_administrator', tenant.north.unionId)
  assert.equal(await code({ receiverId: (await me(security)).actingAs!.id }), 'access.administrators_apart')
  await pass()
  const officer = await tenant.officer('union_officer', tenant.north.unionId)
  assert.equal(await code({ receiverId: (await me(officer)).actingAs!.id }, clerk), 'common.forbidden')
})

test('the security administrator sees every delegation and takes any back; another officer finds none', async () => {
  const { tenant, clerk, pass } = await chairAndClerk()
  const { body } = await pass()
  const security = await tenant.officer('security_administrator', tenant.federationId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const { body: all } = await security.get<{ items: Delegation[] }>('/delegations?state=running')
  assert.deepEqual(
    all.items.map((each) => each.id),
    [body.delegationId],
  )
  const end = (client: TestClient) =>
    client.post(`/delegations/${body.delegationId}/ending`, { reason: '岗位调整' })
  assert.equal((await end(street)).status, 404)
  assert.equal((await end(security)).status, 200)
  assert.equal((await clerk.get('/members')).status, 403)
})

async function tokenOf(chair: TestClient, permissions: string[]) {
  const { today } = await me(chair)
  return chair.post<{ tokenId: string; token: string }>('/me/tokens', {
    name: '统计程序',
    permissions,
    endsBefore: inDays(today, 90),
  })
}

test('a program does what its token names and its appointment may, nothing of the person’s own, and stops when revoked', async () => {
  const { tenant, chair } = await chairAndClerk()
  const { body } = await tokenOf(chair, ['people.read'])
  const program = chair.asProgram(body.token)
  assert.equal((await program.get(`/members?organisationId=${tenant.north.unionId}`)).status, 200)
  assert.equal((await program.get(`/members?organisationId=${tenant.south.unionId}`)).status, 404)
  for (const [method, path] of [
    ['GET', '/organisations'],
    ['GET', '/me'],
    ['GET', '/me/file'],
    ['GET', '/me/card'],
    ['POST', '/me/tokens'],
    ['POST', '/me/appointment'],
    ['POST', '/me/totp'],
    ['POST', '/members/export'],
  ] as const)
    assert.equal((await program.request(method, path)).status, 403, path)
  assert.equal((await chair.post(`/me/tokens/${body.tokenId}/ending`)).status, 200)
  const stopped = await program.get('/members')
  assert.deepEqual([stopped.status, stopped.body.error.code], [401, 'common.token_unknown'])
})

test('a program’s write needs no token of the page, and the cookie beside a wrong token counts for nothing', async () => {
  const { chair, tenant } = await chairAndClerk()
  const { app } = await testServer()
  const { body } = await tokenOf(chair, ['people.write'])
  const write = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/members',
      headers,
      payload: { unionId: tenant.north.unionId, name: '孙测试', joinedOn: '2024-01-01' },
    })
  assert.equal((await write({ authorization: `Bearer ${body.token}` })).statusCode, 201)
  assert.equal((await write({ ...chair.headers, authorization: 'Bearer ghp_wrong' })).statusCode, 401)
})

test('a token names only what the post has and programs may have, for a year at most', async () => {
  const { chair, today } = await chairAndClerk()
  const code = async (permissions: string[]) => (await tokenOf(chair, permissions)).body.error.code
  assert.equal(await code(['organisations.write']), 'access.not_for_a_token')
  assert.equal(await code(['delegations.write']), 'access.not_for_a_token')
  assert.equal(await code(['own.read']), 'access.not_for_a_token')
  const tooLong = await chair.post('/me/tokens', {
    name: '统计程序',
    permissions: ['people.read'],
    endsBefore: inDays(today, 400),
  })
  assert.equal(tooLong.body.error.code, 'access.token_too_long')
})

test('at midnight in Shanghai the term is over: session, delegation and token have nothing any more', async () => {
  const tenant = await makeTenant()
  const term = { startsOn: '2020-01-01', endsBefore: '2027-02-01' }
  const chair = await tenant.officer('union_chair', tenant.north.unionId, term)
  const clerk = await tenant.officer('judge', tenant.north.employerId)
  const { today } = await me(chair)
  await chair.post('/delegations', {
    receiverId: (await me(clerk)).actingAs!.id,
    permissions: ['people.read'],
    organisationId: tenant.north.unionId,
    reach: 'subtree',
    reason: '外出学习期间',
    startsOn: today,
    endsBefore: inDays(today, 300),
  })
  const { body } = await tokenOf(chair, ['people.read'])
  const program = chair.asProgram(body.token)
  const at = async (clock: string) => statusesAt(clock, { tenant, chair, clerk, program })
  assert.deepEqual(await at('2027-01-31T15:59:59Z'), [200, 200, 200])
  assert.deepEqual(await at('2027-01-31T16:00:00Z'), [403, 403, 401])
})

/** What another server process answers whose clock stands at that instant. */
async function statusesAt(
  clock: string,
  {
    chair,
    clerk,
    program,
  }: { tenant: TestTenant; chair: TestClient; clerk: TestClient; program: TestClient },
): Promise<number[]> {
  const { database, dataFolder } = await testServer()
  const { app, platform } = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    clock,
  })
  const statuses: number[] = []
  for (const client of [chair, clerk, program]) statuses.push((await client.at(app).get('/members')).status)
  await app.close()
  await platform.pool.end()
  return statuses
}

test('“why can’t I” names the way: another own post, an ended one, the posts that have it and who gives them', async () => {
  const { tenant, clerk, chair } = await chairAndClerk()
  const ask = async (client: TestClient, query: string) =>
    (await client.get<AccessExplanation>(`/access/explanation?${query}`)).body
  const cannot = await ask(clerk, 'permission=people.reveal')
  assert.equal(cannot.reason, 'no_function')
  assert.ok(cannot.posts.some((each) => each.post === 'union_chair'))
  assert.ok(cannot.appointers.includes('street_officer'))
  assert.equal(cannot.canBeDelegated, true)
  const can = await ask(chair, `permission=people.reveal&organisationId=${tenant.north.employerId}`)
  assert.deepEqual([can.allowed, can.because[0]?.document], [true, 'Gonghui preset 1'])
  const far = await ask(chair, `permission=people.reveal&organisationId=${tenant.south.unionId}`)
  const nowhere = await ask(chair, `permission=people.reveal&organisationId=${tenant.id}`)
  assert.equal(far.reason, 'out_of_scope')
  assert.deepEqual(far, nowhere)
})

test('“why can’t I” says which own post would do and which one is over', async () => {
  const { tenant, pass } = await chairAndClerk()
  await pass()
  const former = await tenant.officer('street_officer', tenant.south.streetId, {
    startsOn: '2020-01-01',
    endsBefore: '2024-07-01',
  })
  const ended = await former.get<AccessExplanation>('/access/explanation?permission=people.read')
  assert.deepEqual(
    ended.body.ended.map((each) => [each.post, each.endedOn]),
    [['street_officer', '2024-06-30']],
  )
  assert.equal(ended.body.reason, 'no_appointment')
})

test('the security administrator may ask why another cannot, and the question is in the audit log', async () => {
  const { tenant, clerk } = await chairAndClerk()
  const security = await tenant.officer('security_administrator', tenant.federationId)
  const auditor = await tenant.officer('audit_administrator', tenant.federationId)
  const appointmentId = (await me(clerk)).actingAs!.id
  const { body } = await security.post<AccessExplanation>(
    `/access/appointments/${appointmentId}/explanation`,
    {
      permission: 'people.read',
    },
  )
  assert.equal(body.reason, 'no_function')
  const { body: log } = await auditor.get<{ items: { action: string }[] }>('/audit/entries?limit=20')
  assert.ok(log.items.some((entry) => entry.action === 'access.explained_of'))
})
