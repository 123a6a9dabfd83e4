import cluster from 'node:cluster'
import { get as getHttp } from 'node:http'
import { get as getHttps } from 'node:https'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Server as TlsServer } from 'node:tls'
import { claimEmptyFolder, missingDemos } from '../demo/demo-folder.ts'
import type { DemoMaker } from '../demo/demos.ts'
import type { DemoLoad } from '../demo/load-demos.ts'
import { startServer, type RunningServer } from '../main.ts'
import { followCertificate, readCertificate } from '../platform/http/certificate.ts'
import { openInstallation, type Installation } from '../platform/installation.ts'
import { standardLog } from '../platform/log.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { readSettings } from '../platform/settings.ts'
import type { Settings } from '../platform/settings.ts'
import { stopSignal } from './stop-signal.ts'
import { startWorkers } from './workers.ts'

/** What runs until it is told to stop. */
export interface Running {
  url: string
  installation: Installation
  close(): Promise<void>
}

/** Starts Gonghui, prints one line when it answers, and returns when a signal has stopped it. */
export async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const stop = stopSignal()
  if (cluster.isPrimary) await mustBeFree(settings)
  if (cluster.isPrimary) claimEmptyFolder(settings)
  const isOneOfMany = cluster.isPrimary && settings.workers > 1
  const running = await (isOneOfMany ? startWorkers(settings) : startAlone(settings))
  const makers = cluster.isPrimary ? await missingOf(running, settings) : []
  if (cluster.isWorker) process.send?.(running.url)
  else console.log(`Gonghui is ready at ${running.url}`)
  const demo = makers.length === 0 ? null : await loadDemo(running.installation, { settings, makers })
  await stop
  await demo?.stop()
  await running.close()
  // Left-over timers of libraries must not keep a stopped server alive.
  process.exit()
}

async function startAlone(settings: Settings): Promise<Running> {
  const certificate = settings.tls === null ? null : readCertificate(settings.tls)
  const installation = await openInstallation(settings)
  try {
    const server = await startServer({
      databaseUrl: installation.appUrl,
      keys: installation.keys,
      dataFolder: settings.dataFolder,
      host: settings.host,
      port: settings.port,
      certificate,
      trustedProxies: settings.trustedProxies,
      publicUrl: settings.publicUrl,
      limits: settings.limits,
      metricsToken: settings.metricsToken,
      secureCookies: certificate !== null || (settings.publicUrl?.startsWith('https:') ?? false),
      clock: settings.clock ?? undefined,
      outside: settings,
      backups: settings.backups,
    })
    await waitUntilReady(server.url)
    const stopFollowing = followRenewal(server, settings)
    return {
      url: server.url,
      installation,
      close: async () => {
        stopFollowing()
        await server.close()
        await installation.close()
      },
    }
  } catch (error) {
    await installation.close()
    throw explain(error, settings)
  }
}

function followRenewal(server: RunningServer, { tls }: Settings): () => void {
  if (tls === null) return () => {}
  // Fastify types its server for http; with a certificate it is the one of https.
  const listener = server.app.server as unknown as TlsServer
  return followCertificate(listener, { files: tls, everyMilliseconds: 60_000, log: standardLog })
}

/** Asked before anything is started: a taken port is the commonest reason why a start fails. */
function mustBeFree(settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error) => reject(explain(error, settings) as Error))
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()))
  })
}

async function missingOf(running: Running, settings: Settings): Promise<readonly DemoMaker[]> {
  try {
    return await missingDemos(settings, running.installation.ownerUrl)
  } catch (error) {
    await running.close()
    throw error
  }
}

/** Loads demo tenants while the server answers already. */
async function loadDemo(
  { ownerUrl, keys }: Installation,
  { settings, makers }: { settings: Settings; makers: readonly DemoMaker[] },
): Promise<DemoLoad> {
  const { followDemo } = await import('../demo/follow-demo.ts')
  const load = await followDemo({
    ownerUrl,
    keys,
    clock: settings.clock,
    dataFolder: settings.dataFolder,
    scale: settings.demoScale,
    makers,
  })
  load.done.catch((error: unknown) => {
    standardLog.error('loading the demo', error)
    console.log('The demo was not loaded: see the line above, and start again.')
  })
  return load
}

function explain(error: unknown, { port, host }: Settings): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return new PlainSentence(
      `Port ${port} is taken by another program: stop it, or choose another port with "PORT=${port + 1} npm start".`,
    )
  }
  if (code === 'EACCES') {
    return new PlainSentence(
      `Port ${port} is reserved for root: choose one above 1023, such as "PORT=8080 npm start".`,
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new PlainSentence(
      `The address ${host} does not belong to this machine: set HOST to one that does, such as 127.0.0.1.`,
    )
  }
  return error
}

async function waitUntilReady(url: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while ((await statusOf(`${url}/readyz`)) !== 200) {
    if (Date.now() > deadline)
      throw new PlainSentence('The server started but does not become ready: see its log lines above.')
    await sleep(20)
  }
}

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const answered = (response: { statusCode?: number; resume(): unknown }) => {
      response.resume()
      resolve(response.statusCode)
    }
    // Our own certificate may be made for another name than the one we ask by.
    const request = url.startsWith('https:')
      ? getHttps(url, { rejectUnauthorized: false, agent: false }, answered)
      : getHttp(url, { agent: false }, answered)
    request.on('error', () => resolve(undefined))
  })
}
