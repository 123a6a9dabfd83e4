import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTenant } from '#server/platform/db/transaction.ts'
import { testServer } from '#server/test/server.ts'
import { takeStep } from '../cases/store.ts'
import { makeAssessment } from './make-assessment.ts'

async function reviewed() {
  const world = await makeAssessment()
  await world.score(world.street, 'superior', 8000)
  assert.equal((await world.act(world.street, 'review')).status, 200)
  return world
}

type World = Awaited<ReturnType<typeof reviewed>>

async function approvals(world: World): Promise<number> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from assessment_steps where tenant_id = $1 and assessment_id = $2 and step = 'approved'`,
    [world.tenant.id, world.assessmentId],
  )
  return rows[0]!.n
}

test('two officers who approve at the same moment, one of them twice, approve once', async () => {
  const world = await reviewed()
  const answers = await Promise.all(
    [world.district, world.second, world.district].map((by) => world.act(by, 'approval')),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409])
  assert.equal(await approvals(world), 1)
})

test('two officers who close a period at the same moment close it once', async () => {
  const world = await reviewed()
  await world.act(world.district, 'approval')
  const { owner } = await testServer()
  await owner.query(
    `update assessment_steps set taken_at = taken_at - interval '8 days' where tenant_id = $1 and step = 'approved'`,
    [world.tenant.id],
  )
  const close = (by: typeof world.district) =>
    by.post<object>(`/assessments/periods/${world.periodId}/closing`)
  const answers = await Promise.all([world.district, world.second, world.district].map(close))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409])
})

test('control: without the lock of the row two who both found it reviewed approve twice', async () => {
  const world = await reviewed()
  const { platform } = await testServer()
  const looks = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const approve = (mine: number) =>
    inTenant(platform, world.tenant.id, async (tx) => {
      const { rows } = await tx.client.query<{ state: string }>(
        'select state from assessments where tenant_id = $1 and id = $2',
        [tx.tenantId, world.assessmentId],
      )
      assert.equal(rows[0]!.state, 'reviewed')
      looks[mine]!.resolve()
      await looks[1 - mine]!.promise
      const { assessmentId, personId } = world
      await takeStep(tx, {
        assessmentId,
        personId,
        step: 'approved',
        reason: null,
        takenBy: null,
        takerId: personId,
      })
    })
  await Promise.all([approve(0), approve(1)])
  assert.equal(await approvals(world), 2, 'the lock is what keeps it at one')
})
