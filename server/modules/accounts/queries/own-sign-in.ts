import { sql } from 'kysely'
import type { OwnSignIn } from '#contract/sign-in.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { accountKindOf } from './account-kind.ts'
import { signInRule } from './sign-in-rule.ts'
import { providerLinkOf } from '../store-provider.ts'
import { countRecoveryCodes } from '../store-recovery-codes.ts'

/** What one's own sign-in consists of, and what a new password must be like. */
export async function getOwnSignIn(tx: Tx, actor: Actor): Promise<OwnSignIn> {
  const { value: rule } = await signInRule(tx)
  const kind = await accountKindOf(tx, actor.personId, actor.today)
  const account = await tx
    .selectFrom('accounts as a')
    .select([
      'a.totp_confirmed_at',
      sql<Date | null>`(select max(changed_at) from password_changes c where c.tenant_id = a.tenant_id and c.account_id = a.id)`.as(
        'changed_at',
      ),
    ])
    .where('a.tenant_id', '=', tx.tenantId)
    .where('a.id', '=', actor.accountId)
    .executeTakeFirstOrThrow()
  return {
    password: {
      shortest: rule.shortest[kind],
      kindsOfCharacters: rule.kindsOfCharacters,
      previousRefused: rule.previousRefused,
      changedAt: account.changed_at?.toISOString() ?? null,
    },
    totpEnrolled: account.totp_confirmed_at !== null,
    providerLinkedAt: (await providerLinkOf(tx, actor.accountId))?.linked_at.toISOString() ?? null,
    recoveryCodesLeft: await countRecoveryCodes(tx, actor.accountId),
  }
}
