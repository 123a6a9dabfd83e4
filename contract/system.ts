import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, operation } from './operation.ts'

/** A backup that was taken, or that failed: `problem` is null for one that was read back and held together. */
export const BackupRecord = Type.Object({
  id: Id,
  endedAt: Instant,
  origin: Type.String({ description: 'schedule or command' }),
  fileName: Type.String(),
  tookMilliseconds: Type.Integer(),
  bytes: Nullable(Type.Integer()),
  rows: Nullable(Type.Integer()),
  attachments: Nullable(Type.Integer()),
  sha256: Nullable(Type.String()),
  problem: Nullable(Type.String()),
})
export type BackupRecord = Static<typeof BackupRecord>

/** A backup that was restored into a scratch place and tried there; `part` names what did not come out. */
export const DrillRecord = Type.Object({
  id: Id,
  endedAt: Instant,
  fileName: Type.String(),
  backupTakenAt: Nullable(Instant),
  tookMilliseconds: Type.Integer(),
  rows: Nullable(Type.Integer()),
  checks: Nullable(Type.Integer()),
  problem: Nullable(Type.String()),
  part: Nullable(Type.String()),
})
export type DrillRecord = Static<typeof DrillRecord>

/** A place on a disk, and whether little is left there. */
export const DiskSpace = Type.Object({
  place: Type.String({ description: 'data or backups' }),
  freeBytes: Nullable(Type.Integer()),
  totalBytes: Nullable(Type.Integer()),
  isLow: Type.Boolean(),
})
export type DiskSpace = Static<typeof DiskSpace>

/** Work that ended badly and waits for somebody: codes and times only. */
export const FailedJob = Type.Object({
  id: Id,
  kind: Type.String(),
  errorCode: Nullable(Type.String()),
  attempts: Type.Integer(),
  createdAt: Instant,
  endedAt: Nullable(Instant),
})
export type FailedJob = Static<typeof FailedJob>

/** How the installation stands. Nothing of it is about a person. */
export const SystemState = Type.Object({
  version: Type.String(),
  runtime: Type.String(),
  startedAt: Instant,
  database: Type.Object({
    version: Type.String(),
    bytes: Type.Integer(),
    migration: Type.String(),
    isDurable: Type.Boolean({
      description:
        'fsync, synchronous_commit and full_page_writes are on: what was answered survives a crash',
    }),
  }),
  disks: Type.Array(DiskSpace),
  backups: Type.Object({
    isScheduled: Type.Boolean(),
    keepDays: Type.Integer(),
    drillDays: Type.Integer(),
    state: Type.String({ description: 'good, late, failed or none' }),
    latest: Type.Array(BackupRecord),
  }),
  drill: Type.Object({
    state: Type.String({ description: 'good, late, failed or none' }),
    last: Nullable(DrillRecord),
  }),
  key: Type.Object({ id: Type.Integer(), since: Instant }),
  serving: Type.Object({
    speaksHttps: Type.Boolean(),
    secureCookies: Type.Boolean(),
    trustedProxies: Type.Integer(),
    connections: Type.Object({ open: Type.Integer(), idle: Type.Integer(), waitedFor: Type.Integer() }),
  }),
  outside: Type.Object({
    mail: Type.Boolean(),
    textMessages: Type.Boolean(),
    singleSignOn: Type.Boolean(),
    anchors: Type.Boolean({ description: 'whether heads of the audit log go somewhere outside' }),
  }),
  jobs: Type.Object({
    waiting: Type.Integer(),
    running: Type.Integer(),
    failed: Type.Array(FailedJob),
    schedules: Type.Array(Type.Object({ kind: Type.String(), dueAt: Instant })),
  }),
})
export type SystemState = Static<typeof SystemState>

const Started = Type.Object({ jobId: Id })

/** The system administrator's work: how the machine stands, and what can be done about it from the browser. */
export const operations = {
  getSystemState: operation({
    method: 'GET',
    path: '/system',
    summary: 'Version, disks, backups, drills, keys, jobs: how the installation stands',
    output: SystemState,
  }),
  startBackup: operation({
    method: 'POST',
    path: '/system/backups',
    summary: 'Take a backup into the backup folder now, as a job',
    output: Started,
    status: 202,
  }),
  startDrill: operation({
    method: 'POST',
    path: '/system/drills',
    summary: 'Restore the newest backup into a scratch place and try it, as a job',
    output: Started,
    status: 202,
  }),
  retryJob: operation({
    method: 'POST',
    path: '/system/jobs/:jobId/retry',
    summary: 'Run a failed job once more',
    params: Type.Object({ jobId: Id }),
    output: Nothing,
  }),
  forgetJob: operation({
    method: 'DELETE',
    path: '/system/jobs/:jobId',
    summary: 'Take a failed job off the list',
    params: Type.Object({ jobId: Id }),
    output: Nothing,
  }),
}
