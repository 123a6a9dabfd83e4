import { resolve } from 'node:path'
import { restoreBackup } from '../operations/restore.ts'
import { openInstallation } from '../platform/installation.ts'
import { readSettings } from '../platform/settings.ts'
import { onlyWord, readOptions } from './options.ts'

/** Restores a backup into an empty place and brings it to this version. */
export async function run(args: string[]): Promise<void> {
  const options = readOptions('restore', args, ['sheet'])
  const path = resolve(onlyWord('restore', options))
  const settings = readSettings(process.env)
  const { rows, files } = await restoreBackup(settings, path, options.values.sheet ?? null)
  const { applied, close } = await openInstallation(settings)
  await close()
  console.log(`Restored ${rows} rows and ${files} attachments into ${settings.dataFolder}.`)
  if (applied.length > 0) console.log(`Brought to this version: ${applied.join(', ')}`)
}
