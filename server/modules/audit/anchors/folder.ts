import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainSentence } from '#server/platform/plain-sentence.ts'
import { parseAnchor, type Anchor } from './anchor.ts'

/** The name of an anchor's file: tenant, moment and number, so that names sort by time and none is used twice. */
export function anchorFileName(code: string, madeAt: string, number: number): string {
  const moment = madeAt.replace(/[-:]/g, '').replace(/\.\d+/, '')
  return `gonghui-anchor-${code}-${moment}-${String(number).padStart(6, '0')}.jsonl`
}

/**
 * Writes an anchor into the folder outside and makes sure that it is on the disk. Never writes over a file: the same anchor again is
 * left as it is, another one under the same name is an error.
 */
export async function keepInFolder(folder: string, fileName: string, text: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o750 })
  const path = join(folder, fileName)
  try {
    await writeNew(path, text)
    await syncFolder(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if ((await readFile(path, 'utf8')) !== text) throw error
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o640)
  try {
    await file.writeFile(text)
    await file.sync()
  } catch (error) {
    // A disk that is full must not leave half an anchor under a name that is taken for good.
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

// The name of a new file is only safe when its folder is written too. Shares of other systems may not allow that.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => {})
  await handle.close()
}

/**
 * Reads one anchor file and checks that its lines give its digest; whether the key made it is `isOurs`.
 * @throws PlainSentence when it cannot be read or is not whole.
 */
export async function readAnchorFile(path: string): Promise<Anchor> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PlainSentence(`The anchor ${path} cannot be read (${error.code}): check its name.`)
  })
  const anchor = parseAnchor(text)
  if (typeof anchor === 'string') throw new PlainSentence(`${path}: ${anchor}`)
  return anchor
}

/** What was found in a folder: whole anchors of a tenant, the newest first, and the numbers of those whose files are damaged. */
export interface FoundAnchors {
  anchors: Anchor[]
  damaged: number[]
}

/** How many anchors are compared at most: more than a year of daily ones. */
const mostAnchors = 400

/**
 * The anchors of a tenant (by its id) in a folder, the newest first, at most 400; files of others are passed over. A folder that is not there
 * holds none.
 * @throws PlainSentence when the folder cannot be read.
 */
export async function latestAnchors(
  folder: string,
  tenant: { id: string; code: string },
): Promise<FoundAnchors> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new PlainSentence(`The folder of anchors ${folder} cannot be read (${error.code}).`)
  })
  const pattern = /^gonghui-anchor-(.+)-\d{8}T\d{6}Z-(\d{6,})\.jsonl$/
  const own = names.filter((name) => pattern.exec(name)?.[1] === tenant.code).sort()
  const found: FoundAnchors = { anchors: [], damaged: [] }
  for (const name of own.slice(-mostAnchors).reverse()) {
    const anchor = parseAnchor(await readFile(join(folder, name), 'utf8'))
    if (typeof anchor === 'string') found.damaged.push(Number(pattern.exec(name)![2]))
    else if (anchor.tenant.id === tenant.id) found.anchors.push(anchor)
  }
  return found
}
