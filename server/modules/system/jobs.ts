import { inPlumbing } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import type { JobHandler } from '#server/platform/jobs.ts'
import { runOwnCommand } from '#server/platform/own-command.ts'
import type { Platform } from '#server/platform/platform.ts'
import { databaseNow, lastGoodDrill } from './queries/upkeep.ts'

/** Comes every night: a backup, and a drill of it when the last good one is old. */
export const nightlyJobKind = 'system.nightly'
/** A backup that the system administrator has ordered. */
export const backupJobKind = 'system.backup'
/** A drill that the system administrator has ordered. */
export const drillJobKind = 'system.drill'

/** The work itself is done by commands of their own processes, which put down how it came out. */
export function jobHandlers(platform: Platform): Record<string, JobHandler> {
  return {
    [nightlyJobKind]: async () => {
      if (platform.backups.folder === null) return { outcome: 'no folder is set' }
      await backUp()
      if (!(await isDrillDue(platform))) return { outcome: 'backed up' }
      await drill()
      return { outcome: 'backed up and tried' }
    },
    [backupJobKind]: async () => {
      await backUp()
      return {}
    },
    [drillJobKind]: async () => {
      await drill()
      return {}
    },
  }
}

async function backUp(): Promise<void> {
  await mustEndWell(['backup', '--scheduled'], 'system.backup_failed')
}

async function drill(): Promise<void> {
  await mustEndWell(['drill', '--newest'], 'system.drill_failed')
}

async function mustEndWell(command: readonly string[], problem: string): Promise<void> {
  const code = await runOwnCommand(command)
  // Killed, as when the server stops: the job waits and is taken up again.
  if (code === null) throw new Error(`gonghui ${command.join(' ')} was killed`)
  if (code !== 0) refuse(problem)
}

async function isDrillDue(platform: Platform): Promise<boolean> {
  return inPlumbing(platform.pool, async (tx) => {
    const good = await lastGoodDrill(tx)
    if (good === null) return true
    const ageDays = ((await databaseNow(tx)).getTime() - good.endedAt.getTime()) / 86_400_000
    // A nightly job never comes at exactly the same second.
    return ageDays > platform.backups.drillDays - 0.5
  })
}
