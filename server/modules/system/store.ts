import type { PlumbingTx, Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { sql } from 'kysely'

/** A backup as it is put down: sizes, or the code of what went wrong. */
export interface BackupOutcome {
  origin: 'schedule' | 'command'
  fileName: string
  tookMilliseconds: number
  taken: { bytes: number; rows: number; attachments: number; sha256: string } | null
  problem: string | null
}

/** Puts down that a backup was taken, or failed. The transaction is the owner's: the server's role may only read. */
export async function recordBackup(tx: PlumbingTx, backup: BackupOutcome): Promise<void> {
  await tx
    .insertInto('backups')
    .values({
      id: newId(),
      origin: backup.origin,
      file_name: backup.fileName,
      took_milliseconds: backup.tookMilliseconds,
      bytes: backup.taken?.bytes ?? null,
      stored_rows: backup.taken?.rows ?? null,
      attachments: backup.taken?.attachments ?? null,
      sha256: backup.taken?.sha256 ?? null,
      problem: backup.problem,
    })
    .execute()
}

/** A drill as it is put down. */
export interface DrillOutcome {
  fileName: string
  backupTakenAt: Date | null
  tookMilliseconds: number
  rows: number | null
  checks: number | null
  /** Code of the step that failed; null for a drill that passed. */
  problem: string | null
  /** The part of the backup or the check by its name. */
  part: string | null
}

/** Puts down how a drill came out. The transaction is the owner's. */
export async function recordDrill(tx: PlumbingTx, drill: DrillOutcome): Promise<void> {
  await tx
    .insertInto('drills')
    .values({
      id: newId(),
      file_name: drill.fileName,
      backup_taken_at: drill.backupTakenAt,
      took_milliseconds: drill.tookMilliseconds,
      stored_rows: drill.rows,
      checks: drill.checks,
      problem: drill.problem,
      part: drill.part,
    })
    .execute()
}

/** Puts down since when a key wraps. The transaction is the owner's. */
export async function recordKeyRotation(tx: PlumbingTx, keyId: number): Promise<void> {
  await tx
    .insertInto('key_rotations')
    .values({ key_id: keyId })
    .onConflict((clash) => clash.column('key_id').doNothing())
    .execute()
}

/** Locks a job that failed, of this tenant or of the installation; null when there is none. */
export async function lockFailedJob(tx: Tx, jobId: string): Promise<{ id: string; kind: string } | null> {
  const job = await tx
    .selectFrom('jobs')
    .select(['id', 'kind'])
    .where('id', '=', jobId)
    .where('state', '=', 'failed')
    .where((where) => where.or([where('tenant_id', '=', tx.tenantId), where('tenant_id', 'is', null)]))
    .forUpdate()
    .executeTakeFirst()
  return job ?? null
}

/** Lets a job run again from the beginning of its tries. */
export async function resetJob(tx: Tx, jobId: string): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({
      state: 'waiting',
      attempts: 0,
      run_after: sql<Date>`now()`,
      ended_at: null,
      error_code: null,
      result: null,
    })
    .where('id', '=', jobId)
    .execute()
}

/** Takes a job off the list. */
export async function deleteJob(tx: Tx, jobId: string): Promise<void> {
  await tx.deleteFrom('jobs').where('id', '=', jobId).execute()
}
