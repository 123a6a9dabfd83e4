import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTenant } from './db/transaction.ts'
import { AppError } from './errors.ts'
import { enqueueJob, JobRunner, type JobHandler } from './jobs.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

const quiet = { info() {}, error() {} }

async function runnerOf(handlers: Record<string, JobHandler>) {
  const { platform } = await testServer()
  return { platform, runner: new JobRunner(platform.pool, new Map(Object.entries(handlers)), quiet) }
}

async function until(check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error('it did not happen in ten seconds')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function stateOf(id: string): Promise<{ state: string; error_code: string | null; attempts: number }> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ state: string; error_code: string | null; attempts: number }>(
    'select state, error_code, attempts from jobs where id = $1',
    [id],
  )
  return rows[0]!
}

test('a job starts only if the transaction that queued it commits', async () => {
  const tenant = await makeTenant()
  const ran: string[] = []
  const { runner } = await runnerOf({ 'test.commits': async (job) => (ran.push(job.id), {}) })
  let lost = ''
  await assert.rejects(
    tenant.inside(async (tx) => {
      lost = await enqueueJob(tx, null, { kind: 'test.commits', payload: {} })
      throw new Error('changed my mind')
    }),
  )
  const kept = await tenant.inside((tx) => enqueueJob(tx, null, { kind: 'test.commits', payload: {} }))
  runner.start()
  await until(async () => (await stateOf(kept)).state === 'done')
  await runner.stop()
  assert.deepEqual(ran, [kept])
  assert.ok(!ran.includes(lost))
})

test('a refusal ends a job at once with its code, an accident is tried again later', async () => {
  const tenant = await makeTenant()
  const { runner } = await runnerOf({
    'test.refused': async () => {
      throw new AppError('refused', 'test.no')
    },
    'test.accident': async () => {
      throw new TypeError('oops')
    },
  })
  const [refused, accident] = await tenant.inside(async (tx) => [
    await enqueueJob(tx, null, { kind: 'test.refused', payload: {} }),
    await enqueueJob(tx, null, { kind: 'test.accident', payload: {} }),
  ])
  runner.start()
  await until(
    async () =>
      (await stateOf(refused!)).state === 'failed' &&
      (await stateOf(accident!)).attempts === 1 &&
      (await stateOf(accident!)).state === 'waiting',
  )
  await runner.stop()
  assert.deepEqual(await stateOf(refused!), { state: 'failed', error_code: 'test.no', attempts: 1 })
})

test('when a lease runs out another worker takes the job, and the late one may no longer write', async () => {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const late: string[] = []
  let turn = 0
  const handler: JobHandler = async (job) => {
    if (++turn > 1) return { by: 'second' }
    await held
    await job.progress('late', 1).catch((error: Error) => late.push(error.message))
    return { by: 'first' }
  }
  const first = await runnerOf({ 'test.lease': handler })
  const second = await runnerOf({ 'test.lease': handler })
  const id = await tenant.inside((tx) => enqueueJob(tx, null, { kind: 'test.lease', payload: {} }))
  first.runner.start()
  await until(async () => (await stateOf(id)).state === 'running')
  await owner.query(`update jobs set leased_until = now() - interval '1 second' where id = $1`, [id])
  second.runner.start()
  await until(async () => (await stateOf(id)).state === 'done')
  release()
  await Promise.all([first.runner.stop(), second.runner.stop()])
  const { rows } = await owner.query<{ result: { by: string } }>('select result from jobs where id = $1', [
    id,
  ])
  assert.equal(rows[0]?.result.by, 'second')
  assert.deepEqual(late, ['another worker has taken this job over'])
})

test('eight workers run two hundred jobs once each', async () => {
  const tenant = await makeTenant()
  const ran: string[] = []
  const handler: JobHandler = async (job) => (ran.push(job.id), {})
  const runners = await Promise.all(Array.from({ length: 8 }, () => runnerOf({ 'test.many': handler })))
  const { platform } = runners[0]!
  await inTenant(platform, tenant.id, async (tx) => {
    for (let i = 0; i < 200; i++) await enqueueJob(tx, null, { kind: 'test.many', payload: {} })
  })
  for (const { runner } of runners) runner.start()
  await until(async () => ran.length >= 200)
  await Promise.all(runners.map(({ runner }) => runner.stop()))
  assert.equal(new Set(ran).size, 200)
  assert.equal(ran.length, 200)
})
