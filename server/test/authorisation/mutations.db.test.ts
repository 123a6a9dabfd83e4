import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { testCluster } from '#server/test/scratch-database.ts'
import { mutations } from './mutations.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('run-mutant.ts', import.meta.url))

test('forty-odd mutations of the access functions each turn the matrix red', async (t) => {
  assert.ok(mutations.length >= 45)
  const GONGHUI_TEST_DATABASE_URL = await testCluster()
  const survivors: string[] = []
  let next = 0
  const worker = async () => {
    while (next < mutations.length) {
      const number = next++
      const { stdout } = await run(process.execPath, [script, String(number)], {
        env: { ...process.env, GONGHUI_TEST_DATABASE_URL },
      })
      const { applied, failure } = JSON.parse(stdout.split('\n')[0]!) as {
        applied: boolean
        failure: string | null
      }
      assert.ok(applied, mutations[number]!.name)
      if (failure === null) survivors.push(mutations[number]!.name)
      t.diagnostic(`${mutations[number]!.name} → ${failure ?? 'NOT NOTICED'}`)
    }
  }
  await Promise.all([worker(), worker()])
  assert.deepEqual(survivors, [])
})
