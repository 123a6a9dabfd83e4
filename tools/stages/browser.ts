import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { withTestCluster } from './database.ts'
import { nodeTests } from './node-tests.ts'
import type { StageResult } from './stage.ts'

const chromium = '/usr/bin/chromium'
const packages = ['chromium', 'fonts-noto-cjk']
const install = ['install', '-y', '--no-install-recommends', ...packages]

/** Journeys in a real browser, two at a time: a journey waits more than it works. */
export async function browserStage(files: string[]): Promise<StageResult> {
  if (files.length === 0) return { passed: 0, failures: [] }
  ensureChromium()
  return withTestCluster(() => nodeTests(files, { processes: 2 }))
}

/**
 * Installs Debian's Chromium where we are root on a system with apt-get.
 * @throws Error with the command to run where we may not.
 */
export function ensureChromium(): void {
  if (existsSync(chromium)) return
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (mayInstall) {
    console.log(`Installing ${packages.join(' and ')} for the browser tests ...`)
    for (const args of [['update'], install])
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: quiet() })
  }
  if (!existsSync(chromium))
    throw new Error(`The browser tests need Chromium: run "sudo apt-get ${install.join(' ')}" and try again.`)
}

function quiet(): NodeJS.ProcessEnv {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
}
