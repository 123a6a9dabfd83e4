import { openPool } from '../../platform/db/pool.ts'
import type { Installation } from '../../platform/installation.ts'
import type { Settings } from '../../platform/settings.ts'
import { verifyPlace } from '../verify/index.ts'
import { PartFailed } from './part-failed.ts'

/** Recounts everything of the restored place; answers how many checks passed. Throws at the first that does not, by its name. */
export async function recount(place: Installation, settings: Settings): Promise<number> {
  const pool = openPool({ url: place.ownerUrl, connections: 1 })
  let passed = 0
  try {
    // Anchors younger than the backup vouch for entries that it cannot have.
    const looked = { pool, keys: place.keys, dataFolder: settings.dataFolder, anchors: null }
    for await (const { check, tenant, difference } of verifyPlace(looked)) {
      if (difference !== null) throw new PartFailed(check, `${tenant ?? 'database'}, ${check}: ${difference}`)
      passed += 1
    }
  } finally {
    await pool.end()
  }
  if (passed === 0) throw new PartFailed('recount', 'Nothing was recounted.')
  return passed
}
