import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { SystemState } from '#contract/system.ts'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import { lateBackupHours, standingOf } from '../rules.ts'
import { diskSpaces } from './disks.ts'
import { jobsOf } from './jobs.ts'
import { databaseNow, lastGoodBackup, lastGoodDrill, latestBackups, latestDrill } from './upkeep.ts'

const backupsShown = 10

/** How the installation stands; of jobs those of the actor's tenant and of the installation. */
export async function systemState(platform: Platform, actor: Actor): Promise<SystemState> {
  const { backups: plan, outside, pool, serving, keys } = platform
  const disks = await diskSpaces(platform.dataFolder, plan)
  return inTenant(platform, actor.tenantId, async (tx) => ({
    version: productVersion(),
    runtime: `Node ${process.versions.node}`,
    startedAt: serving.startedAt,
    database: await databaseOf(tx),
    disks,
    ...(await upkeepOf(tx, plan)),
    key: { id: keys.currentId, since: await keySince(tx, keys.currentId) },
    serving: {
      speaksHttps: serving.speaksHttps,
      secureCookies: serving.secureCookies,
      trustedProxies: serving.trustedProxies,
      connections: { open: pool.totalCount, idle: pool.idleCount, waitedFor: pool.waitingCount },
    },
    outside: {
      mail: outside.smtpUrl !== null,
      textMessages: Object.keys(outside.sms).length > 0,
      singleSignOn: Object.keys(outside.oidc).length > 0,
      anchors: outside.anchorFolder !== null || outside.anchorMail !== null,
    },
    jobs: await jobsOf(tx),
  }))
}

function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

async function databaseOf(tx: Tx): Promise<SystemState['database']> {
  const { rows } = await sql<SystemState['database']>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select name from pgmigrations order by id desc limit 1) as migration,
      current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off'
        and current_setting('full_page_writes') = 'on' as "isDurable"`.execute(tx)
  return rows[0]!
}

async function upkeepOf(tx: Tx, plan: Platform['backups']): Promise<Pick<SystemState, 'backups' | 'drill'>> {
  const now = await databaseNow(tx)
  const latest = await latestBackups(tx, backupsShown)
  const drill = await latestDrill(tx)
  const backups = standingOf(latest[0] ?? null, await lastGoodBackup(tx), { now, hours: lateBackupHours })
  // Two days of grace: a drill that failed one night is tried again the next.
  const drillHours = (plan.drillDays + 2) * 24
  return {
    backups: {
      isScheduled: plan.folder !== null,
      keepDays: plan.keepDays,
      drillDays: plan.drillDays,
      state: backups,
      latest,
    },
    drill: { state: standingOf(drill, await lastGoodDrill(tx), { now, hours: drillHours }), last: drill },
  }
}

/** Since the rotation that made the key, or since the installation was made. */
async function keySince(tx: Tx, keyId: number): Promise<string> {
  const { rows } = await sql<{ since: Date }>`
    select coalesce((select ended_at from key_rotations where key_id = ${keyId}), (select created_at from installation)) as since`.execute(
    tx,
  )
  return rows[0]!.since.toISOString()
}
