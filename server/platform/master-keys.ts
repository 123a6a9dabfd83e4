import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { randomBytes, type MasterKeys } from './crypto.ts'

/** The key file's content: keys as hex by their number. `hash` is the key of all keyed hashes and never changes. */
export interface KeyFile {
  current: number
  hash: string
  keys: Record<string, string>
}

/**
 * Reads the key file. The keys stay in step with it: when a rotation has changed the file, a running server wraps under the new key
 * within a second, and a key number it does not know makes it look again.
 * @throws Error with a plain sentence when the file is missing or damaged: without it the database's secrets stay closed.
 */
export function readMasterKeys(path: string): MasterKeys {
  const live = new LiveKeys(path)
  return {
    get currentId() {
      return live.keysOfNow().current
    },
    byId: live,
    hashKey: Buffer.from(live.keysOfNow().hash, 'hex'),
  }
}

/** The keys of a key file that is not on the disk yet, such as one typed from paper. */
export function masterKeysOf(file: KeyFile): MasterKeys {
  return {
    currentId: file.current,
    byId: new Map(Object.entries(file.keys).map(([id, hex]) => [Number(id), Buffer.from(hex, 'hex')])),
    hashKey: Buffer.from(file.hash, 'hex'),
  }
}

/** Makes a new key file, readable by its owner only. Refuses to write over one that is there. */
export function createMasterKeys(path: string): MasterKeys {
  const file: KeyFile = {
    current: 1,
    hash: randomBytes(32).toString('hex'),
    keys: { 1: randomBytes(32).toString('hex') },
  }
  createKeyFile(path, file)
  return readMasterKeys(path)
}

/** Writes a key file where there is none. Refuses to write over one that is there. */
export function createKeyFile(path: string, file: KeyFile): void {
  write(path, file, linkSync)
}

/** Exchanges the content of the key file: at any moment the old or the new one stands there whole. */
export function replaceKeyFile(path: string, file: KeyFile): void {
  write(path, file, renameSync)
}

/** What the key file says. Throws a plain sentence when it is missing or damaged. */
export function readKeyFile(path: string): KeyFile {
  if (!existsSync(path))
    throw new Error(
      `The key file ${path} is missing. Put back the copy you kept; without it hidden data cannot be read.`,
    )
  const file = parse(readFileSync(path, 'utf8'))
  if (file === null)
    throw new Error(
      `The key file ${path} is damaged. Put back the copy you kept, or make it anew from the recovery sheet ("gonghui restore --help").`,
    )
  return file
}

/** Adds a new wrapping key and makes it current; older keys stay until every person key is wrapped anew. */
export function addMasterKey(path: string): void {
  const file = readKeyFile(path)
  const next = Math.max(...Object.keys(file.keys).map(Number)) + 1
  replaceKeyFile(path, {
    ...file,
    current: next,
    keys: { ...file.keys, [next]: randomBytes(32).toString('hex') },
  })
}

/** Drops every wrapping key but the current one: only after rotation has wrapped every person key anew. */
export function dropOldMasterKeys(path: string): void {
  const file = readKeyFile(path)
  replaceKeyFile(path, { ...file, keys: { [file.current]: file.keys[file.current]! } })
}

const lookMilliseconds = 1000

/** The wrapping keys by number, read again when the file has changed. A plain Map to whoever copies it. */
class LiveKeys extends Map<number, Buffer> {
  readonly #path: string
  #file: KeyFile
  #changedAt = 0
  #lookedAt = 0

  constructor(path: string) {
    super()
    this.#path = path
    this.#file = readKeyFile(path)
    this.#remember()
  }

  /** The file as it is now, to within a second. */
  keysOfNow(): KeyFile {
    if (Date.now() - this.#lookedAt > lookMilliseconds) this.#look()
    return this.#file
  }

  override get(id: number): Buffer | undefined {
    if (!super.has(id)) this.#look()
    return super.get(id)
  }

  /** A file that cannot be read just now changes nothing: the keys in memory still serve. */
  #look(): void {
    try {
      this.#lookedAt = Date.now()
      if (statSync(this.#path).mtimeMs === this.#changedAt) return
      this.#file = readKeyFile(this.#path)
      this.#remember()
    } catch {
      return
    }
  }

  #remember(): void {
    this.#lookedAt = Date.now()
    this.#changedAt = statSync(this.#path).mtimeMs
    // Older keys stay in memory: rows read before a rotation ended may still be wrapped by them.
    for (const [id, hex] of Object.entries(this.#file.keys)) this.set(Number(id), Buffer.from(hex, 'hex'))
  }
}

function parse(text: string): KeyFile | null {
  try {
    const file = JSON.parse(text) as KeyFile
    const hexes = [file.hash, file.keys[file.current], ...Object.values(file.keys)]
    return hexes.every((hex) => /^[0-9a-f]{64}$/.test(hex ?? '')) ? file : null
  } catch {
    return null
  }
}

function write(path: string, file: KeyFile, settle: (draft: string, path: string) => void): void {
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true })
  try {
    settle(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolder(dirname(path))
}

/** A rename is for good only when its folder has reached the disk; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
