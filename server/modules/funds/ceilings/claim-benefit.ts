import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { claimAll, lockBudget } from '../claims/claim-all.ts'
import { taxCategory, taxed } from '../claims/tax.ts'
import { insertBenefitClaim } from './store.ts'

// Welfare and relief are not taxed (Individual Income Tax Law art. 4); the category is a rule all the same.
const untaxed = 'none'

/** Locks the budget that is to pay a benefit; one that is there for something else is an invalid input. */
export async function lockBudgetOfBenefits(tx: Tx, actor: Actor, budgetId: string): Promise<void> {
  const { purpose } = await lockBudget(tx, actor, budgetId)
  if (purpose !== 'union_funds') invalid([{ path: 'budgetId', code: 'ceilings.wrong_budget' }])
}

/** Makes a benefit due on its locked budget: once, by the day and the category. From then on it goes the way of every payment list. */
export async function claimBenefit(
  tx: Tx,
  actor: Actor,
  benefit: {
    id: string
    budgetId: string
    organisationId: string
    personId: string
    category: string
    givenOn: string
    amountFen: number
  },
): Promise<void> {
  const claimId = newId()
  const { category, ...tax } = await taxCategory(tx, untaxed, benefit.givenOn)
  await claimAll(tx, actor, {
    subjectId: benefit.id,
    budgetId: benefit.budgetId,
    taxCategory: category,
    claims: [
      {
        id: claimId,
        organisationId: benefit.organisationId,
        personId: benefit.personId,
        reason: 'benefit',
        period: `${benefit.givenOn} ${benefit.category}`,
        number: 0,
        ...taxed(benefit.amountFen, tax),
      },
    ],
  })
  await insertBenefitClaim(tx, benefit.id, claimId)
}
