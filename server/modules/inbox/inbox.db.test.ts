import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { InboxTask } from '#contract/inbox.ts'
import { makeTenant } from '#server/test/makers.ts'
import { createTask, createTasks } from './index.ts'

async function withTask() {
  const tenant = await makeTenant()
  const taskId = await tenant.inside((tx) =>
    createTask(tx, null, {
      kind: 'place_memberships',
      organisationId: tenant.north.unionId,
      permission: 'people.write',
      subjectId: null,
      params: { count: 3 },
      dueOn: '2026-12-31',
    }),
  )
  return { tenant, taskId }
}

test('a task waits for officers whose scope holds its organisation, and for nobody else', async () => {
  const { tenant, taskId } = await withTask()
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  const seen = await north.get<{ items: InboxTask[]; total: number }>('/inbox/tasks')
  assert.deepEqual(
    seen.body.items.map((task) => task.id),
    [taskId],
  )
  assert.equal(seen.body.total, 1)
  assert.equal((await south.get<{ total: number }>('/inbox/tasks')).body.total, 0)
  const foreign = await south.post(`/inbox/tasks/${taskId}/ending`, { outcome: 'done' })
  assert.equal(foreign.status, 404)
})

test('a task ends once; the second click is told so', async () => {
  const { tenant, taskId } = await withTask()
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await north.post(`/inbox/tasks/${taskId}/ending`, { outcome: 'done' })).status, 200)
  const again = await north.post(`/inbox/tasks/${taskId}/ending`, { outcome: 'done' })
  assert.equal(again.status, 409)
  assert.equal(again.body.error.code, 'inbox.already_ended')
  const { body } = await north.get<{ items: InboxTask[] }>('/inbox/tasks?state=ended')
  assert.equal(body.items[0]?.outcome, 'done')
})

test('units below that are asked the same about the same are one line to the office above, apart from its own', async () => {
  const tenant = await makeTenant()
  const subjectId = randomUUID()
  const ask = (organisationId: string, count: number) => ({
    kind: 'assessments.to_score_below',
    organisationId,
    permission: 'people.write' as const,
    subjectId,
    params: { count },
    dueOn: null,
  })
  const { federationId, north, south } = tenant
  await tenant.inside((tx) =>
    createTasks(tx, null, [ask(federationId, 1), ask(north.streetId, 2), ask(south.streetId, 3)]),
  )
  const seenBy = async (post: string, organisationId: string) => {
    const officer = await tenant.officer(post, organisationId)
    const { body } = await officer.get<{ items: InboxTask[]; total: number }>('/inbox/tasks')
    assert.equal(body.total, body.items.length)
    return body.items.map(({ units, params }) => ({ units, count: params.count }))
  }
  assert.deepEqual(
    (await seenBy('federation_officer', federationId)).sort((a, b) => a.units - b.units),
    [
      { units: 1, count: 1 },
      { units: 2, count: 5 },
    ],
  )
  assert.deepEqual(await seenBy('street_officer', north.streetId), [{ units: 1, count: 2 }])
})
