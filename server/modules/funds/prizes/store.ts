import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { handOf } from '../payments/policy.ts'

/** Keeps the prizes of a contest. The same contest of an organisation on the same day is refused by its key (409). */
export async function insertPrizeList(
  tx: Tx,
  actor: Actor,
  made: {
    organisationId: string
    budgetId: string
    contest: string
    heldOn: string
    contestants: number
    winners: number
    totalFen: number
    ruleId: string
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('prize_lists')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: made.organisationId,
      budget_id: made.budgetId,
      contest: made.contest,
      held_on: made.heldOn,
      contestants: made.contestants,
      winners: made.winners,
      total_fen: made.totalFen,
      rule_id: made.ruleId,
      made_by: actor.appointment?.id ?? null,
      made_by_person: await handOf(tx, actor),
    })
    .execute()
  return id
}

/** Keeps which claims pay the prizes of a list. */
export async function insertPrizeClaims(
  tx: Tx,
  prizeListId: string,
  claimIds: readonly string[],
): Promise<void> {
  await tx
    .insertInto('prize_claims')
    .values(
      claimIds.map((claimId) => ({ tenant_id: tx.tenantId, claim_id: claimId, prize_list_id: prizeListId })),
    )
    .execute()
}
