import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Job } from '#contract/jobs.ts'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

async function withJob() {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { owner } = await testServer()
  const id = newId()
  await owner.query(
    `insert into jobs (id, tenant_id, kind, payload, state, max_attempts, created_by, progress_step, progress_done, progress_total, run_after)
     select $1, $2, 'test.shown', '{}', 'waiting', 1, account_id, 'rows', 3, 10, now() + interval '1 day' from sessions
     where tenant_id = $2 order by created_at desc limit 1`,
    [id, tenant.id],
  )
  return { tenant, officer, id }
}

test('whoever started a job sees how far it is, a colleague does not', async () => {
  const { tenant, officer, id } = await withJob()
  const colleague = await tenant.officer('street_officer', tenant.north.streetId)
  const { body } = await officer.get<Job>(`/jobs/${id}`)
  assert.deepEqual(body.progress, { step: 'rows', done: 3, total: 10 })
  assert.equal((await colleague.get(`/jobs/${id}`)).status, 404)
  assert.deepEqual((await colleague.get<{ items: Job[] }>('/jobs')).body.items, [])
})

test('the event stream tells of own jobs and ends when its time is up', async () => {
  const { officer, id } = await withJob()
  const { app } = await testServer()
  const answer = await app.inject({
    method: 'GET',
    url: '/api/v1/events?seconds=0',
    headers: officer.headers,
  })
  assert.equal(answer.headers['content-type'], 'text/event-stream')
  assert.match(answer.body, /^event: job\n/)
  assert.ok(answer.body.includes(id))
})
