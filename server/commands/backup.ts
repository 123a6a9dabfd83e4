import { resolve } from 'node:path'
import { dropOldBackups, nextBackupPath, takeKnownBackup, type Ordered } from '../operations/keep-backups.ts'
import { openPool } from '../platform/db/pool.ts'
import { openInstallation } from '../platform/installation.ts'
import { readKeyFile } from '../platform/master-keys.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { readSettings, type Settings } from '../platform/settings.ts'
import { onlyWord, readOptions } from './options.ts'

/** Writes one encrypted file of database and attachments and reads it back; people may go on working. */
export async function run(args: string[]): Promise<void> {
  // The nightly one goes into the backup folder, and old ones make way.
  const isScheduled = args[0] === '--scheduled' && args.length === 1
  const settings = readSettings(process.env)
  const folder = isScheduled ? mustHaveFolder(settings) : null
  const chosen = isScheduled ? '' : resolve(onlyWord('backup', readOptions('backup', args, [])))
  const { ownerUrl, keys, close } = await openInstallation(settings)
  const pool = openPool({ url: ownerUrl, connections: 1, clock: settings.clock ?? undefined })
  try {
    const ordered: Ordered =
      folder === null
        ? { path: chosen, origin: 'command' }
        : { path: await nextBackupPath(pool, folder), origin: 'schedule' }
    const source = {
      ownerUrl,
      keys,
      keyFile: readKeyFile(settings.keyFile),
      dataFolder: settings.dataFolder,
    }
    const { rows, attachments, bytes } = await takeKnownBackup(pool, source, ordered)
    console.log(`${ordered.path}: ${rows} rows, ${attachments} attachments, ${(bytes / 1e6).toFixed(1)} MB`)
    if (folder !== null)
      for (const name of await dropOldBackups(folder, settings.backups.keepDays))
        console.log(`Deleted ${name}: older than ${settings.backups.keepDays} days.`)
    else
      console.log(
        'It opens only with the key file or its recovery sheet: keep them in another place than the backup · 备份须用密钥或恢复密钥才能打开，请分开保管',
      )
  } finally {
    await pool.end()
    await close()
  }
}

function mustHaveFolder(settings: Settings): string {
  if (settings.backups.folder !== null) return settings.backups.folder
  throw new PlainSentence('Set GONGHUI_BACKUP_FOLDER to a folder on another disk than the data.')
}
