import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { MasterKeys } from './crypto.ts'
import { migrate } from './db/migrate.ts'
import { startCluster } from './embedded/index.ts'
import { createMasterKeys, readMasterKeys } from './master-keys.ts'
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
 * processes at once, such as a server and a command beside it.
 * @throws PlainSentence saying what to do when folder, key file or database do not allow it.
 */
export async function openInstallation(settings: Settings): Promise<Installation> {
  makeFolder(settings.dataFolder)
  const keys = openKeys(settings)
  const database = await openDatabase(settings)
  try {
    const { applied, appUrl } = await migrate(database.ownerUrl, keys.hashKey)
    return { keys, ownerUrl: database.ownerUrl, appUrl, applied, close: database.close }
  } catch (error) {
    await database.close()
    throw error
  }
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
