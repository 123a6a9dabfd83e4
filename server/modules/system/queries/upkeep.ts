import type { BackupRecord, DrillRecord } from '#contract/system.ts'
import { sql } from 'kysely'
import type { PlumbingTx, Tx as TenantTx } from '#server/platform/db/transaction.ts'

type Tx = PlumbingTx | TenantTx

/** The real time of the database: what is put down here happened then, whatever clock a test has set. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(tx)
  return rows[0]!.now
}

/** The newest backups, tried or taken, newest first. */
export async function latestBackups(tx: Tx, count: number): Promise<BackupRecord[]> {
  const rows = await tx
    .selectFrom('backups')
    .selectAll()
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    endedAt: row.ended_at.toISOString(),
    origin: row.origin,
    fileName: row.file_name,
    tookMilliseconds: row.took_milliseconds,
    bytes: row.bytes,
    rows: row.stored_rows,
    attachments: row.attachments,
    sha256: row.sha256,
    problem: row.problem,
  }))
}

/** When the newest backup ended that held together. */
export async function lastGoodBackup(tx: Tx): Promise<{ endedAt: Date } | null> {
  const row = await tx
    .selectFrom('backups')
    .select('ended_at')
    .where('problem', 'is', null)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { endedAt: row.ended_at }
}

/** The newest drill, however it came out. */
export async function latestDrill(tx: Tx): Promise<DrillRecord | null> {
  const row = await tx
    .selectFrom('drills')
    .selectAll()
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    endedAt: row.ended_at.toISOString(),
    fileName: row.file_name,
    backupTakenAt: row.backup_taken_at?.toISOString() ?? null,
    tookMilliseconds: row.took_milliseconds,
    rows: row.stored_rows,
    checks: row.checks,
    problem: row.problem,
    part: row.part,
  }
}

/** When the newest drill ended that passed. */
export async function lastGoodDrill(tx: Tx): Promise<{ endedAt: Date } | null> {
  const row = await tx
    .selectFrom('drills')
    .select('ended_at')
    .where('problem', 'is', null)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { endedAt: row.ended_at }
}
