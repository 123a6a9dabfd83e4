import { verifyPlace } from '../operations/verify/index.ts'
import { openPool } from '../platform/db/pool.ts'
import type { Installation } from '../platform/installation.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import type { Settings } from '../platform/settings.ts'

/**
 * Recounts everything of an open installation and prints one line for each check.
 * @throws PlainSentence when something differs.
 */
export async function printVerification(
  installation: Installation,
  settings: Settings,
  anchors: string | null,
): Promise<void> {
  const pool = openPool({ url: installation.ownerUrl, connections: 1, clock: settings.clock ?? undefined })
  let passed = 0
  let failed = 0
  try {
    const place = { pool, keys: installation.keys, dataFolder: settings.dataFolder, anchors }
    for await (const { check, tenant, looked, difference } of verifyPlace(place)) {
      if (difference === null) passed += 1
      else failed += 1
      const outcome = difference === null ? `ok      ${looked}` : `DIFFERS ${difference}`
      console.log(`${(tenant ?? 'database').padEnd(20)}${check.padEnd(42)}${outcome}`)
    }
  } finally {
    await pool.end()
  }
  console.log(`${passed} checks passed, ${failed} failed`)
  if (failed > 0)
    throw new PlainSentence(
      'Something differs: keep a copy of this output, and restore the last backup that verifies if the cause is not known.',
    )
}
