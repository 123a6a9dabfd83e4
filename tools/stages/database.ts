import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startCluster } from '#server/platform/embedded/index.ts'
import { throwawayRoot } from '#server/test/throwaway-root.ts'
import { nodeTests } from './node-tests.ts'
import type { StageResult } from './stage.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Tests on one PostgreSQL of their own, or on that of DATABASE_URL; each test process gets its own database in it. */
export async function databaseStage(files: string[]): Promise<StageResult> {
  if (files.length === 0) return { passed: 0, failures: [] }
  return withTestCluster(() => nodeTests(files, { processes: 3 }))
}

/** Gives the work, and the processes it starts, a throw-away PostgreSQL that is gone afterwards. */
export async function withTestCluster<T>(work: () => Promise<T>): Promise<T> {
  const given = process.env.GONGHUI_TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (given !== undefined) return work()
  const folder = mkdtempSync(join(throwawayRoot(), 'gonghui-tests-'))
  const cluster = await startCluster(folder, 'throwaway')
  const remove = async () => {
    delete process.env.GONGHUI_TEST_DATABASE_URL
    await cluster.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const interrupted = () => void remove().then(() => process.exit(130))
  process.env.GONGHUI_TEST_DATABASE_URL = cluster.urlOf('postgres')
  for (const signal of signals) process.once(signal, interrupted)
  try {
    return await work()
  } finally {
    for (const signal of signals) process.off(signal, interrupted)
    await remove()
  }
}
