import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/sign-in.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { signInRule } from '../queries/sign-in-rule.ts'
import { insertSignInChoice } from '../store.ts'
import { tightenSessionsOfKind } from '../store-sessions.ts'

/** Chooses the sign-in rules of the tenant. Running sessions are shortened to them; passwords are asked for their new form when next changed. */
export async function chooseSignInRules(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['chooseSignInRules']>,
): Promise<Record<string, never>> {
  await insertSignInChoice(tx, { ...input, chosenBy: actor.accountId })
  const { value: rule } = await signInRule(tx)
  for (const kind of ['worker', 'officer', 'administrator'] as const) {
    await tightenSessionsOfKind(tx, kind, {
      idleMinutes: rule.idleMinutes[kind],
      longestHours: rule.longestHours[kind],
    })
  }
  await audit(tx, actor, 'accounts.sign_in_rules_chosen', {
    kind: 'tenant',
    id: tx.tenantId,
    organisationId: actor.appointment?.organisationId ?? null,
    params: { preset: input.preset },
  })
  return {}
}
