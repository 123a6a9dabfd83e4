import { statfs } from 'node:fs/promises'
import type { DiskSpace } from '#contract/system.ts'
import type { BackupPlan } from '#server/platform/backup/plan.ts'

/** Free space where the data lie and where backups go. A place that cannot be asked counts as low. */
export async function diskSpaces(dataFolder: string, plan: BackupPlan): Promise<DiskSpace[]> {
  const places = [['data', dataFolder]]
  if (plan.folder !== null) places.push(['backups', plan.folder])
  const leastBytes = plan.leastFreeMegabytes * 1_000_000
  return Promise.all(places.map(([place, folder]) => spaceOf(place!, folder!, leastBytes)))
}

async function spaceOf(place: string, folder: string, leastBytes: number): Promise<DiskSpace> {
  const found = await statfs(folder).catch(() => null)
  if (found === null) return { place, freeBytes: null, totalBytes: null, isLow: true }
  const freeBytes = found.bavail * found.bsize
  return { place, freeBytes, totalBytes: found.blocks * found.bsize, isLow: freeBytes < leastBytes }
}
