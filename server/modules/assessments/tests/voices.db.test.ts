import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { AskedVoice } from '#contract/assessments-voices.ts'
import type { AssessmentFile } from '#contract/assessments.ts'
import type { InboxTask } from '#contract/inbox.ts'
import type { Me } from '#contract/sessions.ts'
import type { TestClient } from '#server/test/client.ts'
import { refreshMemberIndex } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { declare, makeAssessment } from './make-assessment.ts'

type World = Awaited<ReturnType<typeof makeAssessment>>

async function member(world: World, unionId = world.unionId): Promise<TestClient> {
  const client = await world.tenant.nobody()
  const personId = await personOf(client)
  await world.tenant.inside(async (tx) => {
    await makeMember(tx, personId, unionId)
  })
  return client
}

async function makeMember(tx: Tx, personId: string, unionId: string): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      person_id: personId,
      union_id: unionId,
      kind: 'member',
      starts_on: '2022-03-01',
    })
    .execute()
  await refreshMemberIndex(tx, { personIds: [personId] })
}

const personOf = async (client: TestClient) => (await client.get<Me>('/me')).body.person.id
const asked = async (client: TestClient) =>
  (await client.get<{ items: AskedVoice[] }>('/me/assessment-voices')).body.items
const say = (world: World, client: TestClient, level = 'satisfied') =>
  client.post<object>(`/me/assessment-voices/${world.assessmentId}`, {
    organisationId: world.unionId,
    said: [{ indicator: 'voices', level }],
  })

test('members of the unit speak once each; from five on it counts, at the review and not before', async () => {
  const world = await makeAssessment()
  const members = await Promise.all([1, 2, 3, 4, 5].map(() => member(world)))
  const file = async () => (await world.district.get<AssessmentFile>(world.path)).body
  const voices = async () => {
    const { indicator: _indicator, ...line } = (await file()).outcome.lines.find(
      ({ indicator }) => indicator.code === 'voices',
    )!
    return line
  }
  for (const each of members.slice(0, 4)) assert.equal((await say(world, each)).status, 201)
  assert.equal((await say(world, members[0]!)).body.error.code, 'assessments.voice_given')
  assert.deepEqual(
    (await asked(members[0]!)).map(({ given }) => given),
    [true],
  )
  assert.deepEqual(
    (await asked(members[4]!)).map(({ given }) => given),
    [false],
  )
  assert.equal((await say(world, members[4]!, 'dissatisfied')).status, 201)
  assert.deepEqual(
    [(await file()).voicesByPhone, (await voices()).value],
    [5, null],
    'sealed until the review',
  )

  await world.score(world.street, 'superior', 8000)
  await world.act(world.street, 'review')
  const heard = await voices()
  assert.equal(heard.value, 7800, '(4 × 85 + 50) ÷ 5')
  assert.deepEqual(
    heard.parts[0]!.scores.map(({ value, voices: of, post }) => [value, of, post]),
    [[7800, 5, '']],
  )
  await world.act(world.district, 'return', { reason: '请复核' })
  const late = await member(world)
  assert.deepEqual(await asked(late), [], 'what was said is known: nobody adds to it')
  assert.equal((await say(world, late)).status, 404)
})

test('four voices are no opinion, whatever an officer opens', async () => {
  const world = await makeAssessment()
  for (let at = 0; at < 4; at++) await say(world, await member(world))
  await world.score(world.street, 'superior', 8000)
  await world.act(world.street, 'review')
  const { outcome } = (await world.district.get<AssessmentFile>(world.path)).body
  const line = outcome.lines.find(({ indicator }) => indicator.code === 'voices')!
  assert.deepEqual([line.value, line.parts[0]!.scores], [null, []])
})

test('paper and phones make one opinion, each voice with the same weight', async () => {
  const world = await makeAssessment()
  for (let at = 0; at < 5; at++) await say(world, await member(world), 'dissatisfied')
  await world.score(world.street, 'superior', 8000)
  await world.score(world.street, 'voices', 8000, 10)
  await world.act(world.street, 'review')
  const { outcome } = (await world.district.get<AssessmentFile>(world.path)).body
  assert.equal(
    outcome.lines.find(({ indicator }) => indicator.code === 'voices')!.value,
    7000,
    '(10 × 80 + 5 × 50) ÷ 15',
  )
})

test('nobody speaks of themselves, a declared near relative or another unit; what is said names nobody', async () => {
  const world = await makeAssessment()
  await world.tenant.inside(async (tx) => {
    await makeMember(tx, world.personId, world.unionId)
  })
  assert.equal((await say(world, world.chair)).status, 404)
  const relative = await member(world)
  await declare(world, relative)
  assert.equal((await say(world, relative)).status, 404)
  assert.equal((await say(world, await member(world, world.tenant.south.unionId))).status, 404)
  assert.equal((await say(world, await world.tenant.nobody())).status, 404)
  const one = await member(world)
  const incomplete = await one.post<object>(`/me/assessment-voices/${world.assessmentId}`, {
    organisationId: world.unionId,
    said: [{ indicator: 'superior', level: 'satisfied' }],
  })
  assert.equal(incomplete.body.error.fields![0]!.code, 'assessments.every_indicator_once')
  await say(world, one)
  const { rows } = await world.tenant.inside((tx) =>
    sql<Record<string, unknown>>`select * from assessment_voices where tenant_id = ${tx.tenantId}`.execute(
      tx,
    ),
  )
  const personId = await personOf(one)
  assert.deepEqual(
    [rows.length, Object.values(rows[0]!).includes(personId), String(rows[0]!['id']).charAt(14)],
    [1, false, '4'],
    'a random id, and nobody',
  )
})

test('of one member who taps many times at the same moment one voice is kept', async () => {
  const world = await makeAssessment()
  const one = await member(world)
  const answers = await Promise.all([1, 2, 3, 4].map(() => say(world, one)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409])
})

test('tasks ask the unit and the street for scores, whoever approves, and whoever decides on an appeal; each ends by itself', async () => {
  const world = await makeAssessment()
  const kinds = async (client: TestClient) =>
    (await client.get<{ items: InboxTask[] }>('/inbox/tasks')).body.items
      .map(({ kind }) => kind.replace('assessments.', ''))
      .sort()
  const duties = async () => (await world.chair.get('/me/assessment-duties')).body
  assert.deepEqual(
    [await kinds(world.unit), await kinds(world.street), await kinds(world.district)],
    [['to_score'], ['to_score_below'], ['to_score_below']],
  )
  assert.deepEqual(await duties(), { reports: 1, results: 0, voices: 0 })
  await world.score(world.unit, 'unit', 9000)
  await world.score(world.street, 'superior', 8000)
  assert.deepEqual([await kinds(world.unit), await kinds(world.street)], [[], []])
  await world.act(world.street, 'review')
  assert.deepEqual([await kinds(world.district), await kinds(world.street)], [['to_approve'], []])
  await world.act(world.district, 'approval')
  assert.deepEqual([await kinds(world.district), await duties()], [[], { reports: 0, results: 1, voices: 0 }])
  await world.chair.post(`/me${world.path}/appeal`, { reason: '活动场次统计有遗漏，请复核。' })
  assert.deepEqual(await kinds(world.second), ['to_decide_appeal'])
  await world.act(world.second, 'appeal-decision', { decision: 'rejected', reason: '经复核，维持原结果' })
  assert.deepEqual(await kinds(world.second), [])
})
