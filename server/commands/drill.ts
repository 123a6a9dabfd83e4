import { resolve } from 'node:path'
import { drillBackup } from '../operations/drill/index.ts'
import { recordDrilled } from '../operations/drill/record.ts'
import { newestBackup } from '../operations/keep-backups.ts'
import { openPool } from '../platform/db/pool.ts'
import { openInstallation } from '../platform/installation.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { readSettings, type Settings } from '../platform/settings.ts'
import { onlyWord, readOptions } from './options.ts'
import { stopSignal } from './stop-signal.ts'

const drillLock = 4_750_162_005

/** Tries a backup in a scratch place and puts down how it came out. A drill that could not be done is a failed one: it ends with code 1. */
export async function run(args: string[]): Promise<void> {
  const settings = readSettings(process.env)
  const stopped = stopSignal()
  const path = await chosenBackup(settings, args)
  const { ownerUrl, keys, close } = await openInstallation(settings)
  // One connection: it holds the lock as long as the drill goes on.
  const pool = openPool({ url: ownerUrl, connections: 1, idleMilliseconds: 0 })
  try {
    const { rows } = await pool.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [
      drillLock,
    ])
    if (!rows[0]!.ours) throw new PlainSentence('Another drill is under way: wait for it.')
    const drilled = await drillBackup(settings, path, stopped)
    await recordDrilled(pool, keys, drilled)
    const { restored, checks, problem, sentence } = drilled
    if (problem !== null)
      throw new PlainSentence(`The drill FAILED (${problem}) 恢复演练没有通过: ${sentence ?? ''}`)
    const seconds = (drilled.tookMilliseconds / 1000).toFixed(1)
    console.log(
      `${drilled.fileName}: ${restored!.rows} rows and ${restored!.files} attachments restored, ${checks} checks, sign-in and reading: all passed in ${seconds} s · 恢复演练通过`,
    )
  } finally {
    await pool.end()
    await close()
  }
}

async function chosenBackup(settings: Settings, args: string[]): Promise<string | null> {
  if (args.length > 0 && args[0] !== '--newest')
    return resolve(onlyWord('drill', readOptions('drill', args, [])))
  return settings.backups.folder === null ? null : newestBackup(settings.backups.folder)
}
