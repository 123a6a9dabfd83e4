import { mkdirSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import type { MasterKeys } from '../crypto.ts'
import { PlainSentence } from '../plain-sentence.ts'
import { readSealed, type PartReceiver, type PartSummary } from './sealed-file.ts'
import { auditHeads, copyTarget, quoted, storedTables, type StoredTable } from './tables.ts'
import type { Contents, Manifest } from './take.ts'

/**
 * Reads a whole backup without changing anything.
 * @throws PlainSentence naming the damaged part, or saying that the keys are others.
 */
export async function checkBackup(
  path: string,
  keys: MasterKeys,
): Promise<{ takenAt: Date; contents: Contents; manifest: Manifest }> {
  const texts = new Map<string, Buffer[]>([
    ['contents', []],
    ['manifest', []],
  ])
  let part = ''
  const header = await readSealed(path, keys, {
    begin: async (name) => void (part = name),
    data: async (piece) => void texts.get(part)?.push(piece),
    end: async () => {},
  })
  const read = (name: string) => JSON.parse(Buffer.concat(texts.get(name)!).toString()) as unknown
  return {
    takenAt: new Date(header.takenAt),
    contents: read('contents') as Contents,
    manifest: read('manifest') as Manifest,
  }
}

/** Where a backup is loaded into: a database that was just migrated and holds no tenant, and a data folder. */
export interface BackupTarget {
  ownerUrl: string
  keys: MasterKeys
  dataFolder: string
}

/**
 * Loads a checked backup: all of the database in one transaction, the attachments into their places. What was loaded is counted against
 * the manifest before anything is kept.
 * @throws PlainSentence when the database holds a tenant, or something does not come out as the manifest says.
 */
export async function loadBackup(path: string, target: BackupTarget, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: target.ownerUrl, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    await client.query('begin')
    // What triggers note of a change stands in the backup already.
    await client.query("select set_config('gonghui.restoring', 'on', true)")
    await mustBeEmpty(client)
    const tables = await storedTables(client)
    const openTables = await openForOwner(client, tables)
    for (const table of tables.toReversed()) await client.query(`delete from ${quoted(table)}`)
    await readSealed(path, target.keys, new Loader(client, tables, target.dataFolder))
    await mustBeAsSaid(client, tables, manifest)
    for (const { name } of openTables) await client.query(`alter table "${name}" force row level security`)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

/** Refuses a database that holds a tenant already. */
export async function mustBeEmpty(client: pg.ClientBase | pg.Pool): Promise<void> {
  const { rows } = await client.query<{ codes: string | null }>(
    `select string_agg(code, ', ') as codes from tenants`,
  )
  if (rows[0]!.codes !== null)
    throw new PlainSentence(
      `This place is not empty: it holds the tenant ${rows[0]!.codes}. Restore into an empty one, such as "GONGHUI_DATA=/srv/restored npx gonghui restore FILE".`,
    )
}

/** COPY does not go through row security; an owner who may not pass it lifts the force for this transaction. */
async function openForOwner(client: pg.Client, tables: StoredTable[]): Promise<StoredTable[]> {
  const { rows } = await client.query<{ passes: boolean }>(
    'select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  )
  if (rows[0]!.passes) return []
  const forced = tables.filter(({ ofTenants }) => ofTenants)
  for (const { name } of forced) await client.query(`alter table "${name}" no force row level security`)
  return forced
}

class Loader implements PartReceiver {
  readonly #client: pg.Client
  readonly #tables: Map<string, StoredTable>
  readonly #folder: string
  #contents: Buffer[] = []
  #columns = new Map<string, string[]>()
  #copy: CopyStreamQuery | null = null
  #failure: Error | null = null
  #file: { handle: FileHandle; draft: string; path: string } | null = null
  #part = ''

  constructor(client: pg.Client, tables: StoredTable[], dataFolder: string) {
    this.#client = client
    this.#tables = new Map(tables.map((table) => [table.name, table]))
    this.#folder = join(dataFolder, 'files')
  }

  async begin(name: string): Promise<void> {
    this.#part = name
    const [kind, subject] = name.split(' ') as [string, string]
    if (kind === 'table') this.#copy = this.#intoTable(subject)
    if (kind === 'file') this.#file = await this.#intoFile(subject)
  }

  async data(piece: Buffer): Promise<void> {
    if (this.#copy !== null) await this.#intoCopy(this.#copy, piece)
    else if (this.#file !== null) await this.#file.handle.writeFile(piece)
    else if (this.#part === 'contents') this.#contents.push(piece)
  }

  async end(summary: PartSummary): Promise<void> {
    if (this.#part === 'contents') this.#learnColumns()
    if (this.#copy !== null) await this.#endTable(summary)
    if (this.#file !== null) await this.#endFile()
  }

  #learnColumns(): void {
    const contents = JSON.parse(Buffer.concat(this.#contents).toString()) as Contents
    this.#columns = new Map(contents.tables.map(({ name, columns }) => [name, columns]))
  }

  async #intoCopy(copy: CopyStreamQuery, piece: Buffer): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      copy.write(piece, (error) => (error ? reject(this.#failure ?? error) : resolve()))
    })
  }

  #intoTable(name: string): CopyStreamQuery {
    const columns = this.#columns.get(name)
    if (columns === undefined || !this.#tables.has(name))
      throw new PlainSentence(`The backup holds a table "${name}" that this version does not know.`)
    const copy = this.#client.query(copyFrom(`copy ${copyTarget({ name, columns })} from stdin`))
    // What the database says of a row comes as an event, before the next write fails for it.
    copy.on('error', (error) => (this.#failure = error))
    return copy
  }

  async #endTable(summary: PartSummary): Promise<void> {
    const copy = this.#copy!
    this.#copy = null
    copy.end()
    await finished(copy)
    if (copy.rowCount !== summary.rows) throw differs(summary.name)
  }

  async #intoFile(name: string) {
    if (!/^[0-9a-f]{2}\/[0-9a-f]+$/.test(name)) throw differs(`file ${name}`)
    const path = join(this.#folder, name)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const draft = join(this.#folder, 'draft-restore')
    await rm(draft, { force: true })
    return { handle: await open(draft, 'wx', 0o600), draft, path }
  }

  async #endFile(): Promise<void> {
    const { handle, draft, path } = this.#file!
    this.#file = null
    await handle.sync()
    await handle.close()
    await rename(draft, path)
  }
}

async function mustBeAsSaid(client: pg.Client, tables: StoredTable[], manifest: Manifest): Promise<void> {
  for (const { name, rows } of manifest.parts) {
    if (!name.startsWith('table ')) continue
    const table = tables.find((each) => `table ${each.name}` === name)
    const counted = await client.query<{ rows: string }>(
      `select count(*)::text as rows from ${quoted(table!)}`,
    )
    if (Number(counted.rows[0]!.rows) !== rows) throw differs(name)
  }
  const heads = await auditHeads(client)
  if (heads.join('\n') !== manifest.auditHeads.join('\n')) throw differs('heads of the audit chains')
}

function differs(part: string): PlainSentence {
  return new PlainSentence(
    `Restoring stopped and nothing was kept: "${part}" does not come out as the backup says.`,
  )
}
