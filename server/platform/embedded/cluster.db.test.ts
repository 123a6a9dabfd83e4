import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startCluster } from './index.ts'
import { isAlive } from './processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'gonghui-crash-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a server killed at any moment loses nothing it acknowledged and does not keep the next from starting', async (t) => {
  let acknowledged = await runAndKill(untilItWrote)
  for (let kill = 1; kill <= 4; kill += 1) {
    const milliseconds = randomInt(400)
    t.diagnostic(`killed after ${milliseconds} ms`)
    acknowledged = Math.max(acknowledged, await runAndKill(() => sleep(milliseconds)))
  }
  const cluster = await startCluster(folder, 'durable')
  const stored = await query<{ count: number; last: number }>(
    cluster.urlOf('postgres'),
    'select count(*)::int as count, max(number)::int as last from numbers',
  )
  await cluster.close()
  assert.ok(acknowledged > 0, 'the killed servers had acknowledged something')
  assert.ok(stored[0]!.last >= acknowledged, `${acknowledged} acknowledged, ${stored[0]!.last} stored`)
  assert.equal(stored[0]!.count, stored[0]!.last)
})

test('a pid file that names a living process of another kind does not keep the cluster from starting', async () => {
  const first = await startCluster(folder, 'durable')
  await first.close()
  writeFileSync(
    join(folder, 'postgres/postmaster.pid'),
    `${process.pid}\n${folder}/postgres\n0\n1\n\n127.0.0.1\n\nready\n`,
  )
  const second = await startCluster(folder, 'durable')
  assert.deepEqual(await query(second.urlOf('postgres'), 'select 1 as one'), [{ one: 1 }])
  await second.close()
})

test('after the last user closed it, no process and no pid file is left', async () => {
  const cluster = await startCluster(folder, 'durable')
  const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  await cluster.close()
  assert.equal(existsSync(join(folder, 'postgres/postmaster.pid')), false)
  assert.equal(isAlive(pid), false)
})

test('the password is closed to others and the log tells nothing of statements', async () => {
  const cluster = await startCluster(folder, 'durable')
  await assert.rejects(query(cluster.urlOf('postgres'), `select 'a person''s name'::int`), /invalid input/)
  await cluster.close()
  assert.equal(statSync(join(folder, 'postgres.password')).mode & 0o077, 0)
  assert.doesNotMatch(readFileSync(join(folder, 'postgres.log'), 'utf8'), /person/)
})

/** The last number that the victim acknowledged before it was killed. */
async function runAndKill(moment: (victim: ChildProcess) => Promise<unknown>): Promise<number> {
  const script = join(import.meta.dirname, 'crash-victim.ts')
  const victim = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  victim.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const end = once(victim, 'close')
  await moment(victim)
  victim.kill('SIGKILL')
  await end
  return Number(output.trimEnd().split('\n').at(-1))
}

function untilItWrote(victim: ChildProcess): Promise<unknown> {
  return once(victim.stdout!, 'data')
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

test('a PostgreSQL that is killed comes back under the same address with all that was committed', async () => {
  const cluster = await startCluster(folder, 'durable')
  await query(cluster.urlOf('postgres'), 'create table kept as select 7 as number')
  const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await assert.rejects(query(cluster.urlOf('postgres'), 'select number from kept'))
  let rows: object[] = []
  for (const deadline = Date.now() + 30_000; rows.length === 0 && Date.now() < deadline; await sleep(100))
    rows = await query(cluster.urlOf('postgres'), 'select number from kept').catch(() => [])
  assert.deepEqual(rows, [{ number: 7 }])
  await cluster.close()
  assert.equal(existsSync(join(folder, 'postgres/postmaster.pid')), false)
})
