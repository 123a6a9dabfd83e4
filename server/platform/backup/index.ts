export { checkBackup, loadBackup, mustBeEmpty } from './load.ts'
export { takeBackup } from './take.ts'
export type { BackupSource } from './take.ts'
