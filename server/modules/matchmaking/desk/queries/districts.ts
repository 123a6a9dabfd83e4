import type { operations } from '#contract/matchmaking-desk.ts'
import type { OutputOf } from '#contract/operation.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The districts a profile can name where the tenant lies, in the order of their codes; none where rule data has none. */
export async function listDistricts(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['listDistricts']>> {
  const rule = await ruleFor<[string, string, string][]>(tx, 'matchmaking.districts', actor.today)
  return { items: rule.value.map(([code, zh, en]) => ({ code, zh, en })) }
}
