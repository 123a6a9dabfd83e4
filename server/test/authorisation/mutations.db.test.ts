import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { copyOfDatabase, testCluster } from '#server/test/scratch-database.ts'
import { testServer } from '#server/test/server.ts'
import { keepWorld } from './kept-world.ts'
import { mutations } from './mutations.ts'
import { makeWorld } from './world.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('run-mutant.ts', import.meta.url))

test('forty-odd mutations of the access functions each turn the matrix red', async (t) => {
  assert.ok(mutations.length >= 45)
  const GONGHUI_TEST_DATABASE_URL = await testCluster()
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-worlds-'))
  const world = await makeWorld()
  const { database, dataFolder: files } = await testServer()
  const made = await copyOfDatabase(database)
  const survivors: string[] = []
  let next = 0
  const worker = async () => {
    while (next < mutations.length) {
      const number = next++
      const mutation = mutations[number]!
      const copy = await copyOfDatabase(made)
      const kept = join(folder, `${number}.json`)
      keepWorld(kept, world, { database: copy, files })
      const { stdout } = await run(
        process.execPath,
        [script, String(number), ...(mutation.showsInTheMaking ? [] : [kept])],
        { env: { ...process.env, GONGHUI_TEST_DATABASE_URL } },
      )
      await copy.close()
      const { applied, failure } = JSON.parse(stdout.split('\n')[0]!) as {
        applied: boolean
        failure: string | null
      }
      assert.ok(applied, mutation.name)
      if (failure === null) survivors.push(mutation.name)
      t.diagnostic(`${mutation.name} → ${failure ?? 'NOT NOTICED'}`)
    }
  }
  try {
    await Promise.all([worker(), worker()])
  } finally {
    await made.close()
    rmSync(folder, { recursive: true, force: true })
  }
  assert.deepEqual(survivors, [])
})
