import type { Actor } from '#server/platform/actor.ts'
import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { findToken, insertTokenEnding, lockWorkingTokens } from '../token-store.ts'

/** Revokes one of one's own tokens, whichever of one's appointments it works as: it stops with the next request. */
export async function revokeToken(
  tx: Tx,
  actor: Actor,
  input: { tokenId: string },
): Promise<Record<string, never>> {
  const token = found(await findToken(tx, { tokenId: input.tokenId, accountId: actor.accountId }))
  await insertTokenEnding(tx, actor, { tokenId: token.id, reason: 'revoked' })
  await audit(tx, actor, 'access.token_revoked', { kind: 'api_token', id: token.id, organisationId: null })
  return {}
}

/** Revokes all working tokens of an account or an appointment; returns how many. */
export async function revokeTokensOf(
  tx: Tx,
  author: Author,
  of: { column: 'account_id' | 'appointment_id'; id: string; reason: string },
): Promise<number> {
  const ids = await lockWorkingTokens(tx, of)
  for (const tokenId of ids) {
    await insertTokenEnding(tx, author, { tokenId, reason: of.reason })
    await audit(tx, author, 'access.token_revoked', { kind: 'api_token', id: tokenId, organisationId: null })
  }
  return ids.length
}
