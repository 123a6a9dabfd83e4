import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestClient } from '#server/test/client.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { testServer } from '#server/test/server.ts'
import { lockInState } from '../cases/policy.ts'
import { takeStep } from '../cases/store.ts'
import { findPeriod } from '../schemes/find-period.ts'
import { insertClosing } from '../schemes/store.ts'
import { makeAssessment } from './make-assessment.ts'

/** A result that was approved so long ago that the period may be closed. */
async function closable() {
  const world = await makeAssessment()
  await world.score(world.street, 'superior', 8000)
  assert.equal((await world.act(world.street, 'review')).status, 200)
  assert.equal((await world.act(world.district, 'approval')).status, 200)
  const { owner } = await testServer()
  await owner.query(
    `update assessment_steps set taken_at = taken_at - interval '8 days' where tenant_id = $1 and step = 'approved'`,
    [world.tenant.id],
  )
  return world
}

type World = Awaited<ReturnType<typeof closable>>

const close = (world: World, by: TestClient) =>
  by.post<{ error: { code: string } }>(`/assessments/periods/${world.periodId}/closing`)

const appeal = (tx: Tx, { assessmentId, personId }: World) =>
  takeStep(tx, {
    assessmentId,
    personId,
    step: 'appealed',
    reason: '分数有误',
    takenBy: null,
    takerId: personId,
  })

async function standing({ tenant, assessmentId }: World): Promise<{ state: string; isClosed: boolean }> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ state: string; isClosed: boolean }>(
    `select a.state, p.closed_at is not null as "isClosed" from assessments a join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id
     where a.tenant_id = $1 and a.id = $2`,
    [tenant.id, assessmentId],
  )
  return rows[0]!
}

/** Settles once somebody waits for a lock that the connection holds. */
async function untilSomebodyWaitsFor(tx: Tx): Promise<void> {
  const { owner } = await testServer()
  const { rows: own } = await tx.client.query<{ pid: number }>('select pg_backend_pid() as pid')
  for (;;) {
    const { rows } = await owner.query(
      'select from pg_stat_activity where $1 = any(pg_blocking_pids(pid)) and datname = current_database()',
      [own[0]!.pid],
    )
    if (rows.length > 0) return
  }
}

test('a closing that comes while somebody appeals waits, finds the appeal and is refused', async () => {
  const world = await closable()
  const { platform } = await testServer()
  let closing: ReturnType<typeof close> | undefined
  await inTenant(platform, world.tenant.id, async (tx) => {
    const { assessmentId: id, periodId, personId } = world
    await lockInState(tx, { id, periodId, personId, state: 'approved' }, 'approved')
    closing = close(world, world.district)
    await untilSomebodyWaitsFor(tx)
    await appeal(tx, world)
  })
  const { status, body } = await closing!
  assert.equal(status, 422)
  assert.equal(body.error.code, 'assessments.period_unfinished')
  assert.deepEqual(await standing(world), { state: 'appealed', isClosed: false })
})

test('control: an appeal that only looked, without the lock, ends in a period that was closed over it', async () => {
  const world = await closable()
  const { platform } = await testServer()
  await inTenant(platform, world.tenant.id, async (tx) => {
    assert.equal((await findPeriod(tx, world.periodId)).closedAt, null)
    assert.equal((await close(world, world.district)).status, 200)
    await appeal(tx, world)
  })
  assert.deepEqual(
    await standing(world),
    { state: 'appealed', isClosed: true },
    'the lock is what keeps them apart',
  )
})

test('control: of two who only looked, without the lock, both get as far as closing', async () => {
  const world = await closable()
  const { platform } = await testServer()
  const looks = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const closeUnlocked = (mine: number) =>
    inTenant(platform, world.tenant.id, async (tx) => {
      assert.equal((await findPeriod(tx, world.periodId)).closedAt, null)
      looks[mine]!.resolve()
      await looks[1 - mine]!.promise
      await insertClosing(tx, { periodId: world.periodId, closedBy: world.personId })
    })
  const ends = await Promise.allSettled([closeUnlocked(0), closeUnlocked(1)])
  // Both found it open; only the last guard, a statement that closes what is open, stops the second, and not with a sentence.
  const refused = ends.filter((end) => end.status === 'rejected')
  assert.equal(refused.length, 1)
  assert.ok(refused[0]!.reason instanceof TypeError)
})
