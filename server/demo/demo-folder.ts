import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { PlainSentence } from '#server/platform/plain-sentence.ts'
import type { Settings } from '#server/platform/settings.ts'
import { demoMakers, type DemoMaker } from './demos.ts'

// Hidden, so that a folder with nothing else in it still counts as empty.
const markName = '.demo'
const markText =
  'This folder holds the demo of Gonghui: invented people only. "gonghui init" makes a real tenant in another, empty folder.\n'
const refusal =
  'This installation holds a real tenant, and demo data never enters it: set GONGHUI_DATA to another, empty folder, or leave GONGHUI_DEMO away.'

/** Whether the folder belongs to the demo: a real tenant never enters it. */
export function isDemoFolder(dataFolder: string): boolean {
  return existsSync(join(dataFolder, markName))
}

/**
 * Marks an empty folder as the demo's before anything is made in it, so that a start that is killed half-way still knows what it was
 * about. A folder that holds something is never marked here.
 */
export function claimEmptyFolder({ dataFolder, demo, host }: Settings): void {
  if (demo === 'off' || (demo === 'auto' && !isLoopback(host))) return
  const names = existsSync(dataFolder) ? readdirSync(dataFolder) : []
  const isEmpty = names.every((name) => name.startsWith('.') || name === 'lost+found')
  if (isEmpty) mark(dataFolder)
}

/**
 * The demo tenants that are still to be loaded. With GONGHUI_DEMO=on also into a folder that was begun without a demo and holds no tenant.
 * @throws PlainSentence when the demo is asked for where a real tenant is.
 */
export async function missingDemos(
  { dataFolder, demo, host }: Settings,
  ownerUrl: string,
): Promise<readonly DemoMaker[]> {
  const isWanted = demo === 'on' || (demo === 'auto' && isDemoFolder(dataFolder) && isLoopback(host))
  if (!isWanted) return []
  const tenants = await tenantsOf(ownerUrl)
  if (tenants.some(({ kind }) => kind === 'real')) {
    // An outside database may hold a real tenant while the folder on this machine is new.
    rmSync(join(dataFolder, markName), { force: true })
    if (demo === 'on') throw new PlainSentence(refusal)
    return []
  }
  mark(dataFolder)
  return demoMakers.filter(({ code }) => !tenants.some((tenant) => tenant.code === code))
}

function mark(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    writeFileSync(join(dataFolder, markName), markText)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new PlainSentence(
      `The data folder ${dataFolder} cannot be used (${code}): give it to the user who starts Gonghui, or set GONGHUI_DATA to another folder.`,
    )
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

async function tenantsOf(ownerUrl: string): Promise<{ code: string; kind: string }[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<{ code: string; kind: string }>('select code, kind from tenants')).rows
  } finally {
    await client.end()
  }
}
