import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../../platform/project-root.ts'

/** A real server in a folder of its own, started by the command line as people start it, to be killed. */
export class Subject {
  readonly folder: string
  readonly #environment: NodeJS.ProcessEnv
  readonly url: string
  #process: ChildProcess | null = null

  private constructor(folder: string, port: number, settings: Record<string, string>) {
    this.folder = folder
    this.url = `http://127.0.0.1:${port}`
    this.#environment = {
      ...process.env,
      GONGHUI_DATA: folder,
      PORT: String(port),
      GONGHUI_DEMO: 'off',
      DATABASE_URL: '',
      GONGHUI_WORKERS: '1',
      ...settings,
    }
  }

  static async create(folder: string, settings: Record<string, string> = {}): Promise<Subject> {
    return new Subject(folder, await freePort(), settings)
  }

  /** Runs a command of the command line beside the server, with the same settings; answers its exit code and all it said. */
  command(...args: string[]): { code: number | null; said: string } {
    const done = spawnSync(process.execPath, [cli, ...args], { env: this.#environment, encoding: 'utf8' })
    return { code: done.status, said: `${done.stdout}${done.stderr}` }
  }

  /** Makes a real tenant and answers the first password of its officer, whose log-in is `officer`. */
  init(): string {
    const people = ['--system', '甲:system', '--security', '乙:security', '--audit', '丙:audit']
    const tenant = ['--name', '试验区总工会', '--division', '330299', '--code', 'crash']
    const args = [cli, 'init', ...tenant, ...people, '--officer', '丁:officer']
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      env: this.#environment,
      encoding: 'utf8',
    })
    const password = /federation_officer\s+officer\s+(\S+)/.exec(stdout)?.[1]
    if (status !== 0 || password === undefined) throw new Error(`init failed: ${stdout}${stderr}`)
    return password
  }

  /** Starts the server and answers the milliseconds until it was ready. */
  async start(): Promise<number> {
    const started = performance.now()
    const log = openSync(join(this.folder, 'server.log'), 'a')
    const child = spawn(process.execPath, [cli, 'start'], {
      env: this.#environment,
      stdio: ['ignore', log, log],
    })
    this.#process = child
    await this.ready(() => child.exitCode !== null)
    return performance.now() - started
  }

  /** Waits until the server answers that it is ready. */
  async ready(hasEnded = () => false): Promise<void> {
    for (const deadline = Date.now() + patienceMilliseconds; ; await sleep(10)) {
      if (await this.#answers('/readyz')) return
      if (hasEnded() || Date.now() > deadline)
        throw new Error(`the server does not become ready:\n${this.#lastLines()}`)
    }
  }

  /** Kills the server with all its threads; PostgreSQL is left as it is. */
  async killServer(): Promise<void> {
    const end = once(this.#process!, 'exit')
    this.#process!.kill('SIGKILL')
    await end
  }

  /** Kills the first process of PostgreSQL; gives its number, for `revived`. */
  killPostmaster(): number {
    const pid = this.#postmaster()!
    process.kill(pid, 'SIGKILL')
    return pid
  }

  /**
   * Waits until another PostgreSQL has taken the place of the one that was killed, and a query goes through the server again: `path` is one that asks the
   * database. Before that sessions of the killed one may still answer, and whoever looks into the folder would start a second one.
   */
  async revived(killed: number, path = '/readyz'): Promise<void> {
    for (const deadline = Date.now() + patienceMilliseconds; ; await sleep(20)) {
      const now = this.#postmaster()
      if (now !== null && now !== killed && (await this.#answers(path))) return
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not come back:\n${this.#lastLines()}`)
    }
  }

  #postmaster(): number | null {
    try {
      return Number(readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    } catch {
      // None runs.
      return null
    }
  }

  async #answers(path: string): Promise<boolean> {
    const answer = await fetch(`${this.url}${path}`, { signal: AbortSignal.timeout(5000) }).catch(() => null)
    await answer?.body?.cancel()
    return answer?.status === 200
  }

  #lastLines(): string {
    return readFileSync(join(this.folder, 'server.log'), 'utf8').slice(-3000)
  }

  async stop(): Promise<void> {
    if (this.#process === null || this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const end = once(this.#process, 'exit')
    this.#process.kill('SIGTERM')
    await end
  }
}

// On a busy machine a start may take minutes: that is not what is tried here.
const patienceMilliseconds = 180_000
const cli = join(projectRoot, 'server/cli.ts')

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
