/** How backups are kept: settings of docs/operations.md. */
export interface BackupPlan {
  /** Where one is put every night; null: nobody has set it up. */
  folder: string | null
  /** Days after which one is deleted, once a newer one holds together. */
  keepDays: number
  /** Days after which the newest one is restored into a scratch place once more. */
  drillDays: number
  /** Below this much free space the system administrator is warned. */
  leastFreeMegabytes: number
}

/** A server that was not told where backups go. */
export const noBackups: BackupPlan = { folder: null, keepDays: 30, drillDays: 7, leastFreeMegabytes: 2048 }

/** The name of a backup by the moment it was taken at: names in order are backups in order. */
export function backupName(takenAt: Date): string {
  return `gonghui-${takenAt.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`
}

/** The moment in a backup's name, or null for a file of another name. */
export function takenAtOf(name: string): Date | null {
  const parts = /^gonghui-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/.exec(name)
  if (parts === null) return null
  const [year, month, day, hour, minute, second] = parts.slice(1)
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
