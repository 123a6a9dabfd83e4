import { insertBudget, insertMovement, insertSource } from '#server/modules/funds/budgets/store.ts'
import { endDeclaration, insertDeclaration } from '#server/modules/people/relatives/store.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson } from '#server/test/makers.ts'

/** What stands at a place for requests about money to aim at. */
export interface FundPlace {
  sourceId: string
  /** A budget with nothing in it, allocated from one with nothing in it. */
  budgetId: string
  /** A movement that was taken back: nothing can be done with it any more. */
  movementId: string
  /** What the member there declared and took back. */
  declarationId: string
}

/** The same of a place that does not exist. */
export const nowhereToPay: FundPlace = {
  sourceId: newId(),
  budgetId: newId(),
  movementId: newId(),
  declarationId: newId(),
}

/** Makes it for an organisation. */
export async function fundsAt(
  tx: Tx,
  { organisationId, memberId }: { organisationId: string; memberId: string },
): Promise<FundPlace> {
  const sourceId = await insertSource(tx, {
    organisationId,
    name: '测试资金',
    payer: 'district_finance',
    createdBy: null,
  })
  const budget = {
    organisationId,
    sourceId,
    parentId: null,
    name: '测试预算',
    purpose: 'stipend',
    year: 2026,
    createdBy: null,
  }
  const budgetId = await insertBudget(tx, { ...budget, parentId: await insertBudget(tx, budget) })
  const movement = {
    budgetId,
    fromBudgetId: null,
    amountFen: 1,
    documentNo: '-',
    reversesId: null,
    reason: '',
    movedBy: null,
  }
  const movementId = await insertMovement(tx, movement)
  await insertMovement(tx, { ...movement, reversesId: movementId })
  return { sourceId, budgetId, movementId, declarationId: await declarationOf(tx, memberId) }
}

async function declarationOf(tx: Tx, personId: string): Promise<string> {
  const relativeId = await makePerson(tx, { name: '林测试' })
  const declared = { personId, relativeId, relation: 'sibling', recordedBy: null }
  const declarationId = (await insertDeclaration(tx, declared))!
  await endDeclaration(tx, { personId, declarationId })
  return declarationId
}
