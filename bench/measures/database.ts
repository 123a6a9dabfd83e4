import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { MasterKeys } from '#server/platform/crypto.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { startCluster } from '#server/platform/embedded/index.ts'
import { createMasterKeys } from '#server/platform/master-keys.ts'

/** A migrated database of a benchmark's own, on a cluster that keeps what is committed. */
export interface BenchDatabase {
  folder: string
  cluster: Awaited<ReturnType<typeof startCluster>>
  keyFile: string
  keys: MasterKeys
  ownerUrl: string
  appUrl: string
  owner: pg.Client
}

/** Measures on a database of its own, which is gone afterwards whatever happened. */
export async function withBenchDatabase<T>(
  name: string,
  measure: (database: BenchDatabase) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `gonghui-bench-${name}-`))
  const cluster = await startCluster(folder, 'durable')
  const keyFile = join(folder, 'bench.key')
  let owner: pg.Client | undefined
  try {
    const keys = createMasterKeys(keyFile)
    const ownerUrl = cluster.urlOf('gonghui')
    const { appUrl } = await migrate(ownerUrl, keys.hashKey)
    owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    return await measure({ folder, cluster, keyFile, keys, ownerUrl, appUrl, owner })
  } finally {
    await owner?.end()
    await cluster.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
