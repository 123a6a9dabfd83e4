import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainSentence, root } from './root.mjs'

/** What each part is built from, and a file that shows that it was built. */
const parts = {
  server: { inputs: ['server', 'contract', 'tools', 'package-lock.json'], output: 'build/server/cli.js' },
  web: { inputs: ['web', 'contract', 'vite.config.ts', 'package-lock.json'], output: 'build/web/index.html' },
}

/**
 * Builds the named parts whose sources changed since they were built. Sizes and times decide first; where they differ (an edit,
 * or the folder was copied) the contents decide.
 */
export async function ensureBuilt(node, names) {
  const stale = names.map(judge).filter((part) => part !== null)
  if (stale.length === 0) return
  console.error(`Building ${stale.map(({ name }) => name).join(' and ')} ...`)
  await Promise.all(stale.map((part) => build(node, part)))
}

/** Null when the part is fresh, else what its stamp will be. */
function judge(name) {
  const { inputs, output } = parts[name]
  const files = inputs.flatMap((input) => listFiles(input)).sort()
  const looks = createHash('sha256').update(files.map(look).join('\n')).digest('hex')
  const stampFile = join(root, 'build', `${name}.stamp`)
  const old = readStamp(stampFile, output)
  if (old.looks === looks) return null
  const contents = hashContents(files)
  if (old.contents === contents) {
    writeStamp(stampFile, { looks, contents })
    return null
  }
  return { name, stampFile, stamp: { looks, contents } }
}

function listFiles(input) {
  const path = join(root, input)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [input]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
}

function look(file) {
  const { size, mtimeMs } = statSync(join(root, file))
  return `${file} ${size} ${mtimeMs}`
}

function hashContents(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function readStamp(stampFile, output) {
  try {
    return existsSync(join(root, output)) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
  } catch {
    return {}
  }
}

function writeStamp(stampFile, stamp) {
  try {
    mkdirSync(join(root, 'build'), { recursive: true })
    writeFileSync(stampFile, JSON.stringify(stamp))
  } catch {
    // A folder that we may only read is compared by contents each time.
  }
}

function build(node, { name, stampFile, stamp }) {
  // Without its stamp a build that is cut off will be made again.
  rmSync(stampFile, { force: true })
  return new Promise((resolve, reject) => {
    const child = spawn(node, ['tools/build.ts', name], { cwd: root, stdio: ['ignore', 2, 2] })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code !== 0) return reject(new PlainSentence(`The ${name} could not be built: see the lines above.`))
      writeStamp(stampFile, stamp)
      resolve()
    })
  })
}
