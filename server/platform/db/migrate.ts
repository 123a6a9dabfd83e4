import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import { PlainSentence } from '../plain-sentence.ts'
import { projectRoot } from '../project-root.ts'
import { appRole, appUrlOf, ensureRoles, keyFingerprint } from './app-role.ts'

/** Migrations as plain SQL, in the order of their numbers. */
export const migrationsFolder = join(projectRoot, 'server/db/migrations')

/** The database's state after migrating: what was applied just now, and the address that the server works under. */
export interface Migrated {
  applied: string[]
  appUrl: string
}

/** How far to go, and what to do before rows that are there are touched. */
export interface MigrateOptions {
  /** The names of the migrations to have applied: those of a backup, or all that this code knows. */
  upTo: readonly string[]
  /** Called before a database that was migrated by an older version is changed: an upgrade takes a backup first. */
  beforeUpgrade(this: void, applied: readonly string[]): Promise<void>
}

const plainly: () => MigrateOptions = () => ({ upTo: migrationNames(), beforeUpgrade: async () => {} })

/** What the database already is; null columns mean that it was never migrated. */
interface State {
  applied: string[]
  fingerprint: string | null
  rolePassword: string | null
}

const migrationLock = 4_750_162_001

/**
 * Brings the database to the schema of this code; makes the database and the app role if they are missing. When nothing is
 * to be done, one query says so. Several servers may start at once: one migrates, the others wait.
 * @throws PlainSentence when the data are newer than the code, belong to another key file, or PostgreSQL is older than 15.
 */
export async function migrate(
  ownerUrl: string,
  hashKey: Buffer,
  options: MigrateOptions = plainly(),
): Promise<Migrated> {
  const client = await connect(ownerUrl)
  try {
    const state = await readState(client)
    refuseForeign(state, options.upTo, hashKey)
    const applied = isCurrent(state, options.upTo, hashKey) ? [] : await catchUp(client, options, hashKey)
    return { applied, appUrl: appUrlOf(ownerUrl, hashKey) }
  } finally {
    await client.end()
  }
}

/** The names of all migrations, without ending, in order. */
export function migrationNames(): string[] {
  const files = readdirSync(migrationsFolder).filter((file) => file.endsWith('.sql'))
  return files.map((file) => basename(file, '.sql')).sort()
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl })
  try {
    await client.connect()
    return client
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw unreachable(error)
    await createDatabase(ownerUrl)
    return connect(ownerUrl)
  }
}

async function createDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl)
  const name = decodeURIComponent(url.pathname.slice(1))
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // Another server that starts at the same moment may have made it.
    const { code } = error as { code?: string }
    if (code !== '42P04' && code !== '23505') throw error
  } finally {
    await client.end()
  }
}

async function readState(client: pg.Client): Promise<State> {
  const { rows } = await client.query<{ version: string; kept: boolean; rolePassword: string | null }>(
    `select current_setting('server_version_num') as version, to_regclass('public.installation') is not null as kept,
       (select shobj_description(oid, 'pg_authid') from pg_roles where rolname = $1) as "rolePassword"`,
    [appRole],
  )
  const { version, kept, rolePassword } = rows[0]!
  if (Number(version) < 150_000) {
    throw new PlainSentence(
      `Gonghui needs PostgreSQL 15 or newer; DATABASE_URL leads to version ${Number(version.slice(0, -4))}.`,
    )
  }
  if (!kept) return { applied: [], fingerprint: null, rolePassword }
  const marks = await client.query<{ applied: string[]; fingerprint: string }>(
    'select key_fingerprint as fingerprint, array(select name::text from pgmigrations order by id) as applied from installation',
  )
  return { applied: [], fingerprint: null, ...marks.rows[0], rolePassword }
}

function refuseForeign(state: State, names: readonly string[], hashKey: Buffer): void {
  const unknown = state.applied.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new PlainSentence(
      `This database was written by a newer Gonghui (it knows "${unknown}"): start that version, or restore a backup made by this one.`,
    )
  }
  if (state.fingerprint !== null && state.fingerprint !== keyFingerprint(hashKey)) {
    throw new PlainSentence(
      'The key file does not belong to this database: put back the copy you kept, or set GONGHUI_KEY_FILE to the right one.',
    )
  }
}

function isCurrent(state: State, names: readonly string[], hashKey: Buffer): boolean {
  return state.applied.length === names.length && state.rolePassword === keyFingerprint(hashKey)
}

async function catchUp(client: pg.Client, options: MigrateOptions, hashKey: Buffer): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [migrationLock])
  try {
    const state = await readState(client)
    if (isCurrent(state, options.upTo, hashKey)) return []
    const pending = options.upTo.length - state.applied.length
    if (pending > 0 && state.applied.length > 0) await options.beforeUpgrade(state.applied)
    // Roles belong to the whole PostgreSQL, locks to one database: a second database being set up gets its turn, too.
    await retryTwice(() => ensureRoles(client, hashKey))
    const applied = pending > 0 ? await applyPatiently(client, pending) : []
    await markInstallation(client, hashKey)
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
  }
}

// Whoever waits for a table holds up everybody behind: after a second rather give way, and try again.
const lockTries = 3

/** @throws PlainSentence when somebody else keeps a table to themselves; nothing is changed then. */
async function applyPatiently(client: pg.Client, count: number): Promise<string[]> {
  await client.query(`set lock_timeout = '1s'`)
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await applyFiles(client, count)
      } catch (error) {
        if ((error as { code?: string }).code !== '55P03') throw error
        if (tries === lockTries) throw inUse()
      }
    }
  } finally {
    await client.query('reset lock_timeout')
  }
}

function inUse(): PlainSentence {
  return new PlainSentence(
    'The database could not be brought to this version, and nothing was changed: somebody else works in it. Stop the other servers and commands, and start again.',
  )
}

async function applyFiles(client: pg.Client, count: number): Promise<string[]> {
  // Loaded only when there is something to apply: it is most of a start's weight.
  const { runner } = await import('node-pg-migrate')
  const quiet = { debug() {}, info() {}, warn() {}, error() {} }
  const done = await runner({
    dbClient: client,
    dir: migrationsFolder,
    direction: 'up',
    count,
    migrationsTable: 'pgmigrations',
    singleTransaction: true,
    noLock: true,
    logger: quiet,
  })
  return done.map(({ name }) => name)
}

/** One row that says which key file the data were written with, so that a wrong one is noticed before it does harm. */
async function markInstallation(client: pg.Client, hashKey: Buffer): Promise<void> {
  await client.query(
    `create table if not exists installation (
       only_row boolean constraint installation_pkey primary key default true constraint installation_only_row_check check (only_row),
       key_fingerprint text not null, created_at timestamptz not null default now())`,
  )
  await client.query('insert into installation (key_fingerprint) values ($1) on conflict do nothing', [
    keyFingerprint(hashKey),
  ])
  await client.query(`grant select on installation, pgmigrations to ${appRole}`)
}

async function retryTwice(work: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!/concurrently|already exists|duplicate key/.test((error as Error).message)) throw error
    }
  }
  await work()
}

function unreachable(error: unknown): Error {
  const { code, message } = error as Error & { code?: string }
  if (code === '28P01' || code === '28000')
    return new PlainSentence('DATABASE_URL is refused: check its user and password.')
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ENOENT' || code === 'ETIMEDOUT') {
    return new PlainSentence(
      `No PostgreSQL answers at DATABASE_URL (${code}): start it, or mend the address.`,
    )
  }
  return error instanceof Error ? error : new Error(message)
}
