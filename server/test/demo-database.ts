import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMakers } from '#server/demo/demos.ts'
import { startLoading } from '#server/demo/load-demos.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import { databaseFrom, templateOf, type ScratchDatabase } from './scratch-database.ts'
import { testKeys } from './server.ts'

/** A database with the small demo as of the day, loaded once in a test run and copied for each who asks; `close` drops the copy. */
export function demoDatabase(clock: string): Promise<ScratchDatabase> {
  const order = { keys: testKeys, clock, dataFolder: null, scale: 'small', makers: demoMakers } as const
  return databaseFrom(
    templateOf(
      `demo_${fingerprint(clock)}`,
      (ownerUrl) => startLoading({ ownerUrl, ...order }, () => {}).done,
    ),
  )
}

/** Changes with whatever may change what is loaded: the demo and all it is loaded by. */
function fingerprint(clock: string): string {
  const hash = createHash('sha256').update(clock)
  const files = globSync('{server,contract}/**/*.{ts,csv,json}', { cwd: projectRoot }).sort()
  for (const file of files) hash.update(file).update(readFileSync(join(projectRoot, file)))
  return hash.digest('hex').slice(0, 12)
}
