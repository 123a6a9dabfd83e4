import { sql } from 'kysely'
import type { ErrorParams } from '#contract/errors.ts'
import type { Actor } from './actor.ts'
import { inPlumbing, type PlumbingTx, type Tx } from './db/transaction.ts'
import type { Pool } from './db/pool.ts'
import { AppError } from './errors.ts'
import { newId } from './ids.ts'
import type { Log } from './log.ts'

/** A job as its worker sees it. `payload` holds ids only. */
export interface RunningJob {
  id: string
  tenantId: string | null
  kind: string
  payload: Record<string, string>
  fence: number
  /** Says how far it is; also renews the lease. Throws when another worker has taken the job over. */
  progress(step: string, done: number, total?: number): Promise<void>
}

/** What runs a kind of job. The answer becomes the job's result. Must bear being run again after a crash. */
export type JobHandler = (job: RunningJob) => Promise<Record<string, unknown>>

const leaseSeconds = 30
const maxAttempts = 5

/** Puts a job into the queue within the caller's transaction: it starts only if that commits. Returns its id. */
export async function enqueueJob(
  tx: Tx,
  actor: Actor | null,
  job: { kind: string; payload: Record<string, string> },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('jobs')
    .values({
      id,
      tenant_id: tx.tenantId,
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      max_attempts: maxAttempts,
      created_by: actor?.accountId ?? null,
    })
    .execute()
  queued.add(tx)
  return id
}

// Transactions that have put a job into the queue.
const queued = new WeakSet<Tx>()

/** Whether a transaction has queued a job: only then is there something to look for when it has committed. */
export function hasQueued(tx: Tx): boolean {
  return queued.has(tx)
}

/** Like `enqueueJob`, for work that belongs to no tenant, or to one that must not be told before the job runs. */
export async function enqueuePlumbingJob(
  tx: PlumbingTx,
  job: { kind: string; payload: Record<string, string> },
): Promise<void> {
  const { kind, payload } = job
  await tx
    .insertInto('jobs')
    .values({ id: newId(), kind, payload: JSON.stringify(payload), max_attempts: maxAttempts })
    .execute()
}

/** The loop that claims and runs due jobs of this process, one at a time, until `stop`. */
export class JobRunner {
  readonly #pool: Pool
  readonly #handlers: ReadonlyMap<string, JobHandler>
  readonly #log: Log
  #stopping = false
  #wake: (() => void) | null = null
  #loop: Promise<void> | null = null

  constructor(pool: Pool, handlers: ReadonlyMap<string, JobHandler>, log: Log) {
    this.#pool = pool
    this.#handlers = handlers
    this.#log = log
  }

  start(): void {
    this.#loop = this.#run()
  }

  /** Looks for work now rather than at the next tick: called after a request has queued something. */
  wake(): void {
    this.#wake?.()
  }

  async stop(): Promise<void> {
    this.#stopping = true
    this.wake()
    await this.#loop
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const worked = await this.#runOne().catch((error: unknown) => {
        this.#log.error('job loop', error)
        return false
      })
      if (!worked && !this.#stopping) await this.#sleep(1000)
    }
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async #runOne(): Promise<boolean> {
    const claimed = await inPlumbing(this.#pool, (tx) => claim(tx, [...this.#handlers.keys()]))
    if (claimed === null) return false
    const job: RunningJob = {
      ...claimed,
      progress: (step, done, total) => this.#progress(claimed, { step, done, total: total ?? null }),
    }
    const renewal = setInterval(
      () => {
        this.#renew(claimed).catch((error: unknown) => this.#log.error('job lease', error))
      },
      (leaseSeconds * 1000) / 3,
    )
    try {
      const result = await this.#handlers.get(job.kind)!(job)
      await this.#finish(job, { state: 'done', result: JSON.stringify(result), error_code: null })
    } catch (error) {
      await this.#fail(job, claimed.lastAttempt, error)
    } finally {
      clearInterval(renewal)
    }
    return true
  }

  async #progress(job: Claimed, at: { step: string; done: number; total: number | null }): Promise<void> {
    const { numUpdatedRows } = await inPlumbing(this.#pool, (tx) =>
      tx
        .updateTable('jobs')
        .set({
          progress_step: at.step,
          progress_done: at.done,
          progress_total: at.total,
          leased_until: lease,
        })
        .where('id', '=', job.id)
        .where('fence', '=', job.fence)
        .executeTakeFirst(),
    )
    if (numUpdatedRows === 0n) throw new Error('another worker has taken this job over')
  }

  async #renew(job: Claimed): Promise<void> {
    await inPlumbing(this.#pool, (tx) =>
      tx
        .updateTable('jobs')
        .set({ leased_until: lease })
        .where('id', '=', job.id)
        .where('fence', '=', job.fence)
        .execute(),
    )
  }

  async #fail(job: RunningJob, lastAttempt: boolean, error: unknown): Promise<void> {
    // A refusal is an answer, not an accident: trying again would say the same.
    const final = error instanceof AppError || lastAttempt
    if (!(error instanceof AppError)) this.#log.error(`job ${job.kind}`, error)
    const params: ErrorParams = error instanceof AppError ? error.params : {}
    await this.#finish(job, {
      state: final ? 'failed' : 'waiting',
      result: final ? JSON.stringify(params) : null,
      error_code: error instanceof AppError ? error.code : 'common.internal',
    })
  }

  async #finish(
    job: RunningJob,
    end: { state: string; result: string | null; error_code: string | null },
  ): Promise<void> {
    await inPlumbing(this.#pool, (tx) =>
      tx
        .updateTable('jobs')
        .set({
          ...end,
          leased_until: null,
          ended_at: end.state === 'waiting' ? null : sql<Date>`now()`,
          run_after: sql<Date>`now() + least(attempts * attempts, 60) * interval '1 second'`,
        })
        .where('id', '=', job.id)
        .where('fence', '=', job.fence)
        .execute(),
    )
  }
}

const lease = sql<Date>`now() + ${sql.lit(leaseSeconds)} * interval '1 second'`

interface Claimed {
  id: string
  tenantId: string | null
  kind: string
  payload: Record<string, string>
  fence: number
  lastAttempt: boolean
}

/** Claims the next due job: one that waits, or one whose worker has let its lease run out. The new fence shuts the old worker out. */
async function claim(tx: PlumbingTx, kinds: string[]): Promise<Claimed | null> {
  const { rows } = await sql<Claimed>`
    update jobs set state = 'running', fence = fence + 1, attempts = attempts + 1, leased_until = ${lease}
    where id = (
      select id from jobs
      where kind = any(${kinds}) and ((state = 'waiting' and run_after <= now()) or (state = 'running' and leased_until < now()))
      order by run_after, id limit 1 for update skip locked)
    returning id, tenant_id as "tenantId", kind, payload, fence, attempts >= max_attempts as "lastAttempt"`.execute(
    tx,
  )
  return rows[0] ?? null
}
