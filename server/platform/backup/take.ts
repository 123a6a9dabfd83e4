import { createReadStream, globSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { MasterKeys } from '../crypto.ts'
import type { KeyFile } from '../master-keys.ts'
import { outageOf } from '../outage.ts'
import { PlainSentence } from '../plain-sentence.ts'
import { holdFiles } from './file-hold.ts'
import { lastPart, SealedWriter, type PartSummary } from './sealed-file.ts'
import {
  auditHeads,
  beTenant,
  columnList,
  quoted,
  storedTables,
  tenantIds,
  type StoredTable,
} from './tables.ts'

/** What a backup is taken of. */
export interface BackupSource {
  ownerUrl: string
  keys: MasterKeys
  keyFile: KeyFile
  dataFolder: string
}

/** The first part of every backup. The key file stands in it so that a backup of before a rotation opens what it holds. */
export interface Contents {
  migrations: string[]
  keyFile: KeyFile
  tables: Pick<StoredTable, 'name' | 'columns'>[]
}

/** The last part: what must be there after a restore. */
export interface Manifest {
  parts: PartSummary[]
  auditHeads: string[]
}

/**
 * Writes one encrypted file of database and attachments while people work: one snapshot of the database, then every attachment that it
 * can name. The file appears under its name only when it is complete.
 * @throws PlainSentence when the file is there already or cannot be written.
 */
export async function takeBackup(source: BackupSource, path: string): Promise<Manifest> {
  await mustBeFree(path)
  const draft = `${path}.unfinished`
  await rm(draft, { force: true })
  const client = new pg.Client({ connectionString: source.ownerUrl, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    const writer = await SealedWriter.create(draft, source.keys).catch((error: unknown) => {
      throw whenFull(error, path)
    })
    try {
      const manifest = await writeAll(writer, client, source)
      await writer.finish()
      await rename(draft, path)
      return manifest
    } catch (error) {
      await writer.abandon().catch(() => {})
      await rm(draft, { force: true })
      throw whenFull(error, path)
    }
  } finally {
    await client.end()
  }
}

/** A full disk as a sentence; anything else as it is. */
function whenFull(error: unknown, path: string): unknown {
  if (outageOf(error)?.code !== 'common.disk_full') return error
  return new PlainSentence(
    `The disk is full: ${path} could not be written and nothing of it was kept. Make room or name another disk. 磁盘已满，没有备份成功。`,
    { cause: error },
  )
}

async function mustBeFree(path: string): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there !== null) throw new PlainSentence(`${path} is there already: a backup never writes over a file.`)
  await mkdir(dirname(path), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new PlainSentence(`The folder of ${path} cannot be made (${error.code}).`)
  })
}

async function writeAll(writer: SealedWriter, client: pg.Client, source: BackupSource): Promise<Manifest> {
  await holdFiles(client)
  // Whoever keeps a table to themselves for longer is an accident: better no backup tonight, and said so, than one that waits for ever.
  await client.query(`begin isolation level repeatable read read only; set local lock_timeout = '30s'`)
  const tables = await storedTables(client)
  const { rows } = await client.query<{ name: string }>('select name from pgmigrations order by id')
  const contents: Contents = {
    migrations: rows.map(({ name }) => name),
    keyFile: source.keyFile,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  }
  await writer.whole('contents', Buffer.from(JSON.stringify(contents)))
  const parts: PartSummary[] = []
  const tenants = await tenantIds(client)
  for (const table of tables) parts.push(await writeTable(writer, client, { table, tenants }))
  const manifest: Manifest = { parts, auditHeads: await auditHeads(client) }
  await client.query('commit')
  // After the snapshot: an attachment is on the disk before the row that names it, so none of them is missed.
  parts.push(...(await writeFiles(writer, source.dataFolder)))
  await writer.whole(lastPart, Buffer.from(JSON.stringify(manifest)))
  return manifest
}

// Every table of the urn begins with its vote and something random: as rows lie there, they would tell which ballot came before which.
const inNoOrderOfTime = 'order by 1, 2'

async function writeTable(
  writer: SealedWriter,
  client: pg.Client,
  { table, tenants }: { table: StoredTable; tenants: string[] },
): Promise<PartSummary> {
  const name = `table ${table.name}`
  const columns = columnList(table)
  let rows = 0
  await writer.begin(name)
  const copy = async (where: string) => {
    const stream = client.query(copyTo(`copy (select ${columns} from ${quoted(table)} ${where}) to stdout`))
    for await (const chunk of stream) await writer.write(chunk as Buffer)
    rows += stream.rowCount
  }
  if (table.ofTenants) {
    // Tenant by tenant, so that an owner who is no superuser passes row security like everybody else.
    for (const id of tenants) {
      await beTenant(client, id)
      await copy(`where tenant_id = ${client.escapeLiteral(id)}`)
    }
  } else await copy(table.name.startsWith('urn.') ? inNoOrderOfTime : '')
  return writer.end({ name, rows })
}

/** Attachments as they lie there: sealed already, and sealed once more with the rest. */
async function writeFiles(writer: SealedWriter, dataFolder: string): Promise<PartSummary[]> {
  const folder = join(dataFolder, 'files')
  const parts: PartSummary[] = []
  const names = globSync('[0-9a-f][0-9a-f]/*', { cwd: folder })
  for (const file of names.sort()) {
    const stream = createReadStream(join(folder, file), { highWaterMark: 256 * 1024 })
    // One that was thrown away meanwhile belongs to no row of the snapshot that still needs it.
    const opened = await new Promise<boolean>((resolve) => {
      stream.once('open', () => resolve(true)).once('error', () => resolve(false))
    })
    if (!opened) continue
    const name = `file ${file}`
    await writer.begin(name)
    for await (const chunk of stream) await writer.write(chunk as Buffer)
    parts.push(await writer.end({ name, rows: 0 }))
  }
  return parts
}
