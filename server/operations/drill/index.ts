import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { startCluster } from '../../platform/embedded/index.ts'
import { openInstallation } from '../../platform/installation.ts'
import { createKeyFile, readKeyFile } from '../../platform/master-keys.ts'
import type { Settings } from '../../platform/settings.ts'
import { restoreBackup, type Restored } from '../restore.ts'
import { PartFailed } from './part-failed.ts'
import { recount } from './recount.ts'
import { signInAndRead } from './sign-in-and-read.ts'

/** How a drill came out. `problem` is the code of the step that failed, `part` what it failed at, `sentence` the whole of it for the operator. */
export interface Drilled {
  fileName: string
  restored: Restored | null
  checks: number | null
  tookMilliseconds: number
  problem: 'no_backup' | 'restore' | 'upgrade' | 'recount' | 'sign_in' | 'stopped' | null
  part: string | null
  sentence: string | null
}

/**
 * Restores a backup into a scratch place on a PostgreSQL of its own, brings it to this version, recounts everything, signs somebody in and reads
 * through the API, and removes the place. Never throws for what goes wrong with the backup: whatever could not be done is a failed drill.
 * `stopped` ends it early.
 */
export async function drillBackup(
  settings: Settings,
  path: string | null,
  stopped: Promise<void>,
): Promise<Drilled> {
  const started = performance.now()
  const drilled: Drilled = {
    fileName: path === null ? '' : basename(path),
    restored: null,
    checks: null,
    tookMilliseconds: 0,
    problem: path === null ? 'no_backup' : null,
    part: null,
    sentence: path === null ? 'There is no backup to try: set GONGHUI_BACKUP_FOLDER, or name a file.' : null,
  }
  const scratch = scratchOf(settings)
  await removeScratch(scratch.dataFolder)
  try {
    if (path !== null) await Promise.race([inScratch(settings, { scratch, path, drilled }), stop(stopped)])
  } catch (error) {
    drilled.problem ??= 'stopped'
    drilled.part = error instanceof PartFailed ? error.part : partNamed((error as Error).message)
    drilled.sentence = (error as Error).message
  } finally {
    await removeScratch(scratch.dataFolder)
  }
  return { ...drilled, tookMilliseconds: Math.round(performance.now() - started) }
}

interface Scratch {
  scratch: Settings
  path: string
  drilled: Drilled
}

async function inScratch(settings: Settings, { scratch, path, drilled }: Scratch): Promise<void> {
  drilled.restored = await step(drilled, 'restore', async () => {
    mkdirSync(scratch.dataFolder, { recursive: true, mode: 0o700 })
    createKeyFile(scratch.keyFile, readKeyFile(settings.keyFile))
    return restoreBackup(scratch, path, null)
  })
  const place = await step(drilled, 'upgrade', () => openInstallation(scratch))
  try {
    drilled.checks = await step(drilled, 'recount', () => recount(place, scratch))
    await step(drilled, 'sign_in', () => signInAndRead(place, scratch))
  } finally {
    await place.close()
  }
}

async function step<T>(drilled: Drilled, problem: Drilled['problem'], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    drilled.problem = problem
    throw error
  }
}

async function stop(stopped: Promise<void>): Promise<never> {
  await stopped
  throw new Error('The drill was stopped before it had ended.')
}

/** The same machine, another folder: nothing of the real place is touched, whatever PostgreSQL that one uses. */
function scratchOf(settings: Settings): Settings {
  const dataFolder = join(settings.dataFolder, 'drill')
  return { ...settings, dataFolder, keyFile: join(dataFolder, 'gonghui.key'), databaseUrl: null, demo: 'off' }
}

/** What a drill leaves, or one that was killed: its PostgreSQL may still run. */
async function removeScratch(folder: string): Promise<void> {
  if (existsSync(join(folder, 'postgres'))) {
    const cluster = await startCluster(folder, 'throwaway').catch(() => null)
    await cluster?.close()
  }
  rmSync(folder, { recursive: true, force: true })
}

/** The name of a part as the sentences of a damaged backup give it. */
function partNamed(message: string): string | null {
  return /the part "([^"]+)"|"([^"]+)" does not come out/.exec(message)?.slice(1).find(Boolean) ?? null
}
