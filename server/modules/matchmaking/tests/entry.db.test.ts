import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AttestationRow, OwnMatchmaking, OwnProfile } from '#contract/matchmaking-entry.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeSingle, profileInput, signedInSingle } from './make-single.ts'

const own = '/me/matchmaking'
const stand = async (client: TestClient) => (await client.get<OwnMatchmaking>(own)).body
const next = async (client: TestClient) => (await stand(client)).steps.find((each) => each.state !== 'done')
const codeOf = (answer: { body: unknown }) => (answer.body as { error?: { code: string } }).error?.code

test('from the consent to the profile, step by step: none can be taken before the one ahead of it', async () => {
  const tenant = await makeTenant()
  const { client } = await signedInSingle(tenant, { upTo: 'member' })
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const declare = () => client.post<object>(`${own}/declaration`, { textVersion: 1, single: true })
  const ask = () => client.post<object>(`${own}/attestation`)
  const create = () => client.post<object>(`${own}/profile`, profileInput())
  const waiting = async () =>
    (await chair.get<{ items: AttestationRow[] }>('/matchmaking/attestations')).body.items
  assert.deepEqual(await next(client), { step: 'consent', state: 'next' })
  assert.deepEqual(
    [codeOf(await declare()), codeOf(await ask()), codeOf(await create())],
    ['matchmaking.no_consent', 'matchmaking.no_consent', 'matchmaking.no_consent'],
  )
  const { version } = (await stand(client)).purpose
  await client.post('/me/consents', { purpose: 'matchmaking', version })
  assert.deepEqual(await next(client), { step: 'declaration', state: 'next' })
  assert.equal(codeOf(await ask()), 'matchmaking.no_declaration')
  assert.equal((await declare()).status, 201)
  assert.deepEqual(await next(client), { step: 'attestation', state: 'next' })
  assert.deepEqual(await waiting(), [], 'the unit sees nobody who has not asked')
  assert.equal((await ask()).status, 201)
  assert.deepEqual(await next(client), { step: 'attestation', state: 'waiting' })
  assert.equal(codeOf(await ask()), 'matchmaking.attestation_waits')
  assert.equal(codeOf(await create()), 'matchmaking.not_attested')
  const [row] = await waiting()
  const answer = (answer: string) =>
    chair.post<object>(`/matchmaking/attestations/${row!.id}/answer`, { answer })
  assert.equal((await answer('attested')).status, 200)
  assert.equal(codeOf(await answer('not_member')), 'matchmaking.attestation_answered')
  assert.deepEqual(await waiting(), [])
  assert.equal(codeOf(await ask()), 'matchmaking.attested_already')
  assert.deepEqual(await next(client), { step: 'profile', state: 'next' })
  assert.equal((await create()).status, 201)
  assert.equal(codeOf(await create()), 'matchmaking.profile_exists')
  assert.equal(await next(client), undefined)
})

test('the unit sees name, membership and work of whoever asks, and nothing that tells of a profile; other unions and levels see nothing', async () => {
  const tenant = await makeTenant()
  const { client } = await signedInSingle(tenant, { upTo: 'declaration' })
  await client.post(`${own}/attestation`)
  const list = async (officer: TestClient) => officer.get<{ items: object[] }>('/matchmaking/attestations')
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const [row] = (await list(chair)).body.items
  assert.deepEqual(Object.keys(row!).sort(), [
    'dueOn',
    'employedSince',
    'employerName',
    'id',
    'memberSince',
    'name',
    'organisationId',
    'requestedAt',
    'unionName',
  ])
  const elsewhere = await tenant.officer('union_chair', tenant.south.unionId)
  const district = await tenant.officer('federation_officer', tenant.federationId)
  assert.deepEqual((await list(elsewhere)).body.items, [])
  assert.equal((await list(district)).status, 403)
  const id = (row as AttestationRow).id
  assert.equal(
    (await elsewhere.post(`/matchmaking/attestations/${id}/answer`, { answer: 'attested' })).status,
    404,
  )
})

test('two officers who answer at once: one answer stands and the other is told', async () => {
  const tenant = await makeTenant()
  const { client } = await signedInSingle(tenant, { upTo: 'declaration' })
  await client.post(`${own}/attestation`)
  const chairs = await Promise.all([
    tenant.officer('union_chair', tenant.north.unionId),
    tenant.officer('union_officer', tenant.north.unionId),
  ])
  const { items } = (await chairs[0]!.get<{ items: AttestationRow[] }>('/matchmaking/attestations')).body
  const answers = await Promise.all(
    chairs.map((chair) =>
      chair.post(`/matchmaking/attestations/${items[0]!.id}/answer`, { answer: 'attested' }),
    ),
  )
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409])
})

test('a profile with a way to reach its author, the real name or limits turned round is refused at every such field at once', async () => {
  const tenant = await makeTenant()
  const { client } = await signedInSingle(tenant, { upTo: 'attestation', name: '林小海' })
  const refused = async (changes: Parameters<typeof profileInput>[0]) => {
    const answer = await client.post<{ error: { fields?: { path: string; code: string }[] } }>(
      `${own}/profile`,
      profileInput(changes),
    )
    return answer.body.error.fields?.map((each) => `${each.path} ${each.code}`)
  }
  for (const hopes of [
    '加微信聊',
    '电话 1 4 2 0 0 1 1',
    '一三八零零',
    'weixin号：abc',
    'haiyang_2020',
    'a@b.cn',
  ])
    assert.deepEqual(await refused({ hopes }), ['hopes matchmaking.tells_contact'], hopes)
  assert.deepEqual(await refused({ nickname: '小海' }), ['nickname matchmaking.nickname_is_name'])
  assert.deepEqual(await refused({ districtCode: '999999' }), ['districtCode matchmaking.district_unknown'])
  const limits = { ...profileInput().limits, ageFrom: 40, ageTo: 30 }
  assert.deepEqual(await refused({ limits, hobbies: ['QQ'] }), [
    'hobbies matchmaking.tells_contact',
    'limits.ageTo matchmaking.limits_turned',
  ])
  const created = await client.post<OwnProfile>(
    `${own}/profile`,
    profileInput({ hopes: '身高170以上，2年内成家' }),
  )
  assert.equal(created.status, 201, 'a year or a height is no contact')
})

test('what is written stands in no table in clear, and changing, resting and leaving do what they say', async () => {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  const { client, personId } = await signedInSingle(tenant, { upTo: 'attestation' })
  const words = { nickname: '测试昵称甲', hopes: '一段很特别的期望' }
  const { body } = await client.post<OwnProfile>(`${own}/profile`, profileInput(words))
  const { rows } = await owner.query(`select d::text as row from dating_profiles d where person_id = $1`, [
    personId,
  ])
  for (const word of Object.values(words)) assert.ok(!rows[0].row.includes(Buffer.from(word).toString('hex')))
  const change = (version: number) =>
    client.request<OwnProfile>('PUT', `${own}/profile`, {
      ...profileInput({ ...words, inPool: false }),
      version,
    })
  assert.equal((await change(body.version)).body.inPool, false)
  assert.equal(codeOf(await change(body.version)), 'matchmaking.profile_changed')
  await client.post(`${own}/profile/pause`)
  assert.deepEqual((await stand(client)).hiddenBecause, ['own_wish'])
  await client.post(`${own}/profile/return`)
  assert.deepEqual((await stand(client)).hiddenBecause, [])
  assert.equal((await client.post(`${own}/withdrawal`)).status, 200)
  assert.deepEqual(await next(client), { step: 'consent', state: 'next' })
  assert.equal((await client.get(`${own}/profile`)).status, 404)
  const left = await owner.query(`select 1 from dating_profiles where person_id = $1`, [personId])
  assert.equal(left.rowCount, 0)
})

test('nobody attests for themselves', async () => {
  const tenant = await makeTenant()
  const { client } = await signedInSingle(tenant, { upTo: 'declaration', post: 'union_chair' })
  await client.post(`${own}/attestation`)
  const { items } = (await client.get<{ items: AttestationRow[] }>('/matchmaking/attestations')).body
  const answer = await client.post(`/matchmaking/attestations/${items[0]!.id}/answer`, { answer: 'attested' })
  assert.equal(codeOf(answer), 'matchmaking.attests_oneself')
})

test('one who takes part in a tenant of its own finds nobody of another', async () => {
  const [here, there] = [await makeTenant(), await makeTenant()]
  const theirs = await there.inside((tx) => makeSingle(tx, there))
  const { shownCards } = await import('../entry/shown-cards.ts')
  const mine = await here.inside((tx) => makeSingle(tx, here))
  assert.equal((await here.inside((tx) => shownCards(tx, mine, [theirs]))).size, 0)
})
