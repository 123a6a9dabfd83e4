import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { mustHaveGivenPassword } from '../due.ts'
import { newRecoveryCode, recoveryCodeCount, recoveryCodeHash } from '../recovery-codes.ts'
import { factorsOf } from '../second-factor.ts'
import { lockAccount } from '../store.ts'
import { replaceRecoveryCodes } from '../store-recovery-codes.ts'

/** Makes ten recovery codes for the day the second factor is lost: told once, kept as hashes, each works once. Those before them stop working. */
export async function makeRecoveryCodes(tx: Tx, actor: Actor): Promise<{ codes: string[] }> {
  const account = found(await lockAccount(tx, actor.accountId))
  await mustHaveGivenPassword(tx, actor)
  const factors = await factorsOf(tx, account)
  if (!factors.totp && !factors.passkey) refuse('sessions.no_second_factor')
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode)
  await replaceRecoveryCodes(
    tx,
    account.id,
    codes.map((code) => recoveryCodeHash(tx.keys, code)),
  )
  await audit(tx, actor, 'sessions.recovery_codes_made', {
    kind: 'account',
    id: account.id,
    organisationId: null,
  })
  return { codes }
}
