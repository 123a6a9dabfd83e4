// Runs the roster's jobs on a database until it is killed: the process that commit-kills.soak.ts shoots.
import { noBackups } from '#server/platform/backup/plan.ts'
import { noOutsideServices } from '#server/platform/mail.ts'
import { rosterJobs } from '../jobs.ts'
import { urnUrlOf } from '#server/platform/db/app-role.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { JobRunner, type JobHandler } from '#server/platform/jobs.ts'
import { standardLog } from '#server/platform/log.ts'
import { notServing, type Platform } from '#server/platform/platform.ts'
import { testKeys } from '#server/test/server.ts'

const { databaseUrl, dataFolder } = JSON.parse(process.env.JOB_VICTIM!) as {
  databaseUrl: string
  dataFolder: string
}
const pool = openPool({ url: databaseUrl, connections: 4 })
const handlers = new Map<string, JobHandler>()
const jobs = new JobRunner(pool, handlers, standardLog)
const platform: Platform = {
  pool,
  urn: openPool({ url: urnUrlOf(databaseUrl, testKeys.hashKey), connections: 1 }),
  keys: testKeys,
  log: standardLog,
  dataFolder,
  jobs,
  outside: noOutsideServices,
  backups: noBackups,
  serving: notServing,
}
for (const [kind, handler] of Object.entries(rosterJobs(platform))) handlers.set(kind, handler)
jobs.start()
console.log('ready')
