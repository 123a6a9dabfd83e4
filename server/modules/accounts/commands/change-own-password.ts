import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/sign-in.ts'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { found, invalid } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { choosePassword } from '../choose-password.ts'
import { admitPasswordAgain, attemptSucceeded } from '../limits.ts'
import { passwordMatches } from '../passwords.ts'
import { lockAccount } from '../store.ts'
import { deleteOtherSessions, notePasswordChanged, notePasswordGiven } from '../store-sessions.ts'

type Change = InputOf<(typeof operations)['changeOwnPassword']>

/** Changes one's own password: asks for the old one (guessing it is slowed down, 429) and ends all other sessions. */
export async function changeOwnPassword(
  platform: Platform,
  actor: Actor,
  input: Change,
): Promise<{ endedSessions: number }> {
  await mustKnowPassword(platform, actor, { password: input.currentPassword, field: 'currentPassword' })
  return inTenant(platform, actor.tenantId, async (tx) => {
    const account = found(await lockAccount(tx, actor.accountId))
    await choosePassword(tx, actor, {
      accountId: account.id,
      personId: account.person_id,
      password: input.newPassword,
      field: 'newPassword',
    })
    await notePasswordChanged(tx, actor.sessionId)
    return { endedSessions: await deleteOtherSessions(tx, account.id, actor.sessionId) }
  })
}

/** Gives one's own password again, for changes of sign-in itself; it then holds for some minutes. */
export async function confirmOwnPassword(
  platform: Platform,
  actor: Actor,
  input: { password: string },
): Promise<Record<string, never>> {
  await mustKnowPassword(platform, actor, { password: input.password, field: 'password' })
  await inTenant(platform, actor.tenantId, (tx) => notePasswordGiven(tx, actor.sessionId))
  return {}
}

async function mustKnowPassword(
  platform: Platform,
  actor: Actor,
  { password, field }: { password: string; field: string },
): Promise<void> {
  const attempt = await admitPasswordAgain(platform, actor.accountId)
  const account = found(await inTenant(platform, actor.tenantId, (tx) => lockAccount(tx, actor.accountId)))
  if (!(await passwordMatches(account.password_hash, password)))
    invalid([{ path: field, code: 'accounts.password_wrong' }])
  await attemptSucceeded(platform, attempt)
}
