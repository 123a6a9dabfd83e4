#!/usr/bin/env node
// The one way in: `gonghui COMMAND`, also behind every npm script. Runs on any Node from 20 on, with nothing installed yet:
// it installs what is missing, builds what changed and hands over to Node 24.
import { ensureDependencies } from './bootstrap/dependencies.mjs'
import { ensureBuilt } from './bootstrap/build.mjs'
import { findNode } from './bootstrap/node.mjs'
import { run } from './bootstrap/run.mjs'

/** Commands for developers run from the sources; what they need built stands beside them. */
const developerCommands = {
  test: { script: 'tools/test.ts', parts: ['server', 'web'] },
  bench: { script: 'tools/bench.ts', parts: ['server', 'web'] },
  shots: { script: 'e2e/shots.ts', parts: ['server', 'web'] },
  soak: { script: 'tools/soak.ts', parts: ['server'] },
}

const [command = '--help', ...rest] = process.argv.slice(2)

try {
  ensureDependencies()
  const node = findNode()
  const developer = Object.hasOwn(developerCommands, command) ? developerCommands[command] : undefined
  await ensureBuilt(node, developer?.parts ?? (command === 'start' ? ['server', 'web'] : ['server']))
  const script = developer === undefined ? ['build/server/cli.js', command] : [developer.script]
  run(node, [...script, ...rest])
} catch (error) {
  if (error.name !== 'PlainSentence') throw error
  console.error(error.message)
  process.exitCode = 1
}
