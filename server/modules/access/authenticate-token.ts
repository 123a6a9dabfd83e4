import { createHash } from 'node:crypto'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { loadActor } from './queries/actor.ts'
import { asProgram } from './rules.ts'
import { findInDirectory, noteUse, type DirectoryRow } from './token-store.ts'

interface Remembered {
  actor: Actor
  accessVersion: number
}

const maxRemembered = 1000

/** Hash under which the secret of a token is stored and found. */
export function tokenHashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/**
 * Finds the actor of a program's token, or null: unknown, revoked or over, or its appointment or account has ended. It is the actor of the
 * appointment, with the permissions that were named. `turnDay` carries dated changes over, as for people who sign in.
 */
export function tokenAuthenticator(
  platform: Platform,
  turnDay: (tenantId: string, today: string) => Promise<void>,
): (token: string) => Promise<Actor | null> {
  const remembered = new Map<string, Remembered>()
  return async (token) => {
    const hash = tokenHashOf(token)
    const found = await findInDirectory(platform.pool, hash)
    if (found === undefined) return null
    if (found.turned_on < found.today) await turnDay(found.tenant_id, found.today)
    if (found.unused_today) await noteUse(platform.pool, hash)
    const known = remembered.get(found.token_id)
    if (known?.accessVersion === found.access_version && known.actor.today === found.today) return known.actor
    const actor = await loadProgram(platform, found)
    if (actor === null) return null
    if (remembered.size >= maxRemembered) remembered.clear()
    remembered.set(found.token_id, { actor, accessVersion: found.access_version })
    return actor
  }
}

async function loadProgram(platform: Platform, found: DirectoryRow): Promise<Actor | null> {
  return inTenant(platform, found.tenant_id, async (tx) => {
    const token = await tx
      .selectFrom('api_tokens')
      .select(['id', 'account_id', 'appointment_id', 'permissions'])
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', found.token_id)
      .executeTakeFirst()
    if (token === undefined) return null
    const actor = await loadActor(tx, {
      sessionId: token.id,
      accountId: token.account_id,
      appointmentId: token.appointment_id,
      today: found.today,
    })
    return actor === null || actor.appointment === null ? null : asProgram(actor, token)
  })
}
