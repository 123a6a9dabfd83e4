import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCluster } from '../platform/embedded/index.ts'
import { balance, Ledger } from './crash/ledger.ts'
import { loseOnPurpose } from './crash/control.ts'
import { Subject } from './crash/subject.ts'

export const name = 'crash'

const usualCount = 20
const clients = 6
const shortestMilliseconds = 100
const longestMilliseconds = 900
const sentAgain = 200

/**
 * Kills the server, and in every second try PostgreSQL, with kill -9 while clients write; starts again (PostgreSQL must come back by
 * itself), and compares what was acknowledged with what is there. Throws when one is lost, doubled or half-written.
 */
export async function run({ count = usualCount, seed }: { count?: number | undefined; seed: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-crash-'))
  const moments = momentsFrom(seed)
  const subject = await Subject.create(folder)
  const ledger = new Ledger(subject.url)
  const readyMilliseconds: number[] = []
  try {
    const password = subject.init()
    await subject.start()
    await ledger.signIn('officer', password)
    for (let tries = 0; tries < count; tries += 1) {
      const stop = new AbortController()
      const writing = ledger.write(clients, stop.signal)
      await Promise.race([sleep(moments()), writing])
      readyMilliseconds.push(
        await (tries % 2 === 0 ? killServer(subject, stop, writing) : killPostmaster(subject, stop, writing)),
      )
      await mustBalance(folder, ledger)
    }
    await ledger.settle()
    const others = await ledger.sendAgain(sentAgain)
    if (others > 0) throw new Error(`${others} writes sent again were done a second time`)
    await mustBalance(folder, ledger)
    await subject.stop()
  } finally {
    await subject.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const lost = await loseOnPurpose()
  return `${summary(count, ledger.acknowledged.size, readyMilliseconds)}; control: ${lost} lost when the database may acknowledge before it writes`
}

async function killServer(subject: Subject, stop: AbortController, writing: Promise<void>): Promise<number> {
  await subject.killServer()
  stop.abort()
  await writing
  return subject.start()
}

/** Clients go on meanwhile: they see refusals, and then answers again. */
async function killPostmaster(
  subject: Subject,
  stop: AbortController,
  writing: Promise<void>,
): Promise<number> {
  const killed = performance.now()
  await subject.revived(subject.killPostmaster())
  const milliseconds = performance.now() - killed
  stop.abort()
  await writing
  return milliseconds
}

async function mustBalance(folder: string, ledger: Ledger): Promise<void> {
  const cluster = await startCluster(folder, 'durable')
  try {
    const { lost, doubled, halfWritten } = await balance(cluster.urlOf('gonghui'), ledger.acknowledged)
    if (lost.length + doubled.length + halfWritten.length > 0)
      throw new Error(`lost ${lost}; doubled ${doubled}; half-written ${halfWritten}`)
  } finally {
    await cluster.close()
  }
}

function summary(count: number, acknowledged: number, readyMilliseconds: number[]): string {
  const sorted = readyMilliseconds.toSorted((a, b) => a - b)
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`
  return [
    `${count} tries (${Math.ceil(count / 2)} of the server, ${Math.floor(count / 2)} of PostgreSQL)`,
    `${acknowledged} writes acknowledged, lost 0, doubled 0, half-written 0`,
    `ready again after ${seconds(sorted[Math.floor(sorted.length / 2)]!)}, at most ${seconds(sorted.at(-1)!)}`,
  ].join('; ')
}

/** Milliseconds of writing before each kill, the same for the same seed. */
function momentsFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return shortestMilliseconds + (state / 2 ** 32) * (longestMilliseconds - shortestMilliseconds)
  }
}
