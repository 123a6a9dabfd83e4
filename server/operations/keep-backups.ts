import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { recordBackup, type BackupOutcome } from '../modules/system/index.ts'
import { audit } from '../platform/audit.ts'
import { checkBackup, takeBackup, type BackupSource } from '../platform/backup/index.ts'
import { backupName, takenAtOf } from '../platform/backup/plan.ts'
import { inPlumbing, inTenant } from '../platform/db/transaction.ts'
import { outageOf } from '../platform/outage.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'

/** Where a backup goes, and what asked for it. */
export interface Ordered {
  path: string
  origin: BackupOutcome['origin']
}

/** What was taken: sizes, and the hash of the whole file. */
export type Taken = NonNullable<BackupOutcome['taken']>

/**
 * Takes a backup, reads it back, and puts down how it came out: for the system administrator's page, and in the audit log of every tenant.
 * `pool` is the owner's. A file that does not hold together is deleted again.
 * @throws PlainSentence when it could not be taken; that is put down as well.
 */
export async function takeKnownBackup(pool: pg.Pool, source: BackupSource, ordered: Ordered): Promise<Taken> {
  const started = performance.now()
  const outcome = (problem: string | null, taken: Taken | null): BackupOutcome => ({
    origin: ordered.origin,
    fileName: basename(ordered.path),
    tookMilliseconds: Math.round(performance.now() - started),
    taken,
    problem,
  })
  try {
    const taken = await takeAndReadBack(source, ordered.path)
    await inPlumbing(pool, (tx) => recordBackup(tx, outcome(null, taken)))
    await auditBackup(pool, source, taken)
    return taken
  } catch (error) {
    // A database that is gone cannot keep the news; the command's own failure still tells.
    await inPlumbing(pool, (tx) => recordBackup(tx, outcome(problemOf(error), null))).catch(() => {})
    throw error
  }
}

async function takeAndReadBack(source: BackupSource, path: string): Promise<Taken> {
  const { parts } = await takeBackup(source, path)
  try {
    await checkBackup(path, source.keys)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return {
    bytes: (await stat(path)).size,
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    attachments: parts.filter(({ name }) => name.startsWith('file ')).length,
    sha256: hash.digest('hex'),
  }
}

function problemOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  const { cause } = error as Error
  if (outageOf(cause ?? error)?.code === 'common.disk_full') return 'disk_full'
  if (code === 'EACCES' || code === 'ENOENT' || code === 'EROFS' || code === 'EIO') return 'folder'
  if (error instanceof PlainSentence && error.message.includes('damaged')) return 'damaged'
  return error instanceof PlainSentence ? 'folder' : 'failed'
}

async function auditBackup(pool: pg.Pool, source: BackupSource, taken: Taken): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select id from tenants order by id')
  for (const { id } of rows) {
    await inTenant({ pool, keys: source.keys }, id, (tx) =>
      audit(tx, null, 'system.backed_up', {
        kind: 'tenant',
        id,
        organisationId: null,
        params: { rows: taken.rows, megabytes: Math.ceil(taken.bytes / 1e6) },
      }),
    )
  }
}

/** A place for the next backup in the folder of backups, by the database's clock. */
export async function nextBackupPath(pool: pg.Pool, folder: string): Promise<string> {
  const { rows } = await pool.query<{ now: Date }>('select now() as now')
  return join(folder, backupName(rows[0]!.now))
}

/**
 * Deletes backups that are older than `keepDays` counted from the newest one, and drafts that a killed process left. The newest one stays
 * whatever its age; call it only when that one holds together.
 * @returns the names that were deleted.
 */
export async function dropOldBackups(folder: string, keepDays: number): Promise<string[]> {
  const names = (await readdir(folder)).sort()
  const newest = newestOf(names)
  if (newest === null) return []
  const limit = takenAtOf(newest)!.getTime() - keepDays * 86_400_000
  const isOld = (name: string) =>
    (takenAtOf(name.replace(/\.unfinished$/, ''))?.getTime() ?? Infinity) < limit
  const isDraft = (name: string) => name.endsWith('.unfinished') && name < newest
  const old = names.filter((name) => name !== newest && (isOld(name) || isDraft(name)))
  for (const name of old) await rm(join(folder, name), { force: true })
  return old
}

/** The newest backup of a folder by its name, or null where there is none. */
export async function newestBackup(folder: string): Promise<string | null> {
  await mkdir(folder, { recursive: true })
  const newest = newestOf(await readdir(folder))
  return newest === null ? null : join(folder, newest)
}

function newestOf(names: readonly string[]): string | null {
  return (
    names
      .filter((name) => takenAtOf(name) !== null)
      .sort()
      .at(-1) ?? null
  )
}
