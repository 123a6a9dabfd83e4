import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCluster } from '#server/platform/embedded/index.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import type { Result } from '#tools/bench.ts'
import { median, rangeOf } from './measures/median.ts'

export const name = 'start'

const rounds = 5
const idleSeconds = 20
const goals = { secondStartSeconds: 4, afterDatabaseSeconds: 0.7, idleMb: 110 }

/** Second start of `npm start`; the server alone on a database that is up, beside a bare server; and what it holds in memory when idle. */
export async function run(): Promise<Result[]> {
  const data = mkdtempSync(join(tmpdir(), 'gonghui-bench-start-'))
  const environment = { ...process.env, GONGHUI_DATA: data, PORT: '0', GONGHUI_DEMO: 'off', DATABASE_URL: '' }
  try {
    const migrated = spawnSync(process.execPath, [cli, 'migrate'], {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (migrated.status !== 0) throw new Error('gonghui migrate failed')
    const starts = await secondStarts(environment)
    return [starts, ...(await serverAlone(data, environment))]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const cli = join(projectRoot, 'build/server/cli.js')

async function secondStarts(environment: NodeJS.ProcessEnv): Promise<Result> {
  const seconds: number[] = []
  // The first of them fills the cache of compiled code, as a first start does.
  for (let round = -1; round < rounds; round += 1) {
    const started = await begin('npm', ['start'], environment)
    if (round >= 0) seconds.push(started.seconds)
    await end(started.child)
  }
  return figure('start.second', seconds, goals.secondStartSeconds)
}

async function serverAlone(data: string, environment: NodeJS.ProcessEnv): Promise<Result[]> {
  const cluster = await startCluster(data, 'durable')
  const onDatabase = { ...environment, DATABASE_URL: cluster.urlOf('gonghui') }
  try {
    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const server = await begin(process.execPath, [cli, 'start'], onDatabase)
      ours.push(server.seconds)
      await end(server.child)
      const floor = await begin(process.execPath, [join(projectRoot, 'bench/bare/listen.mjs')], onDatabase)
      bare.push(floor.seconds)
      await end(floor.child)
    }
    const ready = figure('start.after-database', ours, goals.afterDatabaseSeconds)
    return [{ ...ready, bare: median(bare) }, await idleMemory(onDatabase)]
  } finally {
    await cluster.close()
  }
}

async function idleMemory(environment: NodeJS.ProcessEnv): Promise<Result> {
  // As people start it, so that every Node process is seen: npm, the one that installs and builds, and the server.
  const { child } = await begin('npm', ['start'], environment)
  try {
    await sleep(idleSeconds * 1000)
    const processes = nodeProcessesOf(child.pid!)
    const server = processes.find(({ command }) => command.includes('build/server/cli.js'))
    if (server === undefined) throw new Error('the server process was not found')
    return { ...figure('start.idle-memory', [server.mb], goals.idleMb), unit: 'MB', details: { processes } }
  } finally {
    await end(child)
  }
}

function figure(name: string, values: number[], goal: number): Result {
  const ours = median(values)
  return {
    name,
    unit: 's',
    ours,
    limit: goal,
    ratio: ours / goal,
    goal: 1,
    higherIsBetter: false,
    range: rangeOf(values),
  }
}

async function begin(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; seconds: number }> {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd: projectRoot,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (/ready at http/.test(output)) resolve()
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code} before it was ready`)))
  })
  return { child, seconds: (performance.now() - started) / 1000 }
}

async function end(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** Every Node process of the group that `begin` made, with its resident memory. */
function nodeProcessesOf(group: number): { command: string; mb: number }[] {
  const found: { command: string; mb: number }[] = []
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) !== group) continue
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
      if (!command.startsWith('sh ')) found.push({ command, mb: Math.round(kilobytes / 102.4) / 10 })
    } catch {
      // It ended while we looked.
      continue
    }
  }
  return found
}
