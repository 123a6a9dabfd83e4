import { join } from 'node:path'
import { writeRecoverySheet } from '../operations/recovery-sheet.ts'
import { rotateKey } from '../operations/rotate-key.ts'
import { openPool } from '../platform/db/pool.ts'
import { openInstallation } from '../platform/installation.ts'
import { readKeyFile } from '../platform/master-keys.ts'
import { readSettings } from '../platform/settings.ts'

/** Replaces the encryption key while servers run, and writes a new recovery sheet. Interrupted: run it again. */
export async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const installation = await openInstallation(settings)
  const pool = openPool({ url: installation.ownerUrl, connections: 1, clock: settings.clock ?? undefined })
  try {
    const { keyId, rewrapped } = await rotateKey({
      pool,
      keyPath: settings.keyFile,
      graceMilliseconds: 3000,
      progress: (text) => console.log(text),
    })
    const sheet = join(settings.dataFolder, 'recovery-sheet.html')
    const { rows } = await pool.query<{ name: string }>('select name from tenants order by code limit 1')
    writeRecoverySheet(sheet, readKeyFile(settings.keyFile), rows[0]?.name ?? 'Gonghui')
    console.log(`Key ${keyId} is the only one; ${rewrapped} keys were wrapped anew.`)
    console.log(
      `新的恢复密钥 new recovery sheet: ${sheet}\n请打印两份替换旧的，然后删除该文件 · Print it twice in place of the old one, then delete it. Backups of before open with the new key file, too.`,
    )
  } finally {
    await pool.end()
    await installation.close()
  }
}
