import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { factorsOf } from './second-factor.ts'
import { lockAccount } from './store.ts'
import { dropRecoveryCodes } from './store-recovery-codes.ts'
import { clearSecondFactor, deleteOtherSessions } from './store-sessions.ts'
import { tellHolder } from './tell-holder.ts'

/** After a change of second factors: the account's other sessions end, its holder is told, and without any factor left nothing of it counts any more. */
export async function factorsChanged(tx: Tx, actor: Actor): Promise<void> {
  await deleteOtherSessions(tx, actor.accountId, actor.sessionId)
  await tellHolder(tx, actor.personId)
  const factors = await factorsOf(tx, found(await lockAccount(tx, actor.accountId)))
  if (factors.totp || factors.passkey) return
  await dropRecoveryCodes(tx, actor.accountId)
  await clearSecondFactor(tx, actor.sessionId)
}
