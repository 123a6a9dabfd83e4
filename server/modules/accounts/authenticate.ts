import { hash } from 'node:crypto'
import { loadActor } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { sessionReader } from './read-sessions.ts'
import { signInDueOf } from './rules/sign-in.ts'
import type { SessionRow } from './store-sessions.ts'

/** Carries the dated changes of the days since a tenant was last used into its current views. */
export type TurnDay = (tenantId: string, today: string) => Promise<void>

/** Hash under which a session token is stored and found. */
export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

interface Remembered {
  actor: Actor
  session: SessionRow
}

// A whole city may wait for registration to open: forgetting everybody then would cost each of them four statements.
const maxRemembered = 20_000

/**
 * Finds the actor of a session token, or null. The session itself is read for every request, so signing out works at once; the actor
 * is remembered and thrown away when the tenant's access version, the appointment in use, what sign-in still asks for or the day has changed.
 */
export function authenticator(
  platform: Platform,
  turnDay: TurnDay,
): (token: string) => Promise<Actor | null> {
  const remembered = new Map<string, Remembered>()
  const readSession = sessionReader(platform.pool)
  return async (token) => {
    const session = await readSession(tokenHash(token))
    if (session === undefined) return null
    if (session.turned_on < session.today) await turnDay(session.tenant_id, session.today)
    if (session.stale)
      await platform.pool.query('update sessions set last_seen_at = now() where id = $1', [session.id])
    const known = remembered.get(session.id)
    if (known !== undefined && isCurrent(known, session)) return known.actor
    const loaded = await inTenant(platform, session.tenant_id, (tx) =>
      loadActor(tx, {
        sessionId: session.id,
        accountId: session.account_id,
        appointmentId: session.appointment_id,
        today: session.today,
      }),
    )
    if (loaded === null) return null
    const actor = { ...loaded, signInDue: dueOf(loaded, session) }
    if (remembered.size >= maxRemembered) remembered.clear()
    remembered.set(session.id, { actor, session })
    return actor
  }
}

function dueOf(actor: Actor, session: SessionRow): Actor['signInDue'] {
  return signInDueOf({
    passwordDue: session.password_due,
    secondFactor: session.second_factor,
    tenantKind: session.tenant_kind,
    permissions: actor.grants.map((grant) => grant.permission),
  })
}

function isCurrent(known: Remembered, session: SessionRow): boolean {
  return (
    known.session.access_version === session.access_version &&
    known.session.appointment_id === session.appointment_id &&
    known.session.second_factor === session.second_factor &&
    known.session.password_due === session.password_due &&
    known.actor.today === session.today
  )
}
