import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainSentence, root } from './root.mjs'

const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules/.gonghui-stamp')

/**
 * Installs the packages of package-lock.json unless they are there already. When they are, npm is not called and nothing asks
 * the network, also after the folder was copied: the stamp names no place.
 */
export function ensureDependencies() {
  const wanted = stamp()
  if (read(stampFile) === wanted) return
  if (!isInstalledByHand()) install()
  try {
    writeFileSync(stampFile, wanted)
  } catch {
    // A folder that we may only read is compared anew each time.
  }
}

function stamp() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  return `${lock} ${process.platform}-${process.arch}\n`
}

/** npm keeps its own list of what it installed last: if that fits, somebody ran `npm ci` before us. */
function isInstalledByHand() {
  const installed = read(join(root, 'node_modules/.package-lock.json'))
  if (installed === null) return false
  const present = JSON.parse(installed).packages
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages)
  return wanted.every(([path, { version, optional }]) => {
    if (path === '') return true
    return present[path] === undefined ? optional === true : present[path].version === version
  })
}

function install() {
  console.error('Installing packages (first start, or the list of packages changed) ...')
  const progress = showProgress()
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  const { status, error } = spawnSync(...npmCommand(args), { cwd: root, stdio: 'inherit' })
  progress.kill()
  if (status === 0) return
  throw new PlainSentence(
    `The packages could not be installed (${error?.message ?? `npm ended with ${status}`}). Check that the npm registry can be reached ("npm ping"), then run the same command again.`,
  )
}

/** npm is silent without a terminal, so a small process beside it says every ten seconds that it still works. */
function showProgress() {
  return spawn(process.execPath, [join(root, 'tools/bootstrap/progress.mjs')], {
    cwd: root,
    stdio: 'inherit',
  })
}

function npmCommand(args) {
  const npm = process.env.npm_execpath
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return [process.execPath, [npm, ...args]]
  return process.platform === 'win32' ? ['cmd.exe', ['/c', 'npm', ...args]] : ['npm', args]
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
