import { sql } from 'kysely'
import { inPlumbing, type PlumbingTx } from './db/transaction.ts'
import type { Pool } from './db/pool.ts'
import { newId } from './ids.ts'
import type { JobRunner } from './jobs.ts'
import type { Log } from './log.ts'

/** Work that comes back: every so many seconds, or each day at a time of Asia/Shanghai. It runs as a job of this kind. */
export interface Schedule {
  kind: string
  every: { seconds: number } | { dayAt: string }
  /** A job for each tenant (its `tenantId` is set), or one for the whole installation. */
  for: 'each tenant' | 'the installation'
}

const tickMilliseconds = 5000

/** Queues the jobs of what is due. All processes may run one: a row of the database says who came first. */
export class Scheduler {
  readonly #pool: Pool
  readonly #schedules: readonly Schedule[]
  readonly #jobs: JobRunner
  readonly #log: Log
  #timer: NodeJS.Timeout | null = null
  #ticking: Promise<void> = Promise.resolve()

  constructor(parts: { pool: Pool; schedules: readonly Schedule[]; jobs: JobRunner; log: Log }) {
    this.#pool = parts.pool
    this.#schedules = parts.schedules
    this.#jobs = parts.jobs
    this.#log = parts.log
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#ticking = this.#tick()
    }, tickMilliseconds)
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#ticking
  }

  async #tick(): Promise<void> {
    try {
      if ((await queueDue(this.#pool, this.#schedules)) > 0) this.#jobs.wake()
    } catch (error) {
      this.#log.error('schedule', error)
    }
  }
}

/** Queues a job for every schedule that is due by the database's clock, and says when each is due next; returns how many jobs. */
export async function queueDue(pool: Pool, schedules: readonly Schedule[]): Promise<number> {
  let queued = 0
  for (const schedule of schedules) {
    queued += await inPlumbing(pool, async (tx) =>
      (await claimDue(tx, schedule)) ? queueJobs(tx, schedule) : 0,
    )
  }
  return queued
}

/** True for the one process that comes first when the time has come; a schedule never seen before is due at once. */
async function claimDue(tx: PlumbingTx, { kind, every }: Schedule): Promise<boolean> {
  const next =
    'seconds' in every
      ? sql`now() + interval '1 second' * ${every.seconds}`
      : sql`(((now() at time zone 'Asia/Shanghai')::date + case when (now() at time zone 'Asia/Shanghai')::time < ${every.dayAt}::time then 0 else 1 end)
          + ${every.dayAt}::time) at time zone 'Asia/Shanghai'`
  const { rows } = await sql`
    insert into schedules (kind, due_at) values (${kind}, ${next})
    on conflict (kind) do update set due_at = excluded.due_at where schedules.due_at <= now()
    returning kind`.execute(tx)
  return rows.length > 0
}

/** One that still waits or runs is enough; what ended well is forgotten, what failed stays to be seen until the next one. */
async function queueJobs(tx: PlumbingTx, { kind, for: whom }: Schedule): Promise<number> {
  await sql`delete from jobs where kind = ${kind} and state in ('done', 'failed')`.execute(tx)
  const tenants =
    whom === 'each tenant'
      ? (await tx.selectFrom('tenants').select('id').orderBy('id').execute()).map((row) => row.id)
      : [null]
  let queued = 0
  for (const tenantId of tenants) {
    const { numAffectedRows } = await sql`
      insert into jobs (id, tenant_id, kind, payload, max_attempts)
      select ${newId()}::uuid, ${tenantId}::uuid, ${kind}, '{}'::jsonb, 3
      where not exists (select from jobs where kind = ${kind} and tenant_id is not distinct from ${tenantId}::uuid)`.execute(
      tx,
    )
    queued += Number(numAffectedRows ?? 0)
  }
  return queued
}
