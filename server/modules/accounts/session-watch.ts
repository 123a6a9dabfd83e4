import type { Pool } from '#server/platform/db/pool.ts'
import { tokenHash } from './authenticate.ts'
import { sessionsStatement, type SessionRow } from './store-sessions.ts'

/**
 * Watches one session: true as long as it holds and works as the appointment it worked as at the first look. Unlike a request of the person, looking
 * does not keep an idle session alive.
 */
export function sessionWatch(pool: Pool): (token: string) => () => Promise<boolean> {
  return (token) => {
    let first: SessionRow | undefined
    return async () => {
      const { rows } = await pool.query<SessionRow>({ ...sessionsStatement, values: [[tokenHash(token)]] })
      const [session] = rows
      first ??= session
      return session !== undefined && session.appointment_id === first?.appointment_id
    }
  }
}
