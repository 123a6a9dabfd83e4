import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import { deleteOtherSessions, deleteSessionOf } from '../store-sessions.ts'

/** Signs out in one place. A session of somebody else is "not found". */
export async function endOwnSession(
  tx: Tx,
  actor: Actor,
  input: { sessionId: string },
): Promise<Record<string, never>> {
  if (!(await deleteSessionOf(tx, actor.accountId, input.sessionId))) notFound()
  await audit(tx, actor, 'sessions.ended', {
    kind: 'account',
    id: actor.accountId,
    organisationId: null,
    params: { sessions: 1 },
  })
  return {}
}

/** Signs out everywhere but here. */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<{ endedSessions: number }> {
  const endedSessions = await deleteOtherSessions(tx, actor.accountId, actor.sessionId)
  await audit(tx, actor, 'sessions.ended', {
    kind: 'account',
    id: actor.accountId,
    organisationId: null,
    params: { sessions: endedSessions },
  })
  return { endedSessions }
}
