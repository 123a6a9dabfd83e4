export { recordBackup, recordDrill, recordKeyRotation } from './store.ts'
export type { BackupOutcome } from './store.ts'
export { backupJobKind, drillJobKind, nightlyJobKind } from './jobs.ts'
