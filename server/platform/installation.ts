import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { MasterKeys } from './crypto.ts'
import { migrate, migrationNames } from './db/migrate.ts'
import { startCluster } from './embedded/index.ts'
import { createMasterKeys, readKeyFile, readMasterKeys } from './master-keys.ts'
import { PlainSentence } from './plain-sentence.ts'
import type { Settings } from './settings.ts'

/** A Gonghui that a command works on: its keys and its migrated database. */
export interface Installation {
  keys: MasterKeys
  /** The owner's address: for migrations, backup and restore. */
  ownerUrl: string
  /** The app role's address: for everything else. */
  appUrl: string
  /** Migrations applied just now, by name. */
  applied: string[]
  /** Stops the built-in PostgreSQL unless another process uses it. */
  close(): Promise<void>
}

/**
 * Opens the installation of these settings, making key, database and schema where there are none yet. May be open in several
 * processes at once, such as a server and a command beside it. `upTo` are the migrations to have applied: those of a backup, or all.
 * Before a newer version changes what an older one wrote, it takes a backup into the folder `backups`.
 * @throws PlainSentence saying what to do when folder, key file or database do not allow it.
 */
export async function openInstallation(
  settings: Settings,
  upTo: readonly string[] = migrationNames(),
): Promise<Installation> {
  makeFolder(settings.dataFolder)
  const keys = openKeys(settings)
  const database = await openDatabase(settings)
  try {
    const beforeUpgrade = (applied: readonly string[]) =>
      backUpBefore(settings, { ownerUrl: database.ownerUrl, keys, applied })
    const { applied, appUrl } = await migrate(database.ownerUrl, keys.hashKey, { upTo, beforeUpgrade })
    return { keys, ownerUrl: database.ownerUrl, appUrl, applied, close: database.close }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function backUpBefore(
  settings: Settings,
  { ownerUrl, keys, applied }: { ownerUrl: string; keys: MasterKeys; applied: readonly string[] },
): Promise<void> {
  const { takeBackup } = await import('./backup/index.ts')
  const moment = new Date().toISOString().replace(/[-:]|\..*/g, '')
  const path = join(settings.dataFolder, 'backups', `before-upgrade-of-${applied.at(-1)}-${moment}.backup`)
  const keyFile = readKeyFile(settings.keyFile)
  await takeBackup({ ownerUrl, keys, keyFile, dataFolder: settings.dataFolder }, path)
  console.log(`Backed up before the upgrade: ${path}`)
}

function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
    readdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new PlainSentence(
      `The data folder ${folder} cannot be used (${code}): give it to the user who starts Gonghui, or set GONGHUI_DATA to another folder.`,
    )
  }
}

/** A lost key file must never be replaced in silence: what it locked would stay locked for ever. */
function openKeys(settings: Settings): MasterKeys {
  const isFirstStart = !existsSync(settings.keyFile) && isEmpty(settings.dataFolder)
  if (isFirstStart) {
    mkdirSync(dirname(settings.keyFile), { recursive: true })
    return createMasterKeys(settings.keyFile)
  }
  try {
    const keys = readMasterKeys(settings.keyFile)
    chmodSync(settings.keyFile, 0o600)
    return keys
  } catch (error) {
    throw new PlainSentence((error as Error).message)
  }
}

/** What systems put into every folder or volume does not count. */
function isEmpty(folder: string): boolean {
  return readdirSync(folder).every((name) => name.startsWith('.') || name === 'lost+found')
}

async function openDatabase(settings: Settings): Promise<{ ownerUrl: string; close(): Promise<void> }> {
  if (settings.databaseUrl !== null) return { ownerUrl: settings.databaseUrl, close: async () => {} }
  const cluster = await startCluster(settings.dataFolder, 'durable')
  return { ownerUrl: cluster.urlOf('gonghui'), close: () => cluster.close() }
}
