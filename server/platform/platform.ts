import type { MasterKeys } from './crypto.ts'
import type { Pool } from './db/pool.ts'
import type { JobRunner } from './jobs.ts'
import type { Log } from './log.ts'
import type { OutsideServices } from './mail.ts'

/** What one server process stands on: passed to the few places that open transactions, never to commands and queries. */
export interface Platform {
  pool: Pool
  keys: MasterKeys
  log: Log
  jobs: JobRunner
  dataFolder: string
  /** Mail, text messages and the like; only jobs and sign-in speak to them. */
  outside: OutsideServices
}
