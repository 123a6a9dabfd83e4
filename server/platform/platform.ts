import type { BackupPlan } from './backup/plan.ts'
import type { MasterKeys } from './crypto.ts'
import type { Pool } from './db/pool.ts'
import type { JobRunner } from './jobs.ts'
import type { Log } from './log.ts'
import type { OutsideServices } from './mail.ts'

/** What one server process stands on: passed to the few places that open transactions, never to commands and queries. */
export interface Platform {
  pool: Pool
  /** Connections of the urn's role, for `inUrn` only. */
  urn: Pool
  keys: MasterKeys
  log: Log
  jobs: JobRunner
  dataFolder: string
  /** Mail, text messages and the like; only jobs and sign-in speak to them. */
  outside: OutsideServices
  /** Where backups go by themselves, and how often one is tried. */
  backups: BackupPlan
  serving: Serving
}

/** How this process is reached: shown to the system administrator. */
export interface Serving {
  startedAt: string
  speaksHttps: boolean
  secureCookies: boolean
  trustedProxies: number
}

/** A process that works without listening: the command line. */
export const notServing: Serving = {
  startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
  speaksHttps: false,
  secureCookies: false,
  trustedProxies: 0,
}
