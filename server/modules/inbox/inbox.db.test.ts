import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InboxTask } from '#contract/inbox.ts'
import { makeTenant } from '#server/test/makers.ts'
import { createTask } from './index.ts'

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
