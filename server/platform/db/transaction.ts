import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type RawBuilder,
} from 'kysely'
import type { PoolClient } from 'pg'
import type { Database } from '#server/db/types.ts'
import type { MasterKeys } from '../crypto.ts'
import { mapDatabaseError } from './database-errors.ts'
import type { Pool } from './pool.ts'

const insideTransaction = Symbol('inside a transaction')

/**
 * A transaction of one tenant: the first argument of every command, query and store function. Row security shows it nothing of
 * other tenants; statements still name `tenant_id` themselves. A pool does not fit here, so nothing runs outside a transaction.
 */
export interface Tx extends Kysely<Database> {
  readonly tenantId: string
  readonly keys: MasterKeys
  readonly client: PoolClient
  readonly [insideTransaction]: true
}

/** What transactions are opened on: the pool, and the keys that read hidden columns. */
export interface TxHost {
  pool: Pool
  keys: MasterKeys
}

/** A transaction over plumbing and reference tables only: no tenant is set, every tenant table is empty to it. */
export interface PlumbingTx extends Kysely<Database> {
  readonly client: PoolClient
  readonly [insideTransaction]: 'plumbing'
}

/** A transaction of the urn of secret votes: its own role, its own connections. It sees no roll and no person, and a `Tx` sees no ballot. */
export interface UrnTx extends Kysely<Database> {
  readonly client: PoolClient
  readonly [insideTransaction]: 'urn'
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Runs `work` in one READ COMMITTED transaction of the tenant; commits when it returns, rolls back when it throws. */
export async function inTenant<T>(host: TxHost, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!uuid.test(tenantId)) throw new TypeError('a tenant id must be a uuid')
  // A literal and not a parameter: `set local` takes none, and set_config() does not reach the workers of a Citus cluster.
  return transaction(host.pool, `begin; set local app.tenant = '${tenantId}'`, (client) =>
    work(txOn(client, host.keys, tenantId)),
  )
}

function txOn(client: PoolClient, keys: MasterKeys, tenantId: string): Tx {
  return Object.assign(kyselyOn(client), { tenantId, client, keys, [insideTransaction]: true as const })
}

/**
 * Like `inTenant`, for what only reads: the first statement travels with the beginning, so that it costs one round trip less. No COPY and
 * no cursor inside.
 */
export async function inTenantReading<T>(
  host: TxHost,
  tenantId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inTenantPipelined(host, tenantId, (tx) => {
    reading.add(tx)
    return work(tx)
  })
}

// Transactions that may end with the statement they read last.
const reading = new WeakSet<Tx>()

/**
 * Like `inTenant`, for what has many statements: the first travels with the beginning, and those that `together` begins at once travel in one
 * packet. No COPY and no cursor inside.
 */
export async function inTenantPipelined<T>(
  host: TxHost,
  tenantId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!uuid.test(tenantId)) throw new TypeError('a tenant id must be a uuid')
  const client = (await host.pool.connect()) as PipelinedClient
  let broken: Error | undefined
  try {
    client.pipeline = true
    const tx = txOn(client, host.keys, tenantId)
    begin(tx)
    const result = await work(tx)
    await commit(tx)
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw mapDatabaseError(error)
  } finally {
    client.pipeline = false
    client.release(broken)
  }
}

/**
 * The rows of the last statement of a reading transaction: its commit travels with it. Nothing may be asked of `tx` afterwards. Inside a
 * writing transaction it is a statement like any other.
 */
export async function readLast<R>(tx: Tx, statement: RawBuilder<R>): Promise<R[]> {
  const client = tx.client as PipelinedClient
  if (!reading.has(tx)) return (await statement.execute(tx)).rows
  const compiled = statement.compile(tx)
  holdWrites(client)
  const rows = client.query(queryOf(compiled))
  const commit = client.query('commit')
  commit.catch(() => undefined)
  committing.set(tx, commit)
  return (await rows).rows as R[]
}

/**
 * Does works that need nothing of each other's results: their first statements leave in this order and, where the transaction is pipelined, in
 * one packet. Ends when all have ended, so that none asks anything of a transaction that is over. @throws what the first that failed threw.
 */
export async function together<T extends readonly unknown[]>(
  tx: Tx,
  works: { readonly [K in keyof T]: () => Promise<T[K]> },
): Promise<T> {
  const client = tx.client as PipelinedClient
  if (!client.pipeline) {
    const results: unknown[] = []
    for (const work of works) results.push(await work())
    return results as unknown as T
  }
  holdWrites(client)
  const ended = await Promise.allSettled(works.map((work) => work()))
  const failed = ended.find((each) => each.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return ended.map((each) => (each as PromiseFulfilledResult<unknown>).value) as unknown as T
}

/**
 * Writes whose answers nobody needs: where the transaction is pipelined they leave with its commit in one packet; elsewhere they are made at
 * once. When one of them fails, nothing was done.
 */
export async function withCommit(tx: Tx, statements: readonly RawBuilder<unknown>[]): Promise<void> {
  if ((tx.client as PipelinedClient).pipeline)
    lastWrites.set(tx, [...(lastWrites.get(tx) ?? []), ...statements])
  else for (const statement of statements) await statement.execute(tx)
}

// Statements that wait for the commit.
const lastWrites = new WeakMap<Tx, readonly RawBuilder<unknown>[]>()

async function commit(tx: Tx): Promise<void> {
  const sent = committing.get(tx)
  if (sent !== undefined) return void (await sent)
  const client = tx.client as PipelinedClient
  holdWrites(client)
  const writes = (lastWrites.get(tx) ?? []).map((statement) => client.query(queryOf(statement.compile(tx))))
  const ended = await Promise.allSettled([...writes, client.query('commit')])
  const failed = ended.find((each) => each.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

/** Lets a reading transaction go on after `readLast` when what was read asks for more. */
export function readOn(tx: Tx): void {
  if (committing.delete(tx)) begin(tx)
}

// Whatever fails at the beginning also fails the statements behind it, and those are waited for.
function begin(tx: Tx): void {
  holdWrites(tx.client as PipelinedClient)
  tx.client.query(`begin; set local app.tenant = '${tx.tenantId}'`).catch(() => undefined)
}

// Commits that were sent behind the last statement of a reading transaction.
const committing = new WeakMap<Tx, Promise<unknown>>()

/** What `pg` gives a connection besides its declared types: statements sent without waiting for the answer to the one before. */
type PipelinedClient = PoolClient & {
  pipeline: boolean
  connection: { stream: { cork(): void; uncork(): void } }
}

// Everything written to the connection in this turn leaves in one packet: each packet wakes a process of the database.
function holdWrites(client: PipelinedClient): void {
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Runs `work` in one transaction without a tenant: sign-in, sessions, jobs, limits. */
export async function inPlumbing<T>(pool: Pool, work: (tx: PlumbingTx) => Promise<T>): Promise<T> {
  return transaction(pool, 'begin', (client) =>
    work(Object.assign(kyselyOn(client), { client, [insideTransaction]: 'plumbing' as const })),
  )
}

/** Runs `work` in one transaction of the urn. Never inside another: what both would commit at once would be linked by that. */
export async function inUrn<T>(urn: Pool, work: (tx: UrnTx) => Promise<T>): Promise<T> {
  return transaction(urn, 'begin', (client) =>
    work(Object.assign(kyselyOn(client), { client, [insideTransaction]: 'urn' as const })),
  )
}

async function transaction<T>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw mapDatabaseError(error)
  } finally {
    client.release(broken)
  }
}

// Neither keeps anything of a transaction, and compiling is synchronous: making them anew was a twentieth of a request.
const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

function kyselyOn(client: PoolClient): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new ClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  })
}

// Statement texts seen so far: each gets a name, so that PostgreSQL parses and plans it once per connection.
const names = new Map<string, string>()
const maxNames = 1000

function nameOf(sql: string): string | undefined {
  let name = names.get(sql)
  if (name === undefined && names.size < maxNames) {
    name = `s${names.size}`
    names.set(sql, name)
  }
  return name
}

function queryOf(query: CompiledQuery): { text: string; values: unknown[]; name?: string } {
  const name = nameOf(query.sql)
  const asked = { text: query.sql, values: query.parameters as unknown[] }
  return name === undefined ? asked : { ...asked, name }
}

class ClientDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(client: PoolClient) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const result = await client.query(queryOf(query))
        return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
      },
      async *streamQuery() {
        yield* []
        throw new Error('streaming is done with a cursor of the module that needs it')
      },
    }
  }

  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction() {
    throw new Error('one request is one transaction: it is open already')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}
