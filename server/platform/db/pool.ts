import pg from 'pg'

const int8 = 20
const date = 1082
const int8Array = 1016

// Amounts in fen and counts fit a double exactly; anything beyond must be loud, not wrong.
pg.types.setTypeParser(int8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint of the database does not fit')
  return value
})
// A date is a day of the calendar, never an instant.
pg.types.setTypeParser(date, (text) => text)
pg.types.setTypeParser(int8Array as typeof date, (text) =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map(Number),
)

/** What a pool needs: where, as whom, how many connections, and the fixed instant of tests if there is one. */
export interface PoolOptions {
  url: string
  connections: number
  clock?: string | undefined
  /** After which an unused connection is closed; 0: never, for one that holds a lock. A minute unless said. */
  idleMilliseconds?: number
}

/** The server's connections. Only `platform/db` and `server/main.ts` hold it; modules get a transaction. */
export type Pool = pg.Pool

/** Opens a pool whose sessions run READ COMMITTED in UTC, with the fixed clock of tests where one is set. */
export function openPool(options: PoolOptions): Pool {
  const settings = ['-c TimeZone=UTC', '-c default_transaction_isolation=read\\ committed']
  if (options.clock) settings.push(`-c app.clock=${options.clock.replaceAll(' ', '\\ ')}`)
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    options: settings.join(' '),
    idleTimeoutMillis: options.idleMilliseconds ?? 60_000,
    keepAlive: true,
  })
  // A connection may break between two statements of a transaction: the next one fails and says so. Without somebody listening, the
  // event itself would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', () => {})
  return pool
}
