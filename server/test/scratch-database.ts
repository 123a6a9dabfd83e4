import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, migrationNames, migrationsFolder } from '#server/platform/db/migrate.ts'
import { startCluster } from '#server/platform/embedded/index.ts'

/** The hash key of every test: all databases of a test cluster share one app role and so one password. */
export const testHashKey = Buffer.alloc(32, 'test')

/** A database of its own, migrated and empty. */
export interface ScratchDatabase {
  /** The owner's address: for makers and for looking behind row security. */
  ownerUrl: string
  /** The app role's address: what the server works under. */
  appUrl: string
  close(): Promise<void>
}

const templateLock = 4_750_162_002
const copyLock = 4_750_162_003

/** A database that is filled once, and of which others are copies. */
export interface Template {
  /** Names what it holds to the last byte: another content has another name. */
  name: string
  /** The template it begins with; null: an empty database. */
  from: Template | null
  fill: (ownerUrl: string) => Promise<unknown>
}

const migrated: Template = {
  name: `gonghui_template_${schemaVersion()}`,
  from: null,
  fill: (ownerUrl) => migrate(ownerUrl, testHashKey),
}

/** Makes a database from the template of today's migrations, in well under a second; `close` drops it. */
export function scratchDatabase(): Promise<ScratchDatabase> {
  return databaseFrom(migrated)
}

/** A template of today's migrations with something more in it. */
export function templateOf(name: string, fill: Template['fill']): Template {
  return { name: `${migrated.name}_${name}`, from: migrated, fill }
}

/** Makes a database from a template, which is filled first where nobody did yet; `close` drops it. */
export async function databaseFrom(template: Template): Promise<ScratchDatabase> {
  const adminUrl = await testCluster()
  return withClient(adminUrl, async (client) => {
    await ensureTemplate(client, adminUrl, template)
    const name = `gonghui_test_${process.pid}_${randomBytes(4).toString('hex')}`
    await client.query(`create database ${name} template ${template.name} strategy file_copy`)
    const ownerUrl = urlOf(adminUrl, name)
    const { appUrl } = await migrate(ownerUrl, testHashKey)
    return { ownerUrl, appUrl, close: () => withClient(adminUrl, (admin) => dropDatabase(admin, name)) }
  })
}

/** A copy of a scratch database, to the byte; its connections are cut for a moment. `close` drops the copy. */
export async function copyOfDatabase(source: ScratchDatabase): Promise<ScratchDatabase> {
  const adminUrl = await testCluster()
  const original = new URL(source.ownerUrl).pathname.slice(1)
  const name = `gonghui_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await withClient(adminUrl, async (client) => {
    // Two copies of one database at once would both change its row; the lock goes with the connection.
    await client.query('select pg_advisory_lock($1)', [copyLock])
    await client.query(`alter database ${original} allow_connections false`)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      original,
    ])
    await client.query(`create database ${name} template ${original}`)
    await client.query(`alter database ${original} allow_connections true`)
  })
  return {
    ownerUrl: urlOf(source.ownerUrl, name),
    appUrl: urlOf(source.appUrl, name),
    close: () => withClient(adminUrl, (admin) => dropDatabase(admin, name)),
  }
}

/** A database of its own without any table, for what begins with another schema than today's; `close` drops it. */
export async function emptyDatabase(): Promise<Pick<ScratchDatabase, 'ownerUrl' | 'close'>> {
  const adminUrl = await testCluster()
  const name = `gonghui_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await withClient(adminUrl, (client) => client.query(`create database ${name}`))
  return {
    ownerUrl: urlOf(adminUrl, name),
    close: () => withClient(adminUrl, (admin) => dropDatabase(admin, name)),
  }
}

let found: Promise<string> | undefined

/**
 * The owner's address of the PostgreSQL for tests: GONGHUI_TEST_DATABASE_URL (set by the whole test run), DATABASE_URL, or else
 * a built-in one in the temporary folder, which stays up so that the next test file run by hand starts at once.
 */
export function testCluster(): Promise<string> {
  found ??= findCluster()
  return found
}

async function findCluster(): Promise<string> {
  const given = process.env.GONGHUI_TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (given !== undefined) return given
  const cluster = await startCluster(join(tmpdir(), `gonghui-test-${userInfo().uid}`), 'throwaway')
  return cluster.urlOf('postgres')
}

async function ensureTemplate(client: pg.Client, adminUrl: string, template: Template): Promise<void> {
  const { name, from, fill } = template
  if (await exists(client, name)) return
  if (from !== null) await ensureTemplate(client, adminUrl, from)
  await client.query('select pg_advisory_lock($1)', [templateLock])
  try {
    if (await exists(client, name)) return
    await dropLeftovers(client, from)
    const building = `${name}_building`
    await client.query(`create database ${building}${from === null ? '' : ` template ${from.name}`}`)
    await fill(urlOf(adminUrl, building))
    await client.query(`alter database ${building} rename to ${name}`)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  }
}

function schemaVersion(): string {
  const hash = createHash('sha256')
  for (const name of migrationNames())
    hash.update(name).update(readFileSync(join(migrationsFolder, `${name}.sql`)))
  return hash.digest('hex').slice(0, 12)
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1
}

/** Templates of older contents, and databases of test processes that were killed. */
async function dropLeftovers(client: pg.Client, kept: Template | null): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database d where datname ~ '^gonghui_(template|test)_' and datname is distinct from $1
       and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
    [kept?.name ?? null],
  )
  for (const { name } of rows) if (!isInUse(name)) await dropDatabase(client, name)
}

function isInUse(name: string): boolean {
  const pid = Number(/^gonghui_test_(\d+)_/.exec(name)?.[1] ?? 0)
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${name} with (force)`)
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}
