import type { Pool } from '#server/platform/db/pool.ts'
import { sessionsStatement, type SessionRow } from './store-sessions.ts'

interface Waiting {
  hash: Buffer
  resolve: (session: SessionRow | undefined) => void
  reject: (error: unknown) => void
}

/**
 * Reads the session of a token hash, or undefined. Every request's session is read from the database after the request has come, so signing
 * out works at once; requests that come while one read is under way share the next, which saves most of them under load.
 */
export function sessionReader(pool: Pool): (hash: Buffer) => Promise<SessionRow | undefined> {
  let waiting: Waiting[] = []
  let reading = false

  async function readAll(): Promise<void> {
    reading = true
    while (waiting.length > 0) {
      const some = waiting
      waiting = []
      await readSome(pool, some)
    }
    reading = false
  }

  return (hash) =>
    new Promise((resolve, reject) => {
      waiting.push({ hash, resolve, reject })
      if (!reading) void readAll()
    })
}

async function readSome(pool: Pool, some: readonly Waiting[]): Promise<void> {
  try {
    const values = [some.map(({ hash }) => hash)]
    const { rows } = await pool.query<SessionRow & { token_hash: Buffer }>({ ...sessionsStatement, values })
    const found = new Map(rows.map((row) => [row.token_hash.toString('latin1'), row]))
    for (const { hash, resolve } of some) resolve(found.get(hash.toString('latin1')))
  } catch (error) {
    for (const { reject } of some) reject(error)
  }
}
