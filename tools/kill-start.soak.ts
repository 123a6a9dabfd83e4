import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Extent } from '#tools/soak.ts'
import { projectRoot } from '#server/platform/project-root.ts'

const usualTries = 20
const port = 18_600 + randomInt(300)

/** Kills `npm start` with all its Node processes at random moments, twenty times; the next start must be ready again. */
export async function run({ count: tries = usualTries }: Extent): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'gonghui-kill-'))
  const moments: number[] = []
  try {
    await startAndKill(data, 'ready')
    for (let count = 0; count < tries; count += 1) {
      const milliseconds = randomInt(1500)
      moments.push(milliseconds)
      await startAndKill(data, milliseconds)
    }
    const milliseconds = await startAndStop(data)
    return `${tries} kills of npm start (after ${moments.join(', ')} ms); then ready in ${milliseconds} ms and stopped cleanly`
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function startAndKill(data: string, moment: number | 'ready'): Promise<void> {
  const { child, ready } = start(data)
  await (moment === 'ready' ? ready : sleep(moment))
  const end = once(child, 'exit')
  process.kill(-child.pid!, 'SIGKILL')
  await end
}

async function startAndStop(data: string): Promise<number> {
  const started = performance.now()
  const { child, ready } = start(data)
  await ready
  const milliseconds = Math.round(performance.now() - started)
  const end = once(child, 'exit')
  child.kill('SIGINT')
  assert.deepEqual(await end, [0, null])
  return milliseconds
}

/** `ready` fails when npm ends before it said that it was. */
function start(data: string) {
  const env = {
    ...process.env,
    PORT: String(port),
    GONGHUI_DATA: data,
    GONGHUI_DEMO: 'off',
    DATABASE_URL: '',
  }
  // A group of its own, so that a kill reaches npm and every Node process at once, but not PostgreSQL: as when memory runs out.
  const child = spawn('npm', ['start'], {
    cwd: projectRoot,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ready = new Promise<void>((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes('Gonghui is ready at')) resolve()
    })
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)))
  })
  // A start that is killed before it is ready is what we came for.
  ready.catch(() => {})
  return { child, ready }
}
