import { resolve } from 'node:path'
import { restoreBackup } from '../operations/restore.ts'
import { openInstallation } from '../platform/installation.ts'
import { readSettings } from '../platform/settings.ts'
import { onlyWord, readOptions } from './options.ts'
import { printVerification } from './print-verification.ts'

/** Restores a backup into an empty place, brings it to this version and recounts it. */
export async function run(args: string[]): Promise<void> {
  const options = readOptions('restore', args, ['sheet'])
  const path = resolve(onlyWord('restore', options))
  const settings = readSettings(process.env)
  const { rows, files } = await restoreBackup(settings, path, options.values.sheet ?? null)
  const installation = await openInstallation(settings)
  try {
    console.log(`Restored ${rows} rows and ${files} attachments into ${settings.dataFolder}.`)
    if (installation.applied.length > 0)
      console.log(`Brought to this version: ${installation.applied.join(', ')}`)
    // Anchors younger than the backup vouch for entries that it cannot have.
    await printVerification(installation, settings, null)
  } finally {
    await installation.close()
  }
}
