import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCluster } from '../platform/embedded/index.ts'
import { balance, Ledger } from './crash/ledger.ts'
import { Subject } from './crash/subject.ts'

export const name = 'disk-full'

const usualCount = 5
const diskMegabytes = 400
const recoverMilliseconds = 60_000

/**
 * A server on a disk of its own (a tmpfs, so this needs root) that is filled to the last byte while clients write, a file is uploaded and a backup is
 * taken, and then emptied again. Throws when an acknowledged write is lost, something is half-written, a refusal is not in words, or the server does not
 * come back by itself.
 */
export async function run({ count = usualCount }: { count?: number | undefined }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-full-'))
  mount(folder)
  const subject = await Subject.create(folder)
  const ledger = new Ledger(subject.url)
  const recoveries: number[] = []
  try {
    const password = subject.init()
    await subject.start()
    await ledger.signIn('officer', password)
    await writeFor(ledger, 1000)
    for (let tries = 0; tries < count; tries += 1) recoveries.push(await fillAndFree(folder, subject, ledger))
    await ledger.settle()
    await mustBalance(folder, ledger)
    const { code, said } = subject.command('verify')
    if (code !== 0) throw new Error(`after all that the recount differs:\n${said}`)
  } finally {
    for (const filler of globSync('filler*', { cwd: folder })) rmSync(join(folder, filler), { force: true })
    await subject.stop()
    // Lazily: what should still run there must not hide why the run failed.
    spawnSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true, force: true })
  }
  const slowest = (Math.max(...recoveries) / 1000).toFixed(1)
  return `${count} times full: ${ledger.acknowledged.size} writes acknowledged, lost 0, doubled 0, half-written 0; refused with ${[...ledger.refusals].sort().join(', ')}; wrote again ${slowest} s after there was room`
}

function mount(folder: string): void {
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'tmpfs', folder])
  if (done.status !== 0)
    throw new Error(`a tmpfs is needed, and mounting one needs root: ${String(done.stderr)}`)
}

/** Fills the disk, does what people and machines do, frees it; answers the milliseconds until writes came through again. */
async function fillAndFree(folder: string, subject: Subject, ledger: Ledger): Promise<number> {
  const filler = join(folder, 'filler')
  fill(folder, filler)
  await writeFor(ledger, 2500)
  // What became free meanwhile, such as a log that was turned, is filled as well.
  fill(folder, `${filler}.more`)
  await upload(subject, ledger)
  backUp(folder, subject)
  await writeFor(ledger, 1000)
  const before = ledger.acknowledged.size
  for (const each of [filler, `${filler}.more`]) rmSync(each, { force: true })
  const freed = performance.now()
  while (ledger.acknowledged.size === before) {
    if (performance.now() - freed > recoverMilliseconds)
      throw new Error('there is room again, and nobody can write')
    await writeFor(ledger, 300)
  }
  return performance.now() - freed
}

function fill(folder: string, filler: string): void {
  const { bavail, bsize } = statfsSync(folder)
  for (const pieces of [Math.floor((bavail * bsize) / 65_536), 1, 1]) {
    try {
      writeFileSync(filler, Buffer.alloc(Math.max(1, pieces) * 65_536), { flag: 'a' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
}

async function writeFor(ledger: Ledger, milliseconds: number): Promise<void> {
  const stop = new AbortController()
  const writing = ledger.write(4, stop.signal)
  await Promise.race([sleep(milliseconds), writing])
  stop.abort()
  await writing
}

/** A roster that is uploaded now is refused in words, and no half file is left. */
async function upload(subject: Subject, ledger: Ledger): Promise<void> {
  const answer = await ledger.upload(Buffer.alloc(3_000_000, '张三,330299199001011234\n'))
  if (answer !== null && answer.status < 500 && answer.status !== 400)
    throw new Error(`an upload onto a full disk answers ${answer.status}`)
  if (
    answer !== null &&
    !['common.disk_full', 'common.unavailable', 'common.unreadable'].includes(answer.code)
  )
    throw new Error(`an upload onto a full disk is refused by ${answer.code}`)
  const drafts = globSync('files/draft-*', { cwd: subject.folder })
  if (drafts.length > 0) throw new Error(`a refused upload left ${drafts.join(', ')}`)
}

/** A backup onto the full disk ends with a sentence and leaves nothing. */
function backUp(folder: string, subject: Subject): void {
  const path = join(folder, 'onto-full.backup')
  const { code, said } = subject.command('backup', path)
  if (code === 0) throw new Error('a backup onto a full disk says that it was taken')
  if (/\n\s+at /.test(said)) throw new Error(`a backup onto a full disk ends without a sentence:\n${said}`)
  for (const left of [path, `${path}.unfinished`])
    if (existsSync(left)) throw new Error(`a backup that failed left ${left}`)
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
