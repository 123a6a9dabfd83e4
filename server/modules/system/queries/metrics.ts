import { inPlumbing } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { diskSpaces } from './disks.ts'
import { databaseNow, lastGoodBackup, lastGoodDrill, latestBackups, latestDrill } from './upkeep.ts'

/** Free space, the age of the last good backup and drill, and whether the newest ones failed. What is not known is left out. */
export async function systemMetrics(platform: Platform): Promise<readonly string[]> {
  const disks = await diskSpaces(platform.dataFolder, platform.backups)
  const free = disks.filter(({ freeBytes }) => freeBytes !== null)
  const upkeep = await upkeepMetrics(platform).catch(() => [])
  return [
    '# TYPE gonghui_disk_free_bytes gauge',
    ...free.map(({ place, freeBytes }) => `gonghui_disk_free_bytes{place="${place}"} ${freeBytes}`),
    ...upkeep,
  ]
}

/** Without a database there is nothing to say: the other lines still come. */
async function upkeepMetrics(platform: Platform): Promise<string[]> {
  return inPlumbing(platform.pool, async (tx) => {
    const moment = await databaseNow(tx)
    const age = (good: { endedAt: Date } | null) =>
      good === null ? null : Math.round((moment.getTime() - good.endedAt.getTime()) / 1000)
    const [backup] = await latestBackups(tx, 1)
    const drill = await latestDrill(tx)
    return [
      ...gauge('gonghui_backup_age_seconds', age(await lastGoodBackup(tx))),
      ...gauge('gonghui_backup_failed', backup === undefined ? null : Number(backup.problem !== null)),
      ...gauge('gonghui_drill_age_seconds', age(await lastGoodDrill(tx))),
      ...gauge('gonghui_drill_failed', drill === null ? null : Number(drill.problem !== null)),
    ]
  })
}

function gauge(name: string, value: number | null): string[] {
  return value === null ? [] : [`# TYPE ${name} gauge`, `${name} ${value}`]
}
