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
    for (const deadline = Date.now() + 60_000; ; await sleep(10)) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null)
      if (answer?.status === 200) return
      if (hasEnded() || Date.now() > deadline)
        throw new Error(
          `the server does not become ready:\n${readFileSync(join(this.folder, 'server.log'), 'utf8').slice(-3000)}`,
        )
    }
  }

  /** Kills the server with all its threads; PostgreSQL is left as it is. */
  async killServer(): Promise<void> {
    const end = once(this.#process!, 'exit')
    this.#process!.kill('SIGKILL')
    await end
  }

  /** Kills the first process of PostgreSQL. */
  killPostmaster(): void {
    const [pid] = readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGKILL')
  }

  async stop(): Promise<void> {
    if (this.#process === null || this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const end = once(this.#process, 'exit')
    this.#process.kill('SIGTERM')
    await end
  }
}

const cli = join(projectRoot, 'server/cli.ts')

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
