import { revokeTokensOf } from '#server/modules/access/index.ts'
import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { insertClosure, lockAccount } from '../store.ts'
import { deleteSessionsOf } from '../store-sessions.ts'

/** Closes an account: its sessions end at once and nobody signs in by it again. Closed already: "not found". */
export async function closeAccount(
  tx: Tx,
  author: Author,
  input: { accountId: string; reason?: string },
): Promise<void> {
  const account = found(await lockAccount(tx, input.accountId))
  await insertClosure(tx, account.id, { closedBy: author?.accountId ?? null, reason: input.reason ?? null })
  await deleteSessionsOf(tx, account.id)
  await revokeTokensOf(tx, author, { column: 'account_id', id: account.id, reason: 'account_closed' })
  await audit(tx, author, 'accounts.closed', { kind: 'account', id: account.id, organisationId: null })
}
