import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startCluster } from '../../platform/embedded/index.ts'
import { balance, Ledger } from './ledger.ts'
import { Subject } from './subject.ts'

const writingMilliseconds = 1500

/**
 * The control of the crash run: the same server and ledger, but PostgreSQL may acknowledge a commit before it is on the disk
 * (synchronous_commit off). After one kill the ledger must miss acknowledged writes; if it does not, it is blind and this throws.
 * @returns how many it missed.
 */
export async function loseOnPurpose(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-crash-control-'))
  const subject = await Subject.create(folder)
  const ledger = new Ledger(subject.url)
  try {
    const password = subject.init()
    await relax(folder)
    await subject.start()
    await ledger.signIn('officer', password)
    const stop = new AbortController()
    const writing = ledger.write(6, stop.signal)
    await Promise.race([sleep(writingMilliseconds), writing])
    const killed = subject.killPostmaster()
    stop.abort()
    await writing
    await subject.revived(killed)
    const cluster = await startCluster(folder, 'durable')
    const { lost } = await balance(cluster.urlOf('gonghui'), ledger.acknowledged)
    await cluster.close()
    if (lost.length === 0) throw new Error('the ledger is blind: it misses nothing although writes were lost')
    return lost.length
  } finally {
    await subject.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function relax(folder: string): Promise<void> {
  const cluster = await startCluster(folder, 'durable')
  const client = new pg.Client({ connectionString: cluster.urlOf('gonghui') })
  await client.connect()
  await client.query('alter role gonghui_app set synchronous_commit = off')
  await client.query(`alter system set wal_writer_delay = '10s'`)
  await client.query(`alter system set wal_writer_flush_after = '1GB'`)
  await client.end()
  await cluster.close()
}
