import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainSentence } from '../plain-sentence.ts'
import { findBinaries } from './binaries.ts'
import { clusterSettings } from './cluster-settings.ts'
import type { Durability } from './cluster-settings.ts'
import { findDatabaseUser, giveTo, launchAs } from './database-user.ts'
import type { DatabaseUser } from './database-user.ts'
import { Holders, exclusively, isAlive, waitForEnd, worksIn } from './processes.ts'

/** A running built-in PostgreSQL. */
export interface Cluster {
  /** The superuser's address of a database, which need not exist yet. */
  urlOf(database: string): string
  /** Stops PostgreSQL, unless another living process still uses it. */
  close(): Promise<void>
}

const startMilliseconds = 60_000
const stopMilliseconds = 20_000
const lookMilliseconds = 1000

/**
 * Starts the PostgreSQL of a data folder, making it on first use; joins it when another living process has started it.
 * What a killed server left running is stopped first. When PostgreSQL itself is killed, as when memory runs out, it is started again.
 * @throws PlainSentence with the last lines of its log when PostgreSQL does not come up.
 */
export async function startCluster(dataFolder: string, durability: Durability): Promise<Cluster> {
  mkdirSync(dataFolder, { recursive: true })
  const place = placeOf(realpathSync(dataFolder))
  const holders = new Holders(place.holders)
  const port = await exclusively(place.lock, async () => {
    const joined = holders.hasOthers() ? runningPort(place) : null
    const answer = joined ?? (await startAfresh(place, durability, null))
    holders.enter()
    return answer
  })
  const password = readFileSync(place.password, 'utf8').trim()
  const stopReviving = reviveWhenKilled(place, durability, port)
  return {
    urlOf: (database) => `postgres://gonghui:${password}@127.0.0.1:${port}/${database}`,
    close: async () => {
      await stopReviving()
      await exclusively(place.lock, async () => {
        holders.leave()
        if (!holders.hasOthers()) await stop(place)
      })
    },
  }
}

/** Looks every second whether PostgreSQL still runs, and starts it again under its port: connections come back by themselves. */
function reviveWhenKilled(place: Place, durability: Durability, port: number): () => Promise<void> {
  let work: Promise<unknown> | null = null
  const revive = async () => {
    // A folder that was thrown away is not to be made anew.
    if (runningPid(place) === null && existsSync(place.cluster)) await startAfresh(place, durability, port)
  }
  const timer = setInterval(() => {
    if (work !== null || runningPid(place) !== null) return
    work = exclusively(place.lock, revive)
      .catch((error: Error) => console.error(`PostgreSQL stopped and could not be started: ${error.message}`))
      .finally(() => (work = null))
  }, lookMilliseconds).unref()
  return async () => {
    clearInterval(timer)
    await work
  }
}

/** The files of a cluster, and who runs it. */
interface Place {
  cluster: string
  password: string
  log: string
  lock: string
  holders: string
  user: DatabaseUser | null
}

function placeOf(folder: string): Place {
  const user = findDatabaseUser()
  // The database user must pass through the folder; what is secret in it is closed by itself.
  if (user !== null) chmodSync(folder, 0o711)
  return {
    cluster: join(folder, 'postgres'),
    password: join(folder, 'postgres.password'),
    log: join(folder, 'postgres.log'),
    lock: join(folder, 'postgres.lock'),
    holders: join(folder, 'postgres.holders'),
    user,
  }
}

async function startAfresh(place: Place, durability: Durability, samePort: number | null): Promise<number> {
  await stop(place)
  if (!existsSync(place.cluster)) initialise(place, durability)
  if (place.user !== null) giveTo(place.user, place.cluster)
  turnLog(place.log)
  const deadline = Date.now() + startMilliseconds
  for (;;) {
    const port = samePort ?? (await freePort())
    const failure = await launch(place, clusterSettings(port, durability))
    if (failure === null) return port
    // Sessions of a postmaster that was killed may need a moment to end; a port may have been taken meanwhile.
    if (!/shared memory|could not bind|TCP\/IP sockets/.test(failure) || Date.now() > deadline) {
      throw new PlainSentence(`PostgreSQL did not start. The end of ${place.log}:\n${failure}`)
    }
    await sleep(200)
  }
}

/** Makes the cluster beside its place and moves it there when complete: a killed first start leaves nothing half-made. */
function initialise(place: Place, durability: Durability): void {
  const fresh = `${place.cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(place.password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (place.user !== null) {
    giveTo(place.user, fresh)
    chownSync(place.password, place.user.uid, place.user.gid)
  }
  const binaries = findBinaries()
  const program = [
    binaries.initdb,
    '-D',
    fresh,
    '-U',
    'gonghui',
    '--pwfile',
    place.password,
    '-A',
    'scram-sha-256',
  ]
  program.push('--encoding=UTF8', '--data-checksums', ...localeArguments())
  if (durability === 'throwaway') program.push('--no-sync')
  const { command, args, uid, gid } = launchAs(place.user, program, [binaries.initdb, fresh])
  const result = spawnSync(command, args, { uid, gid, cwd: '/', env: quietEnvironment(), encoding: 'utf8' })
  if (result.status !== 0) {
    throw new PlainSentence(
      `PostgreSQL could not be set up in ${place.cluster}:\n${result.stderr || String(result.error)}`,
    )
  }
  renameSync(fresh, place.cluster)
}

/** Strings compare by bytes (fast and the same everywhere), letters and cases are those of Unicode. */
function localeArguments(): string[] {
  const builtIn = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return process.platform === 'linux'
    ? [...builtIn, '--locale=C.UTF-8', '--lc-messages=C']
    : [...builtIn, '--locale=C']
}

/** Null when PostgreSQL accepts connections, otherwise the end of its log. */
async function launch(place: Place, settings: Record<string, string>): Promise<string | null> {
  const binaries = findBinaries()
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const program = [binaries.postgres, '-D', place.cluster, ...options]
  const { command, args, uid, gid } = launchAs(place.user, program, [binaries.postgres, place.cluster])
  dropDeadPidFile(place)
  const log = openSync(place.log, 'a', 0o600)
  const before = statSync(place.log).size
  // Its own process group: Ctrl-C in the terminal is for us, who close our connections before we stop it.
  const child = spawn(command, args, {
    uid,
    gid,
    cwd: '/',
    env: quietEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const failures: string[] = []
  child.on('error', (error) => failures.push(error.message))
  child.on('exit', () => failures.push(readFileSync(place.log).subarray(before).toString().slice(-2000)))
  child.unref()
  while (failures.length === 0) {
    if (postmasterFile(place)?.[7]?.trim() === 'ready') {
      // Its end is nobody's news from here on: the folder with the log may be gone by then.
      child.removeAllListeners('exit')
      return null
    }
    await sleep(5)
  }
  return failures.join('\n')
}

async function stop(place: Place): Promise<void> {
  const pid = runningPid(place)
  if (pid === null) return
  if (process.platform === 'win32') {
    spawnSync(findBinaries().pgCtl, ['stop', '-D', place.cluster, '-m', 'fast', '-w'])
    return
  }
  // Fast shutdown ends sessions and writes a checkpoint; immediate shutdown leaves the rest to recovery at the next start.
  process.kill(pid, 'SIGINT')
  if (await waitForEnd(pid, stopMilliseconds)) return
  process.kill(pid, 'SIGQUIT')
  if (!(await waitForEnd(pid, stopMilliseconds))) process.kill(pid, 'SIGKILL')
}

function runningPort(place: Place): number | null {
  return runningPid(place) === null ? null : Number(postmasterFile(place)?.[3])
}

function runningPid(place: Place): number | null {
  const pid = Number(postmasterFile(place)?.[0] ?? 0)
  return pid > 0 && worksIn(pid, place.cluster) ? pid : null
}

/** PostgreSQL refuses to start while the process of its old pid file lives, although another program may have that id by now. */
function dropDeadPidFile(place: Place): void {
  const pid = Number(postmasterFile(place)?.[0] ?? 0)
  if (pid > 0 && isAlive(pid) && !worksIn(pid, place.cluster)) rmSync(join(place.cluster, 'postmaster.pid'))
}

/** Lines of postmaster.pid: process, folder, start, port, socket folder, address, shared memory, state. */
function postmasterFile(place: Place): string[] | null {
  try {
    return readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
}

function turnLog(log: string): void {
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Nothing of our environment (other PG settings, secrets) reaches PostgreSQL. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' }
}
