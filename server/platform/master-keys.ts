import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes, type MasterKeys } from './crypto.ts'

interface KeyFile {
  current: number
  hash: string
  keys: Record<string, string>
}

/** Reads the key file. Throws a plain sentence when it is missing or damaged: without it the database's secrets stay closed. */
export function readMasterKeys(path: string): MasterKeys {
  if (!existsSync(path))
    throw new Error(
      `The key file ${path} is missing. Put back the copy you kept; without it hidden data cannot be read.`,
    )
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  const byId = new Map(Object.entries(file.keys).map(([id, hex]) => [Number(id), Buffer.from(hex, 'hex')]))
  return { currentId: file.current, byId, hashKey: Buffer.from(file.hash, 'hex') }
}

/** Makes a new key file, readable by its owner only. Refuses to write over one that is there. */
export function createMasterKeys(path: string): MasterKeys {
  writeKeyFile(
    path,
    { current: 1, hash: randomBytes(32).toString('hex'), keys: { 1: randomBytes(32).toString('hex') } },
    'wx',
  )
  return readMasterKeys(path)
}

/** Adds a new wrapping key and makes it current; older keys stay until every person key is wrapped anew. */
export function addMasterKey(path: string): MasterKeys {
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  const next = Math.max(...Object.keys(file.keys).map(Number)) + 1
  file.keys[next] = randomBytes(32).toString('hex')
  file.current = next
  writeKeyFile(path, file, 'w')
  return readMasterKeys(path)
}

/** Drops every wrapping key but the current one: only after rotation has wrapped every person key anew. */
export function dropOldMasterKeys(path: string): void {
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  file.keys = { [file.current]: file.keys[file.current]! }
  writeKeyFile(path, file, 'w')
}

function writeKeyFile(path: string, file: KeyFile, flag: 'w' | 'wx'): void {
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag })
}
