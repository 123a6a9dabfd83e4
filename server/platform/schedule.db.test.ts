import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { queueDue, type Schedule } from './schedule.ts'

async function queuedOf(kind: string): Promise<{ tenant_id: string | null }[]> {
  const { owner } = await testServer()
  return (
    await owner.query<{ tenant_id: string | null }>('select tenant_id from jobs where kind = $1', [kind])
  ).rows
}

test('work that comes back is queued once for each tenant when it is due, however many processes look', async () => {
  const { platform, owner } = await testServer()
  await makeTenant()
  const tenants = (await owner.query('select from tenants')).rowCount
  const hourly: Schedule = { kind: 'test.hourly', every: { seconds: 3600 }, for: 'each tenant' }
  await Promise.all(Array.from({ length: 8 }, () => queueDue(platform.pool, [hourly])))
  assert.equal((await queuedOf('test.hourly')).length, tenants)
  assert.equal(await queueDue(platform.pool, [hourly]), 0)
})

test('what still waits is not queued a second time, what has ended is', async () => {
  const { platform, owner } = await testServer()
  const always: Schedule = { kind: 'test.always', every: { seconds: 0 }, for: 'the installation' }
  assert.equal(await queueDue(platform.pool, [always]), 1)
  assert.equal(await queueDue(platform.pool, [always]), 0)
  await owner.query(`update jobs set state = 'done' where kind = 'test.always'`)
  assert.equal(await queueDue(platform.pool, [always]), 1)
  assert.deepEqual(await queuedOf('test.always'), [{ tenant_id: null }])
})

test('a time of day is due next at that time in Shanghai', async () => {
  const { platform, owner } = await testServer()
  await queueDue(platform.pool, [{ kind: 'test.daily', every: { dayAt: '02:30' }, for: 'the installation' }])
  const { rows } = await owner.query<{ local: string; ahead: boolean }>(
    `select to_char(due_at at time zone 'Asia/Shanghai', 'HH24:MI') as local,
       due_at > now() and due_at <= now() + interval '1 day' as ahead from schedules where kind = 'test.daily'`,
  )
  assert.deepEqual(rows, [{ local: '02:30', ahead: true }])
})
