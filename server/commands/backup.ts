import { resolve } from 'node:path'
import { statSync } from 'node:fs'
import { takeBackup } from '../platform/backup/index.ts'
import { openInstallation } from '../platform/installation.ts'
import { readKeyFile } from '../platform/master-keys.ts'
import { readSettings } from '../platform/settings.ts'
import { onlyWord, readOptions } from './options.ts'

/** Writes one encrypted file of database and attachments; people may go on working. */
export async function run(args: string[]): Promise<void> {
  const path = resolve(onlyWord('backup', readOptions('backup', args, [])))
  const settings = readSettings(process.env)
  const { ownerUrl, keys, close } = await openInstallation(settings)
  try {
    const keyFile = readKeyFile(settings.keyFile)
    const { parts } = await takeBackup({ ownerUrl, keys, keyFile, dataFolder: settings.dataFolder }, path)
    const rows = parts.reduce((sum, part) => sum + part.rows, 0)
    const files = parts.filter(({ name }) => name.startsWith('file ')).length
    const megabytes = (statSync(path).size / 1e6).toFixed(1)
    console.log(`${path}: ${rows} rows, ${files} attachments, ${megabytes} MB`)
    console.log(
      'It opens only with the key file or its recovery sheet: keep them in another place than the backup · 备份须用密钥或恢复密钥才能打开，请分开保管',
    )
  } finally {
    await close()
  }
}
