import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { OutputOf } from '#contract/operation.ts'
import type { CommissionerPost, operations as posts } from '#contract/commissioners-posts.ts'
import type { operations as pool, Talent } from '#contract/commissioners-pool.ts'
import type { InboxTask } from '#contract/inbox.ts'
import type { OrganisationStory } from '#contract/commissioners.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { candidacyObstacles } from '../index.ts'
import { insertDeclaration } from '../candidacy/store.ts'
import { makeTwoNew } from './make-two-new.ts'

type Refusal = { error: { code: string; params: Record<string, string> } }

let tenant: TestTenant
let north: TestClient
let south: TestClient
let chair: TestClient
let factory: string
let second: string
let far: string

const declaration = { relation: 'none', positions: [] as string[] }
const given = {
  kind: 'part_time_chair',
  basis: 'election',
  documentNo: '甬北工〔2026〕7号',
  startsOn: '2026-07-01',
  endsBefore: '2029-07-01',
  declaration,
}

before(async () => {
  tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    factory = await makeTwoNew(tx, {
      name: '北方模具',
      parentId: tenant.north.unionId,
      workers: 80,
      unionId: tenant.north.unionId,
    })
    second = await makeTwoNew(tx, { name: '北方物流', parentId: tenant.north.streetId, workers: 60 })
    far = await makeTwoNew(tx, { name: '南方电子', parentId: tenant.south.streetId, workers: 300 })
  })
  north = await tenant.officer('street_officer', tenant.north.streetId)
  south = await tenant.officer('street_officer', tenant.south.streetId)
  chair = await tenant.officer('union_chair', tenant.north.unionId)
})

test('from the pool to a post: recommended, matched, given at two organisations, and the gap is gone', async () => {
  const talentId = await talent(north, tenant.north)
  const { items } = await matches(north, factory)
  const match = items.find((each) => each.talent.id === talentId)!
  assert.deepEqual(
    match.reasons.map(({ code }) => code),
    ['same_street', 'available_now', 'skill', 'trained', 'free'],
  )
  assert.equal(match.points, 80)
  const { status, body } = await north.post<{ appointmentIds: string[] }>('/commissioners/posts', {
    ...given,
    startsOn: '2026-01-01',
    talentId,
    organisationIds: [factory, second],
  })
  assert.deepEqual([status, body.appointmentIds.length], [201, 2])
  const story = await storyOf(north, factory)
  assert.ok(!story.gaps.includes('no_commissioner'))
  assert.deepEqual(
    story.posts.map(({ kind, basis }) => [kind, basis]),
    [['part_time_chair', 'election']],
  )
  const again = await north.post<Refusal>('/commissioners/posts', {
    ...given,
    talentId,
    organisationIds: [factory],
  })
  assert.deepEqual([again.status, again.body.error.code], [409, 'commissioners.already_there'])
  assert.equal((await listed(chair)).items.length, 1)
  assert.equal((await listed(north)).items[0]!.postsHeld, 2)
  const { body: inbox } = await north.get<{ items: InboxTask[] }>('/inbox/tasks')
  assert.deepEqual(
    inbox.items.map(({ kind }) => kind),
    ['training.induction_due', 'training.induction_due'],
  )
})

test('the candidate rules bar with rule and source; whoever is barred as chair may be judged otherwise as a Party-affairs officer', async () => {
  const check = async (kind: string, declared: object) => {
    const answer = await north.post<OutputOf<(typeof posts)['checkCandidacy']>>(
      `/commissioners/organisations/${factory}/candidacy-checks`,
      { kind, declaration: declared },
    )
    return answer.body.obstacles.map(({ code, rule }) => [code, rule.source.split(' ')[0]])
  }
  assert.deepEqual(await check('part_time_chair', declaration), [])
  assert.deepEqual(await check('part_time_chair', { relation: 'sibling', positions: [] }), [
    ['near_relative', '中华人民共和国工会法'],
  ])
  assert.deepEqual(await check('part_time_chair', { relation: 'none', positions: ['deputy_head'] }), [
    ['chair_exclusion', '企业工会主席产生办法（试行）'],
  ])
  assert.deepEqual(await check('party_affairs_officer', { relation: 'none', positions: ['deputy_head'] }), [])
  assert.equal(
    (await check('party_affairs_officer', { relation: 'none', positions: ['investor'] })).length,
    1,
  )

  const talentId = await talent(north, tenant.north)
  const shop = await tenant.inside((tx) =>
    makeTwoNew(tx, { name: '北方花店', parentId: tenant.north.streetId, workers: 40 }),
  )
  const refused = await north.post<Refusal>('/commissioners/posts', {
    ...given,
    talentId,
    organisationIds: [shop],
    declaration: { relation: 'none', positions: ['owner'] },
  })
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'commissioners.candidacy_blocked'])
  assert.match(refused.body.error.params.source!, /党建带工建/)
})

test('elections ask the same rules: nobody stands who declared nothing, and finance staff not for the audit committee', async () => {
  await tenant.inside(async (tx) => {
    const personId = await makePerson(tx, { name: '钱测试' })
    const asked = { personId, organisationId: factory, day: '2026-06-30' }
    const codes = async (office: 'committee' | 'audit_committee') =>
      (await candidacyObstacles(tx, { ...asked, office })).map(({ code }) => code)
    assert.deepEqual(await codes('committee'), ['not_declared'])
    await insertDeclaration(tx, {
      personId,
      organisationId: factory,
      relation: 'none',
      positions: ['finance_staff'],
      recordedBy: newId(),
    })
    assert.deepEqual(await codes('committee'), [])
    assert.deepEqual(await codes('audit_committee'), ['audit_exclusion'])
  })
})

test('the pool of a street is its own until the person agrees, on paper or on the phone, and takes it back', async () => {
  const talentId = await talent(north, tenant.north)
  const sees = async (client: TestClient) =>
    (await client.get<{ items: Talent[] }>('/commissioners/talents?limit=200')).body.items.some(
      ({ id }) => id === talentId,
    )
  assert.deepEqual([await sees(north), await sees(south)], [true, false])
  const give = () => south.post('/commissioners/posts', { ...given, talentId, organisationIds: [far] })
  assert.equal((await give()).status, 404)
  const path = `/commissioners/talents/${talentId}/sharing`
  assert.equal((await north.post(path, { agreed: true })).status, 400)
  assert.equal((await north.post(path, { agreed: true, documentNo: '同意书3号' })).status, 200)
  assert.equal(await sees(south), true)
  assert.equal((await south.post(path, { agreed: false })).status, 404)
  assert.equal((await north.post(path, { agreed: false })).status, 200)
  assert.equal(await sees(south), false)
  assert.equal((await chair.get('/commissioners/talents')).status, 403)
})

test('a post ends with a hand-over list; points are done once, and the register says what is left', async () => {
  const talentId = await talent(north, tenant.north)
  const shop = await tenant.inside((tx) =>
    makeTwoNew(tx, { name: '北方小店', parentId: tenant.north.streetId, workers: 40 }),
  )
  const { body } = await north.post<{ appointmentIds: string[] }>('/commissioners/posts', {
    ...given,
    startsOn: '2026-01-01',
    talentId,
    organisationIds: [shop],
  })
  const path = `/commissioners/posts/${body.appointmentIds[0]}`
  assert.equal(
    (await south.post(`${path}/ending`, { endsBefore: '2026-06-01', reason: 'resigned' })).status,
    404,
  )
  assert.equal(
    (await north.post(`${path}/ending`, { endsBefore: '2026-06-01', reason: 'resigned' })).status,
    200,
  )
  const ended = async () =>
    (await listed(north, 'state=ended')).items.find(({ id }) => id === body.appointmentIds[0])!.handOverLeft
  assert.equal(await ended(), 6)
  assert.equal((await north.post(`${path}/hand-over`, { point: 'seal' })).status, 200)
  assert.equal((await north.post(`${path}/hand-over`, { point: 'seal' })).status, 409)
  assert.equal((await north.post(`${path}/hand-over`, { point: 'nonsense' })).status, 400)
  assert.equal(await ended(), 5)
  const task = async () =>
    (await north.get<{ items: InboxTask[] }>('/inbox/tasks')).body.items.find(
      ({ subjectId }) => subjectId === body.appointmentIds[0],
    )
  assert.deepEqual(
    [(await task())!.kind, (await task())!.dueOn],
    ['commissioners.to_hand_over', '2026-06-01'],
  )
  for (const point of ['members', 'documents', 'money', 'venue', 'open_matters'])
    assert.equal((await north.post(`${path}/hand-over`, { point })).status, 200)
  assert.equal(await task(), undefined, 'the task ends with the last point')
})

test('two officers who give the same post at the same moment give it once', async () => {
  const talentId = await talent(north, tenant.north)
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const shop = await tenant.inside((tx) =>
    makeTwoNew(tx, { name: '北方茶馆', parentId: tenant.north.streetId, workers: 40 }),
  )
  const give = (client: TestClient) =>
    client.post('/commissioners/posts', { ...given, talentId, organisationIds: [shop] })
  const answers = await Promise.all([give(north), give(district), give(north), give(district)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409])
})

test('nobody holds more posts at a time than the rule allows', async () => {
  const talentId = await talent(north, tenant.north)
  const organisationIds = await tenant.inside(async (tx) => {
    const made: string[] = []
    for (let at = 0; at < 6; at++)
      made.push(await makeTwoNew(tx, { name: `小店${at}`, parentId: tenant.north.streetId, workers: 30 }))
    return made
  })
  const refused = await north.post<Refusal>('/commissioners/posts', { ...given, talentId, organisationIds })
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'commissioners.too_many_posts'])
  const few = await north.post('/commissioners/posts', {
    ...given,
    talentId,
    organisationIds: organisationIds.slice(1),
  })
  assert.equal(few.status, 201)
})

test('one sees one’s own entry and shares it by oneself', async () => {
  const stranger = await tenant.nobody()
  assert.deepEqual((await stranger.get('/me/talent')).body, { talent: null })
  assert.equal((await stranger.request('PUT', '/me/talent/sharing', { agreed: true })).status, 404)
})

/** Somebody with a post at the street’s union is recommended by the street; returns the entry. */
async function talent(client: TestClient, street: TestTenant['north']): Promise<string> {
  const personId = await tenant.inside(async (tx) => {
    const id = await makePerson(tx, { name: '孙测试' })
    await makeAppointment(tx, id, {
      post: 'union_officer',
      organisationId: street.unionId,
      startsOn: '2022-01-01',
      endsBefore: null,
    })
    return id
  })
  const { status, body } = await client.post<{ talentId: string }>('/commissioners/talents', {
    personId,
    organisationId: street.streetId,
    skills: ['union_work'],
    trainedHours: 24,
    training: null,
    availableFrom: '2026-01-01',
    fullTime: false,
    wishedStreetIds: [],
    wishes: null,
  })
  assert.equal(status, 201, JSON.stringify(body))
  return body.talentId
}

async function matches(client: TestClient, organisationId: string) {
  type Answer = OutputOf<(typeof pool)['listVacancyMatches']>
  return (await client.get<Answer>(`/commissioners/organisations/${organisationId}/matches`)).body
}

async function storyOf(client: TestClient, organisationId: string): Promise<OrganisationStory> {
  return (await client.get<OrganisationStory>(`/commissioners/organisations/${organisationId}`)).body
}

async function listed(client: TestClient, query = ''): Promise<{ items: CommissionerPost[] }> {
  return (await client.get<{ items: CommissionerPost[] }>(`/commissioners/posts?${query}`)).body
}
