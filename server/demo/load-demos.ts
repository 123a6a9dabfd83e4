import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { demoJobKind, demoPassword } from '#server/modules/tenants/index.ts'
import type { MasterKeys } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import { PlainSentence } from '#server/platform/plain-sentence.ts'
import { workerFile } from '#server/platform/worker-file.ts'
import type { DemoMaker } from './demos.ts'
import type { LoadNews, LoadOrder } from './load/load-order.ts'
import type { DemoScale } from './shapes.ts'

/** Where demo tenants are loaded to, how large, and as of which day (`clock`: a fixed instant, for tests). */
export interface DemoOrder {
  ownerUrl: string
  keys: MasterKeys
  clock: string | null
  /** Where pictures go; null: the demo has none. */
  dataFolder: string | null
  scale: DemoScale
  makers: readonly DemoMaker[]
}

/** A load under way. */
export interface DemoLoad {
  /** Settles when all is loaded, or given up; rejects when it failed. */
  done: Promise<'loaded' | 'stopped'>
  /** Gives up: what is not loaded completely leaves nothing behind, and the next start begins anew. */
  stop(): Promise<void>
}

/** Told of the share from 0 to 1 of each tenant. */
export type TellShare = (maker: DemoMaker, share: number) => void

const loadLock = 4_750_162_003

/** Starts loading the tenants one after the other, each as a job that everybody can follow on the sign-in page. */
export function startLoading(order: DemoOrder, tell: TellShare): DemoLoad {
  const stopping = new AbortController()
  const done = loadAll(order, tell, stopping.signal)
  return {
    done,
    stop: async () => {
      stopping.abort()
      await done.catch(() => {})
    },
  }
}

/** Who may log in to a demo tenant, one line each: `role@tenant  password`. */
export async function loginLines(maker: DemoMaker): Promise<string[]> {
  // The roles are the same at every scale and on every day.
  const { accounts } = await maker.make({ scale: 'small', today: '2026-06-30' })
  return accounts.map(({ login }) => `${login}  ${demoPassword(login)}`)
}

async function loadAll(
  order: DemoOrder,
  tell: TellShare,
  stopping: AbortSignal,
): Promise<'loaded' | 'stopped'> {
  const client = new pg.Client({ connectionString: order.ownerUrl })
  // The database may end before us when everything stops.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      loadLock,
    ])
    if (!rows[0]!.free)
      throw new PlainSentence('The demo is being loaded by another process already: wait until it is there.')
    // A load is one transaction: whatever was killed has left its job and nothing else.
    await client.query('delete from jobs where kind = $1 and ended_at is null', [demoJobKind])
    for (const maker of order.makers) {
      if (stopping.aborted) break
      if (await isLoaded(client, maker)) continue
      await loadAsJob(client, { order, maker, tell, stopping })
    }
    return stopping.aborted ? 'stopped' : 'loaded'
  } finally {
    await client.end().catch(() => {})
  }
}

async function isLoaded(client: pg.Client, { code }: DemoMaker): Promise<boolean> {
  return (await client.query('select from tenants where code = $1', [code])).rowCount === 1
}

interface Work {
  order: DemoOrder
  maker: DemoMaker
  tell: TellShare
  stopping: AbortSignal
}

async function loadAsJob(client: pg.Client, work: Work): Promise<void> {
  const jobId = newId()
  await client.query(
    `insert into jobs (id, kind, payload, state, attempts, max_attempts) values ($1, $2, $3, 'running', 1, 1)`,
    [jobId, demoJobKind, JSON.stringify({ code: work.maker.code, name: work.maker.name })],
  )
  try {
    await runLoader(work, async ({ step, done, total }) => {
      work.tell(work.maker, done / total)
      await client.query(
        'update jobs set progress_step = $2, progress_done = $3, progress_total = $4 where id = $1',
        [jobId, step, done, total],
      )
    })
    await endJob(client, jobId, 'done')
  } catch (error) {
    if (work.stopping.aborted) return
    await endJob(client, jobId, 'failed')
    throw error
  }
}

async function endJob(client: pg.Client, jobId: string, state: 'done' | 'failed'): Promise<void> {
  await client.query('update jobs set state = $2, error_code = $3, ended_at = now() where id = $1', [
    jobId,
    state,
    state === 'failed' ? 'common.internal' : null,
  ])
}

async function runLoader(
  { order, maker, stopping }: Work,
  onNews: (news: LoadNews) => Promise<void>,
): Promise<void> {
  const { ownerUrl, keys, clock, scale, dataFolder } = order
  const loader = fork(fileURLToPath(workerFile(import.meta.url, './load/load-demo.worker.ts')), {
    // Keys are bytes, not JSON.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const giveUp = () => void loader.kill('SIGKILL')
  stopping.addEventListener('abort', giveUp)
  let told = Promise.resolve()
  loader.on('message', (news: LoadNews) => {
    told = told.then(() => onNews(news)).catch(() => {})
  })
  const ended = once(loader, 'exit') as Promise<[number | null]>
  loader.send({ ownerUrl, keys, clock, scale, dataFolder, code: maker.code } satisfies LoadOrder)
  try {
    const [code] = await ended
    await told
    if (code !== 0) throw new Error('the loading process ended before its work was done')
  } finally {
    stopping.removeEventListener('abort', giveUp)
  }
}
