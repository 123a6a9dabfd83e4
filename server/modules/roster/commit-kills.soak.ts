import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RosterImport } from '#contract/roster.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer, type TestServer } from '#server/test/server.ts'
import type { Extent } from '#tools/soak.ts'
import { importer } from './test/import-harness.ts'
import { citizenNumber, sheetOf, viewHash, type SheetPerson } from './test/small-roster.ts'

const usualTries = 20
const rows = 4000
const longestMilliseconds = 1200

/**
 * Kills the process that commits a roster with kill -9 at random moments: afterwards the register is as before or as after, never in
 * between; and the next process that takes the job over brings it to its end.
 */
export async function run({ count: tries = usualTries, seed }: Extent): Promise<string> {
  const server = await testServer()
  await server.platform.jobs.stop()
  const random = randomFrom(seed)
  const found = { nothing: 0, everything: 0 }
  const moments: number[] = []
  for (let count = 0; count < tries; count += 1) {
    const moment = Math.floor(random() * longestMilliseconds)
    moments.push(moment)
    found[await killOnce(server, moment)] += 1
  }
  await server.app.close()
  return (
    `${tries} commits of ${rows} rows killed (after ${moments.join(', ')} ms): ${found.nothing} had written nothing, ` +
    `${found.everything} everything, none a part; every one was brought to its end afterwards`
  )
}

async function killOnce(server: TestServer, moment: number): Promise<'nothing' | 'everything'> {
  const tenant = await makeTenant()
  const harness = await importer(tenant)
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const before = await tenant.inside(viewHash)
  const judge = await victim(server)
  const imported = await harness.dryRun(officer, {
    file: sheetOf(persons()),
    fields: { organisationId: tenant.federationId },
  })
  assert.equal(imported.counts?.new, rows)
  await kill(judge)

  await officer.post(`/roster-imports/${imported.id}/commit`)
  const committer = await victim(server)
  await sleep(moment)
  await kill(committer)
  const between = await tenant.inside(viewHash)

  // The lease of a dead process runs out by itself after half a minute; the test does not wait for it.
  await server.owner.query(
    `update jobs set leased_until = now() - interval '1 second', run_after = now() where state = 'running'`,
  )
  const heir = await victim(server)
  const done = await settled(officer, imported.id)
  await kill(heir)
  assert.equal(done.commit?.personsAdded, rows)
  const after = await tenant.inside(viewHash)
  assert.notEqual(after, before)
  assert.ok(between === before || between === after, 'a killed commit left a part of itself')
  return between === before ? 'nothing' : 'everything'
}

async function settled(officer: TestClient, importId: string): Promise<RosterImport> {
  for (;;) {
    const { body } = await officer.get<RosterImport>(`/roster-imports/${importId}`)
    if (body.state === 'committed') return body
    assert.equal(body.state, 'committing')
    await sleep(50)
  }
}

async function victim(server: TestServer): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./test/job-victim.ts', import.meta.url))], {
    env: {
      ...process.env,
      JOB_VICTIM: JSON.stringify({ databaseUrl: server.database.appUrl, dataFolder: server.dataFolder }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const end = once(child, 'exit')
  child.kill('SIGKILL')
  await end
}

function persons(): SheetPerson[] {
  // A number that ends in 000 looks as if a spreadsheet had cut it off: such a row waits for review.
  const numbers = Array.from({ length: rows + 100 }, (_, n) => citizenNumber(n)).filter(
    (each) => !each.endsWith('000'),
  )
  return numbers.slice(0, rows).map((number, n) => ({
    name: `测${String.fromCharCode(0x4e00 + n)}`,
    number,
    union: '北机械厂工会委员会',
    employer: '北机械厂',
  }))
}

/** A small generator of even numbers between 0 and 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
