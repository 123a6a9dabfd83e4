import type { BudgetPurpose } from '#contract/funds.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertBudget, insertMovement, insertSource } from '../budgets/store.ts'
import { recordEntry } from '../ledger/store.ts'

let serial = 0

/** A budget of an organisation with money in it from a source of its own; gives both ids. */
export async function makeBudget(
  tx: Tx,
  wanted: { organisationId: string; amountFen: number; purpose?: BudgetPurpose },
): Promise<{ budgetId: string; sourceId: string; movementId: string }> {
  const common = { organisationId: wanted.organisationId, createdBy: null }
  serial += 1
  const sourceId = await insertSource(tx, { ...common, name: `区财政 ${serial}`, payer: 'district_finance' })
  const purpose = wanted.purpose ?? 'stipend'
  const budgetId = await insertBudget(tx, {
    ...common,
    sourceId,
    parentId: null,
    name: '专项补贴',
    purpose,
    year: 2026,
  })
  const movementId = await insertMovement(tx, {
    budgetId,
    fromBudgetId: null,
    amountFen: wanted.amountFen,
    documentNo: '测试〔2026〕1 号',
    reversesId: null,
    reason: '',
    movedBy: null,
  })
  await recordEntry(tx, {
    kind: 'grant',
    subjectId: movementId,
    recordedBy: null,
    postings: [
      { of: budgetId, kind: 'available', amountFen: wanted.amountFen },
      { of: sourceId, kind: 'granted', amountFen: -wanted.amountFen },
    ],
  })
  return { budgetId, sourceId, movementId }
}
