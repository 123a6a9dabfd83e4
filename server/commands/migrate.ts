import { openInstallation } from '../platform/installation.ts'
import { readSettings } from '../platform/settings.ts'

/** Brings the database to the schema of this version and says what was applied. */
export async function run(): Promise<void> {
  const { applied, close } = await openInstallation(readSettings(process.env))
  await close()
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
}
