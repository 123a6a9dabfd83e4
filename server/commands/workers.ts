import cluster from 'node:cluster'
import type { Worker } from 'node:cluster'
import { once } from 'node:events'
import { openInstallation } from '../platform/installation.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import type { Settings } from '../platform/settings.ts'
import type { Running } from './start.ts'

/**
 * Runs GONGHUI_WORKERS server processes on one port. They share nothing but PostgreSQL, which this process holds for them; one
 * that dies is replaced.
 */
export async function startWorkers(settings: Settings): Promise<Running> {
  const installation = await openInstallation(settings)
  const workers = Array.from({ length: settings.workers }, () => cluster.fork())
  try {
    const urls = await Promise.all(workers.map(urlOf))
    const replace = () => cluster.fork()
    cluster.on('exit', replace)
    return {
      url: urls[0]!,
      installation,
      close: async () => {
        cluster.off('exit', replace)
        await stopAll()
        await installation.close()
      },
    }
  } catch (error) {
    await stopAll()
    await installation.close()
    throw error
  }
}

async function urlOf(worker: Worker): Promise<string> {
  const answer = await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => null)])
  if (answer === null)
    throw new PlainSentence('A server process ended before it was ready: see the lines above.')
  return String(answer[0])
}

async function stopAll(): Promise<void> {
  const living = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  await Promise.all(
    living.map(async (worker) => {
      const end = once(worker, 'exit')
      worker.process.kill('SIGTERM')
      await end
    }),
  )
}
