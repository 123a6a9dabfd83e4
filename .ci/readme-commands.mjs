// Runs every command of the READMEs' sh blocks, so that none of them is ever wrong. Cloning and entering the clone are done already,
// and `npm start` and `npm test` stand beside this in .ci/run; all others run here, in the clone, and must end well within a minute.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const readmes = ['README.md', 'README.zh-CN.md']
const limitSeconds = 60

const manual = readFileSync('docs/operations.md', 'utf8')
const data = mkdtempSync(join(tmpdir(), 'gonghui-readme-'))
const failures = []
let ran = 0
for (const [command, readme] of commandsOf(readmes)) {
  const kind = kindOf(command)
  if (kind === 'unknown')
    failures.push(`${readme}: CI cannot run "${command}": put it into docs/operations.md`)
  if (kind !== 'run') continue
  ran += 1
  const failure = run(command)
  console.log(`${failure === null ? 'ok    ' : 'FAILED'} ${command}`)
  if (failure !== null) failures.push(`${readme}: ${command}\n${failure}`)
}
rmSync(data, { recursive: true, force: true })
if (ran === 0) failures.push('no command was found: are the blocks still marked sh?')
for (const failure of failures) console.error(failure)
console.log(`README commands: ${ran} run, ${failures.length} failed`)
process.exit(failures.length > 0 ? 1 : 0)

/** Each command once, with the README that has it first. */
function commandsOf(files) {
  const commands = new Map()
  for (const file of files) {
    for (const [, block] of readFileSync(file, 'utf8').matchAll(
      /^```(?:sh|bash|shell|console)\n([^]*?)^```/gm,
    )) {
      const lines = block.replaceAll('\\\n', ' ').split('\n')
      for (const line of lines.map((text) => text.replace(/(^|\s)#.*$/, '').trim()))
        if (line !== '' && !commands.has(line)) commands.set(line, file)
    }
  }
  return commands
}

function kindOf(command) {
  const [, settings, bare] = /^((?:[A-Z][A-Z0-9_]*=\S+\s+)*)(.*)$/.exec(command)
  const names = [...settings.matchAll(/(\w+)=/g)].map(([, name]) => name)
  if (names.some((name) => !manual.includes(`\`${name}\``))) return 'unknown'
  if (/^git clone \S+( gonghui)?$|^cd gonghui$/.test(bare)) return 'done'
  if (bare === 'npm start' || bare === 'npm test') return 'done'
  return /^(npm|npx|node) [^;&|<>$`]*$/.test(bare) ? 'run' : 'unknown'
}

/** Null when it ended well, else what it said. Nothing of it reaches the clone's own data folder. */
function run(command) {
  // `timeout` ends whatever the command has started, not only the shell.
  const { status, error, stdout, stderr } = spawnSync(
    'timeout',
    [String(limitSeconds), 'bash', '-c', command],
    {
      env: { ...process.env, GONGHUI_DATA: data, GONGHUI_DEMO: 'off' },
      encoding: 'utf8',
    },
  )
  if (status === 0) return null
  const end = status === 124 ? `took longer than ${limitSeconds} s` : `ended with ${status}`
  return `${error?.message ?? end}\n${stdout}${stderr}`
}
