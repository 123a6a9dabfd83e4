import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { CertificateProof, OwnTraining, Trainee, TrainingPlan } from '#contract/training.ts'
import type { MeasureAnswer } from '#contract/measures.ts'
import { makePerson } from '#server/test/makers.ts'
import { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { newId } from '#server/platform/ids.ts'
import { gatesOf } from '../index.ts'
import { makeTraining, personOf } from './make-training.ts'

test('whoever has the class hours gets a certificate when the session is closed, once; the gate opens', async () => {
  const world = await makeTraining({ classHours: 8 })
  const { tenant, district, session, close, year } = world
  const worker = await tenant.nobody()
  const personId = await personOf(worker)
  const other = await tenant.inside((tx) => makePerson(tx, { name: '顾测试' }))
  const gates = () => tenant.inside((tx) => gatesOf(tx, [personId, other], year))

  assert.equal((await close(await session(4, [personId, other]))).status, 200)
  assert.deepEqual(
    (await worker.get<OwnTraining>('/me/training')).body.certificates,
    [],
    'four of eight hours',
  )
  assert.equal((await gates()).get(personId)!.inductionOn, null)
  const second = await session(4, [personId])
  const closings = await Promise.all([close(second), close(second)])
  assert.deepEqual(closings.map(({ status }) => status).sort(), [200, 409])
  const own = (await worker.get<OwnTraining>('/me/training')).body
  assert.deepEqual(
    [own.classHoursThisYear, own.certificates.map(({ number }) => number)],
    [8, [`${year}-00001`]],
  )
  const opened = await gates()
  assert.notEqual(opened.get(personId)!.inductionOn, null)
  assert.deepEqual(opened.get(other), { inductionOn: null, classHours: 4 })

  await close(await session(8, [personId, other]))
  const plan = (await district.get<TrainingPlan>(`/training/plans/${world.planId}`)).body
  assert.deepEqual([plan.sessions, plan.persons, plan.personTimes, plan.certificates], [3, 2, 5, 2])
  const trainees = await district.get<{ items: Trainee[]; total: number }>(
    `/training/courses/${world.courseId}/trainees`,
  )
  assert.deepEqual(trainees.body.items.map(({ sessions }) => sessions).sort(), [2, 3])
})

test('persons and person-times count as the recount over check-ins does, a joined record once', async () => {
  const { tenant, district, session, close } = await makeTraining()
  const [one, two, alias] = await tenant.inside(async (tx) => [
    await makePerson(tx, { name: '甲测试' }),
    await makePerson(tx, { name: '乙测试' }),
    await makePerson(tx, { name: '甲测试' }),
  ])
  await close(await session(2, [one!, two!]))
  await close(await session(2, [alias!]))
  await session(2, [one!, two!])
  const figure = async (measure: string) =>
    (await district.get<MeasureAnswer>(`/measures/${measure}?from=2020-01-01&to=2099-12-31`)).body.total
  assert.deepEqual([await figure('trained_persons'), await figure('training_person_times')], [3, 3])
  await tenant.inside((tx) =>
    sql`insert into person_aliases (tenant_id, id, alias_id, person_id, merged_on, reason)
      values (${tx.tenantId}, ${newId()}, ${alias}, ${one}, app_today(), '同一人')`.execute(tx),
  )
  const { rows } = await tenant.inside((tx) =>
    sql<{ persons: number; times: number }>`
      select count(distinct coalesce((select a.person_id from person_aliases a where a.tenant_id = r.tenant_id and a.alias_id = r.person_id), r.person_id))::int as persons,
        count(*)::int as times
      from check_ins c join registrations r on r.tenant_id = c.tenant_id and r.id = c.registration_id
      join events e on e.tenant_id = c.tenant_id and e.id = c.event_id
      where c.tenant_id = ${tx.tenantId} and e.kind = 'training' and e.state = 'closed'`.execute(tx),
  )
  assert.deepEqual(
    [await figure('trained_persons'), await figure('training_person_times')],
    [rows[0]!.persons, rows[0]!.times],
  )
  assert.equal(rows[0]!.persons, 2)
  assert.deepEqual(
    [await figure('participants'), await figure('events_held')],
    [0, 0],
    'training is no match event',
  )
})

test('courses stay within the budget of the plan; there is one plan a year', async () => {
  const { tenant, district, planId, year } = await makeTraining()
  const add = (title: string, budgetFen: number) =>
    district.post<object>(`/training/plans/${planId}/courses`, {
      kind: 'topic',
      title,
      classHours: 4,
      budgetFen,
      plannedMonth: 6,
    })
  assert.equal((await add('集体协商专题', 40_000_01)).body.error.code, 'training.over_budget')
  assert.equal((await add('集体协商专题', 40_000_00)).status, 201)
  assert.equal((await add('集体协商专题', 0)).body.error.code, 'training.course_there')
  const again = await district.post<object>('/training/plans', {
    organisationId: tenant.federationId,
    year,
    budgetFen: 1,
    funder: 'federation',
  })
  assert.equal(again.body.error.code, 'training.plan_there')
})

test('a certificate is verified by whoever holds its code, and shows no more than it must', async () => {
  const world = await makeTraining({ classHours: 4 })
  const worker = await world.tenant.nobody()
  await world.close(await world.session(4, [await personOf(worker)]))
  const { rows } = await world.tenant.inside((tx) =>
    sql<{
      code: string
      id: string
      federation: string
    }>`select t.code, t.id, f.code as federation from training_certificates t
      join tenants f on f.id = t.tenant_id where t.tenant_id = ${tx.tenantId}`.execute(tx),
  )
  const { code, id, federation } = rows[0]!
  const { app } = await testServer()
  const anybody = new TestClient(app)
  const proof = await anybody.get<CertificateProof>(
    `/public/federations/${federation}/training-certificates/${code}`,
  )
  assert.deepEqual([proof.body.nameHint, proof.body.classHours], ['陈＊＊', 4])
  assert.equal(
    (await anybody.get(`/public/federations/${federation}/training-certificates/${newId()}`)).status,
    404,
  )
  assert.equal((await worker.get(`/me/training/certificates/${id}/file`)).status, 200)
  const another = await world.tenant.nobody()
  assert.equal((await another.get(`/me/training/certificates/${id}/file`)).status, 404)
})
