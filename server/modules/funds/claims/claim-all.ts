import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { recordEntry } from '../ledger/store.ts'
import { findBudget } from '../budgets/queries/find-budget.ts'
import { lockBudgets } from '../budgets/store.ts'
import { mustHaveLeft } from '../budgets/must-have-left.ts'
import { insertClaims, type NewClaim } from './store.ts'

/** Locks a budget that the actor may promise money of; else: not there. Whoever works out what is due does it after this. */
export async function lockBudget(
  tx: Tx,
  actor: Actor,
  budgetId: string,
): Promise<{ id: string; organisationId: string; purpose: string }> {
  await lockBudgets(tx, [budgetId])
  return findBudget(tx, { actor, permission: 'funds.write' }, budgetId)
}

/**
 * Promises money of a locked budget: what is due to each, once. Differences below zero promise nothing; they are taken off the payee’s next line.
 * Refuses what the budget does not have (422).
 */
export async function claimAll(
  tx: Tx,
  actor: Actor,
  due: { subjectId: string; budgetId: string; taxCategory: string; claims: readonly NewClaim[] },
): Promise<void> {
  const { budgetId, taxCategory, claims } = due
  const promisedFen = claims.reduce((sum, each) => sum + Math.max(0, each.grossFen), 0)
  mustHaveLeft(await findBudget(tx, { actor, permission: 'funds.write' }, budgetId), promisedFen)
  const claimedBy = actor.appointment?.id ?? null
  await insertClaims(tx, { budgetId, taxCategory, claimedBy }, claims)
  if (promisedFen === 0) return
  await recordEntry(tx, {
    kind: 'commit',
    subjectId: due.subjectId,
    recordedBy: claimedBy,
    postings: [
      { of: budgetId, kind: 'committed', amountFen: promisedFen },
      { of: budgetId, kind: 'available', amountFen: -promisedFen },
    ],
  })
}
