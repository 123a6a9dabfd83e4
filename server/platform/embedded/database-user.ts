import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PlainSentence } from '../plain-sentence.ts'

/** The account that PostgreSQL runs under when Gonghui itself runs as root, which PostgreSQL refuses. */
export interface DatabaseUser {
  name: string
  uid: number
  gid: number
}

/** How to start a program: the command, its arguments and the account to start it under. */
export interface Launch {
  command: string
  args: string[]
  uid?: number
  gid?: number
}

/** Null when we are an ordinary user: then PostgreSQL simply runs as us. */
export function findDatabaseUser(): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null
  return userNamed('postgres') ?? userNamed('nobody') ?? createUser()
}

/** Gives a folder and all in it to the database user; nothing happens if it is theirs already. */
export function giveTo(user: DatabaseUser, folder: string): void {
  if (lstatSync(folder).uid === user.uid) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), user.uid, user.gid)
  }
  // The folder itself last: an interrupted hand-over is seen and done again.
  chownSync(folder, user.uid, user.gid)
}

/**
 * The launch of a program that must reach the given paths as the database user. Where a folder above them is closed
 * to others (a checkout in /root), the program keeps one capability that lets it pass through closed folders.
 */
export function launchAs(user: DatabaseUser | null, program: string[], paths: string[]): Launch {
  const [command, ...args] = program as [string, ...string[]]
  if (user === null) return { command, args }
  if (paths.every((path) => isReachable(user, path))) return { command, args, uid: user.uid, gid: user.gid }
  return { command: 'setpriv', args: [...privileges(user, passingCapability()), '--', ...program] }
}

function privileges(user: DatabaseUser, capability: string): string[] {
  const one = `-all,+${capability}`
  return [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--no-new-privs',
    // Otherwise access(2), by which initdb looks for its programs, would leave the capability out of account.
    '--securebits=+no_setuid_fixup',
    `--inh-caps=${one}`,
    `--ambient-caps=${one}`,
    `--bounding-set=${one}`,
  ]
}

/** Reading and passing folders is enough; containers often lack that capability but keep the wider one. */
function passingCapability(): string {
  for (const capability of ['dac_read_search', 'dac_override']) {
    const probe = spawnSync('setpriv', [
      `--inh-caps=-all,+${capability}`,
      `--ambient-caps=-all,+${capability}`,
      'true',
    ])
    if (probe.status === 0) return capability
  }
  throw new PlainSentence(
    'PostgreSQL refuses to run as root, and its unprivileged user cannot reach this folder: move Gonghui to a folder that others may pass (such as /opt or /srv), start it as an ordinary user, or set DATABASE_URL.',
  )
}

function isReachable(user: DatabaseUser, path: string): boolean {
  const parent = dirname(path)
  if (parent === path) return true
  const { mode, uid, gid } = statSync(parent)
  const passable = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001
  return passable !== 0 && isReachable(user, parent)
}

function userNamed(wanted: string): DatabaseUser | null {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (name === wanted && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return null
}

function createUser(): DatabaseUser {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'gonghui'])
  const user = userNamed('gonghui')
  if (user !== null) return user
  throw new PlainSentence(
    'PostgreSQL refuses to run as root and no unprivileged user could be made: run "useradd --system gonghui", or start Gonghui as an ordinary user.',
  )
}
