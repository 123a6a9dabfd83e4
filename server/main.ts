import type { FastifyInstance } from 'fastify'
import { modules } from './app.ts'
import { authenticator, mustBeReady, sessionWatch } from './modules/accounts/index.ts'
import { may, tokenAuthenticator } from './modules/access/index.ts'
import type { Actor } from './platform/actor.ts'
import { noBackups, type BackupPlan } from './platform/backup/plan.ts'
import type { MasterKeys } from './platform/crypto.ts'
import { urnUrlOf } from './platform/db/app-role.ts'
import { openPool, type Pool } from './platform/db/pool.ts'
import { forbidden } from './platform/errors.ts'
import type { Certificate } from './platform/http/certificate.ts'
import { EventStreams, usualStreamLimits, type StreamLimits } from './platform/http/event-stream.ts'
import { Lanes, usualCapacity, type Capacity } from './platform/http/lanes.ts'
import type { Limits } from './platform/http/limits-setting.ts'
import { RateLimits } from './platform/http/limits.ts'
import { Traffic } from './platform/http/traffic.ts'
import type { Patience } from './platform/http/listener.ts'
import { addPublicEndpoints } from './platform/http/public-endpoints.ts'
import type { Route } from './platform/http/route.ts'
import { buildServer } from './platform/http/server.ts'
import { JobRunner, type JobHandler } from './platform/jobs.ts'
import { standardLog, type Log } from './platform/log.ts'
import { noOutsideServices, type OutsideServices } from './platform/mail.ts'
import { stopOwnCommands } from './platform/own-command.ts'
import type { Platform, Serving } from './platform/platform.ts'
import { Scheduler } from './platform/schedule.ts'

/** What a server process needs to know: database of the app role, keys, where to listen. */
export interface ServerOptions {
  databaseUrl: string
  keys: MasterKeys
  dataFolder: string
  host: string
  port: number
  secureCookies: boolean
  /** What https is spoken with; without it plain http. */
  certificate?: Certificate | null
  /** Proxies whose X-Forwarded-* headers are believed; none unless listed. */
  trustedProxies?: readonly string[]
  /** The address people type: requests for another name are refused. */
  publicUrl?: string | null
  /** How many requests somebody may send; any number unless set. */
  limits?: Limits | null
  /** How many requests are worked on at once; as usual unless said. */
  capacity?: Capacity
  /** How streams of events are bounded; as usual unless said. */
  streamLimits?: StreamLimits
  /** By this word `/metrics` may be read from other machines; none unless set. */
  metricsToken?: string | null
  /** How long slow clients are waited for; as usual unless said. */
  patience?: Patience
  /** Mail, text messages, single sign-on; none unless set up. */
  outside?: OutsideServices
  /** Backups that are taken by themselves; none unless set up. */
  backups?: BackupPlan
  /** Fixed instant, for tests only. */
  clock?: string | undefined
  log?: Log
}

/** A running server. `close` stops taking requests, lets jobs finish their step, and ends its connections. */
export interface RunningServer {
  url: string
  app: FastifyInstance
  platform: Platform
  close(): Promise<void>
}

const graceMilliseconds = 2000

/** Starts one server process: HTTP and the job loop. The database is migrated already. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, platform } = await createServer(options)
  await app.listen({ host: options.host, port: options.port })
  platform.jobs.start()
  const ownLoops = (['promptJobs', 'steadyJobs'] as const).map(
    (which) => new JobRunner(platform.pool, handlersOf(platform, which), platform.log),
  )
  for (const loop of ownLoops) loop.start()
  const scheduler = new Scheduler({
    pool: platform.pool,
    schedules: modules.flatMap((module) => module.schedules ?? []),
    jobs: platform.jobs,
    log: platform.log,
  })
  scheduler.start()
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    url: `${options.certificate ? 'https' : 'http'}://${host}:${port}`,
    app,
    platform,
    close: async () => {
      await closeSoon(app)
      await scheduler.stop()
      stopOwnCommands()
      await platform.jobs.stop()
      for (const loop of ownLoops) await loop.stop()
      // Connections end a moment after the pool has let go of them; what PostgreSQL says to them then is no news.
      for (const pool of [platform.pool, platform.urn]) {
        pool.removeAllListeners('error').on('error', () => {})
        await pool.end()
      }
    },
  }
}

/** Requests under way may finish; streams of events and connections that only wait are cut, or they would hold the server for a minute. */
async function closeSoon(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  const all = setTimeout(() => app.server.closeAllConnections(), graceMilliseconds)
  await app.close()
  clearInterval(idle)
  clearTimeout(all)
}

/** Builds the server without listening, for tests that inject requests. */
export async function createServer(
  options: ServerOptions,
): Promise<{ app: FastifyInstance; platform: Platform }> {
  const log = options.log ?? standardLog
  const pool = openPool({ url: options.databaseUrl, connections: 10, clock: options.clock })
  pool.on('error', (error) => log.error('database connection', error))
  await mustReadCommitted(pool)
  const handlers = new Map<string, JobHandler>()
  const urn = openPool({ url: urnUrlOf(options.databaseUrl, options.keys.hashKey), connections: 4 })
  const platform: Platform = {
    pool,
    urn,
    keys: options.keys,
    log,
    dataFolder: options.dataFolder,
    outside: options.outside ?? noOutsideServices,
    backups: options.backups ?? noBackups,
    serving: servingOf(options),
    jobs: new JobRunner(pool, handlers, log),
  }
  for (const [kind, handler] of handlersOf(platform, 'jobs')) handlers.set(kind, handler)
  const measured = {
    limits: options.limits ? new RateLimits(platform, options.limits) : null,
    lanes: new Lanes(options.capacity ?? usualCapacity),
    streams: new EventStreams(options.streamLimits ?? usualStreamLimits),
    traffic: new Traffic(),
  }
  const app = await buildServer({
    platform,
    routes: modules.flatMap((module) => module.routes),
    authenticate: authenticator(platform, turnDayOf(platform)),
    watchSession: sessionWatch(pool),
    authenticateToken: tokenAuthenticator(platform, turnDayOf(platform)),
    mustHave,
    cookies: { secure: options.secureCookies },
    certificate: options.certificate ?? null,
    trustedProxies: options.trustedProxies ?? [],
    publicUrl: options.publicUrl ?? null,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...measured,
  })
  measured.traffic.count(app)
  await addPublicEndpoints(app, {
    platform,
    modules,
    ...measured,
    metricsToken: options.metricsToken ?? null,
  })
  return { app, platform }
}

/** The handlers all modules give, of every kind of job or of those somebody waits for. */
function handlersOf(
  platform: Platform,
  which: 'jobs' | 'promptJobs' | 'steadyJobs',
): Map<string, JobHandler> {
  return new Map(modules.flatMap((module) => Object.entries(module[which]?.(platform) ?? {})))
}

function servingOf(options: ServerOptions): Serving {
  return {
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    speaksHttps: Boolean(options.certificate),
    secureCookies: options.secureCookies,
    trustedProxies: options.trustedProxies?.length ?? 0,
  }
}

/** The permission of the route must be among the actor's own; `public` asks for nothing. */
function mustHave(actor: Actor, route: Route): void {
  const { permission } = route
  if (permission === 'public') return
  // What sign-in still asks for comes before everything.
  mustBeReady(actor, route.operationId)
  if (permission === 'signed_in') mustBePerson(actor, route)
  else if (!may(actor, permission)) forbidden()
}

/** What needs only a session is for people: a program is told of its own powers and of a job it started, and nothing of the account it works for. */
const forPrograms = new Set(['explainAccess', 'getJob'])

function mustBePerson(actor: Actor, { operationId }: Route): void {
  if (actor.tokenId !== null && !forPrograms.has(operationId)) forbidden()
}

// Races are settled by row locks; another isolation level would silently change what the locks promise.
async function mustReadCommitted(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ level: string }>(
    `select current_setting('transaction_isolation') as level`,
  )
  if (rows[0]?.level !== 'read committed')
    throw new Error('The database must run READ COMMITTED for Gonghui.')
}

function turnDayOf(platform: Platform): (tenantId: string, today: string) => Promise<void> {
  return async (tenantId, today) => {
    const { turnDay } = await import('./turn-day.ts')
    await turnDay(platform, tenantId, today)
  }
}
