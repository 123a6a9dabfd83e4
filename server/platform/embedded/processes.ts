import { mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a process with this id runs now; one that has ended and only waits for its parent to notice does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return statusOf(pid)[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether the process works in this folder; where the system cannot tell (not Linux), a living process is believed. */
export function worksIn(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Waits until the process is gone. Answers false when it still runs after the time. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await sleep(10)
  }
  return true
}

/** One folder of marks, one per living process that uses a cluster: the last one out stops it. */
export class Holders {
  readonly #folder: string
  readonly #own = markOf(process.pid)

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  enter(): void {
    writeFileSync(join(this.#folder, this.#own), '')
  }

  leave(): void {
    rmSync(join(this.#folder, this.#own), { force: true })
  }

  /** Whether another living process holds the cluster; marks of dead ones are swept away. */
  hasOthers(): boolean {
    const others = readdirSync(this.#folder).filter((mark) => mark !== this.#own)
    for (const mark of others) if (!isLivingMark(mark)) rmSync(join(this.#folder, mark), { force: true })
    return others.some(isLivingMark)
  }
}

// Between making the file and writing its mark lie microseconds; one that stays empty belongs to a process that was killed there.
const emptyMilliseconds = 10_000

function isOld(lockFile: string): boolean {
  const made = statSync(lockFile, { throwIfNoEntry: false })
  return made !== undefined && Date.now() - made.mtimeMs > emptyMilliseconds
}

/** Runs the work while no other process does work under the same lock file; a dead process's lock is taken over. */
export async function exclusively<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const own = markOf(process.pid)
  for (;;) {
    try {
      writeFileSync(lockFile, own, { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        // On a full disk the file is there and its mark is not: left like that it would shut everybody out.
        rmSync(lockFile, { force: true })
        throw error
      }
      const mark = readMark(lockFile)
      const isLeft = mark === '' ? isOld(lockFile) : mark !== null && (!isLivingMark(mark) || mark === own)
      if (isLeft) rmSync(lockFile, { force: true })
      else await sleep(20)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function readMark(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Process ids are used again, so a mark also names the moment at which the process began. */
function markOf(pid: number): string {
  return `${pid}-${beginning(pid)}`
}

function isLivingMark(mark: string): boolean {
  const pid = Number(mark.split('-')[0])
  return isAlive(pid) && markOf(pid) === mark
}

function beginning(pid: number): string {
  return statusOf(pid)[19] ?? 'gone'
}

/** The fields of /proc/<pid>/stat after the name in brackets, which may hold blanks: state first, start time twentieth. */
function statusOf(pid: number): string[] {
  if (process.platform !== 'linux') return []
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
