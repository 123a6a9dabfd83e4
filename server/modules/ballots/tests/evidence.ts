import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { takeBackup } from '#server/platform/backup/index.ts'
import { readSealed } from '#server/platform/backup/sealed-file.ts'
import type { KeyFile } from '#server/platform/master-keys.ts'
import { testKeys, type TestServer } from '#server/test/server.ts'
import { holdingOf, type Holding, type Piece } from './linking.ts'
import { walBetween, walPosition } from './wal.ts'

/** Where the linking program looks. */
export type Source =
  | 'data directory'
  | 'write-ahead log'
  | 'backups'
  | 'logs'
  | 'disk at the end, by place'
  | 'disk at the end, by transaction'

/** What a source held. */
export type Evidence = Map<Source, Holding>

/** Tables of which everything is looked at: the roll, the urn, and whatever else knows of people or of requests. */
const tables = [
  'phone_vote_voters',
  'phone_vote_surrenders',
  'phone_vote_steps',
  'sessions',
  'rate_buckets',
  'jobs',
  'kept_answers',
  'audit_entries',
  'urn.urns',
  'urn.ballots',
  'urn.struck',
  'urn.opened',
]

const keyFile: KeyFile = {
  current: 1,
  hash: testKeys.hashKey.toString('hex'),
  keys: { 1: testKeys.byId.get(1)!.toString('hex') },
}

/**
 * Somebody who has the disk: looks at the data directory and takes a backup each minute of a vote, and has the write-ahead log and all logs in the end. Rows
 * that lay there before the first look are no news and left out.
 */
export class Onlooker {
  readonly #server: Pick<TestServer, 'owner' | 'database' | 'dataFolder'>
  readonly #takes: 'looks' | 'looks and backups'
  readonly #folder = mkdtempSync(join(tmpdir(), 'gonghui-onlooker-'))
  readonly #rowsSeen = new Set<string>()
  readonly #linesSeen = new Set<string>()
  readonly #rows: Piece[] = []
  readonly #lines: Piece[] = []
  #backups = 0
  #walFrom = 0n
  #logFrom = 0

  constructor(
    server: Pick<TestServer, 'owner' | 'database' | 'dataFolder'>,
    takes: 'looks' | 'looks and backups',
  ) {
    this.#server = server
    this.#takes = takes
  }

  /** Begins: from here on everything that changes is noted. */
  async begin(): Promise<void> {
    await this.minute()
    this.#rows.length = 0
    this.#lines.length = 0
    this.#walFrom = await walPosition(this.#server.owner)
    this.#logFrom = (await this.#databaseLog(0)).length
  }

  /** Looks at the data directory as it is, and takes a backup where it takes any. */
  async minute(): Promise<void> {
    for (const { key, transaction, bytes } of await rowsOf(this.#server.owner))
      if (isNew(this.#rowsSeen, key)) this.#rows.push({ transaction, bytes })
    if (this.#takes === 'looks and backups') await this.#backup()
  }

  async #backup(): Promise<void> {
    const path = join(this.#folder, `${(this.#backups += 1)}.backup`)
    const { database, dataFolder } = this.#server
    await takeBackup({ ownerUrl: database.ownerUrl, keys: testKeys, keyFile, dataFolder }, path)
    for (const line of await linesOf(path))
      if (isNew(this.#linesSeen, line)) this.#lines.push({ transaction: null, bytes: Buffer.from(line) })
    rmSync(path)
  }

  /** Everything that was seen since `begin`, with what the server logged. */
  async end(serverLog: readonly string[]): Promise<Evidence> {
    const { owner } = this.#server
    const last = await rowsOf(owner)
    const log = [...serverLog, ...(await this.#databaseLog(this.#logFrom)).split('\n')]
    rmSync(this.#folder, { recursive: true })
    const wal = await walBetween(owner, this.#walFrom, await walPosition(owner))
    const named = withRows(wal, this.#rows)
    const byTransaction = last.toSorted((a, b) => Number(a.transaction) - Number(b.transaction))
    const lines = log.map((line) => ({ transaction: null, bytes: Buffer.from(line) }))
    return new Map<Source, Holding>([
      ['data directory', holdingOf('text', this.#rows)],
      ['write-ahead log', holdingOf('raw', named)],
      ['backups', holdingOf('text', this.#lines)],
      ['logs', holdingOf('text', lines)],
      ['disk at the end, by place', holdingOf('text', last)],
      ['disk at the end, by transaction', holdingOf('text', byTransaction)],
    ])
  }

  // The log of the built-in PostgreSQL lies beside its folder.
  async #databaseLog(from: number): Promise<string> {
    const { owner } = this.#server
    const { rows } = await owner.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    )
    const path = join(dirname(rows[0]!.folder), 'postgres.log')
    return existsSync(path) ? readFileSync(path, 'utf8').slice(from) : ''
  }
}

/**
 * A record of the log may name a row by its place alone; what the data directory says of the row's transaction stands with the first record of it.
 */
function withRows(records: readonly Piece[], rows: readonly Piece[]): Piece[] {
  const texts = new Map<string, Buffer[]>()
  for (const { transaction, bytes } of rows)
    texts.set(transaction!, [...(texts.get(transaction!) ?? []), bytes])
  return records.map(({ transaction, bytes }) => {
    const more = texts.get(transaction!) ?? []
    texts.delete(transaction!)
    return { transaction, bytes: Buffer.concat([bytes, ...more]) }
  })
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

/** Every row of the tables as it lies there, table by table, by its place. */
async function rowsOf(owner: pg.Pool): Promise<(Piece & { transaction: string; key: string })[]> {
  const statement = tables
    .map((name, at) => `select ${at} as no, xmin::text as transaction, ctid, t::text as text from ${name} t`)
    .join(' union all ')
  const { rows } = await owner.query<{ no: number; transaction: string; text: string }>(
    `select no, transaction, text from (${statement}) each order by no, ctid`,
  )
  return rows.map(({ no, transaction, text }) => ({
    transaction,
    bytes: Buffer.from(text),
    key: `${no} ${transaction} ${text}`,
  }))
}

/** The lines of those tables in a backup, as they stand in it. */
async function linesOf(path: string): Promise<string[]> {
  const wanted = new Set(tables.map((name) => `table ${name}`))
  const lines: string[] = []
  let pieces: Buffer[] | null = null
  await readSealed(path, testKeys, {
    begin: async (name) => void (pieces = wanted.has(name) ? [] : null),
    data: async (piece) => void pieces?.push(piece),
    end: async ({ name }) => {
      if (pieces !== null)
        lines.push(
          ...Buffer.concat(pieces)
            .toString()
            .split('\n')
            .map((line) => `${name} ${line}`),
        )
    },
  })
  return lines
}
