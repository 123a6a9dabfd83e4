import { insertBudget, insertMovement, insertSource } from '#server/modules/funds/budgets/store.ts'
import { insertGrade, insertGradeDecision, insertRun } from '#server/modules/commissioners/stipends/store.ts'
import { insertClaims } from '#server/modules/funds/claims/store.ts'
import { insertAct, insertBatch, insertPayeeAccount } from '#server/modules/funds/payments/store.ts'
import { endDeclaration, insertDeclaration } from '#server/modules/people/relatives/store.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson } from '#server/test/makers.ts'
import { allocationAt, nowhereToAllocate, type AllocationPlace } from './allocation-places.ts'
import { contributionAt, nowhereToContribute, type ContributionPlace } from './contribution-places.ts'
import { nowhereToPoint, pointAt, type PointPlace } from './point-places.ts'

/** What stands at a place for requests about money to aim at. */
export interface FundPlace extends PointPlace, ContributionPlace, AllocationPlace {
  sourceId: string
  /** A budget with nothing in it, allocated from one with nothing in it. */
  budgetId: string
  /** A movement that was taken back: nothing can be done with it any more. */
  movementId: string
  /** What the member there declared and took back. */
  declarationId: string
  /** A list that was made and sent back. */
  batchId: string
  /** What it would have paid. */
  claimId: string
  runId: string
  /** A grade that was decided. */
  gradeId: string
}

/** The same of a place that does not exist. */
export const nowhereToPay: FundPlace = {
  sourceId: newId(),
  budgetId: newId(),
  movementId: newId(),
  declarationId: newId(),
  batchId: newId(),
  claimId: newId(),
  runId: newId(),
  gradeId: newId(),
  ...nowhereToPoint,
  ...nowhereToContribute,
  ...nowhereToAllocate,
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
  const parentId = await insertBudget(tx, budget)
  const budgetId = await insertBudget(tx, { ...budget, parentId })
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
  return {
    sourceId,
    budgetId,
    movementId,
    declarationId: await declarationOf(tx, memberId),
    ...(await pointAt(tx, { organisationId, memberId })),
    ...(await contributionAt(tx, { organisationId, memberId })),
    ...(await allocationAt(tx, { organisationId, memberId, sourceId })),
    ...(await paymentsOn(tx, { budgetId: parentId, organisationId, personId: memberId })),
  }
}

async function paymentsOn(
  tx: Tx,
  { budgetId, organisationId, personId }: { budgetId: string; organisationId: string; personId: string },
) {
  const [claimId, lineId, batchId, runId] = [newId(), newId(), newId(), newId()]
  const claim = {
    id: claimId,
    organisationId,
    personId,
    reason: 'stipend',
    period: '2020-01',
    number: 0,
  } as const
  const taxed = { grossFen: 1, taxFen: 0, netFen: 1 }
  await insertClaims(tx, { budgetId, taxCategory: 'none', claimedBy: null }, [{ ...claim, ...taxed }])
  const account = {
    personId,
    bankName: '测试银行',
    number: '62170000',
    holder: '林测试',
    recordedByPerson: personId,
  }
  const accountId = await insertPayeeAccount(tx, account)
  const line = { id: lineId, number: 1, personId, accountId, amountFen: 1, taxFen: 0, reissuesId: null }
  const lines = [{ ...line, claims: [{ claimId, attempt: 1 }] }]
  await insertBatch(tx, { id: batchId, budgetId, checksum: Buffer.alloc(32), lines })
  const nobody = { appointment: null } as Actor
  await insertAct(tx, nobody, { batchId, act: 'made', personId })
  await insertAct(tx, nobody, { batchId, act: 'sent_back', personId, reason: '-' })
  const run = { id: runId, organisationId, budgetId, month: '2020-01', taxCategory: 'none', rules: {} }
  await insertRun(tx, { ...run, lineCount: 1, grossFen: 1, runBy: null })
  return { batchId, claimId, runId, gradeId: await gradeOf(tx, { organisationId, personId }) }
}

async function gradeOf(
  tx: Tx,
  { organisationId, personId }: { organisationId: string; personId: string },
): Promise<string> {
  const months = { startsOn: '2020-01-01', endsBefore: '2020-02-01' }
  const entered = { grade: 'good', reason: '-', enteredBy: null, enteredByPerson: personId }
  const gradeId = await insertGrade(tx, { personId, organisationId, ...months, ...entered })
  await insertGradeDecision(tx, { gradeId, outcome: 'refused', decidedBy: null, decidedByPerson: personId })
  return gradeId
}

async function declarationOf(tx: Tx, personId: string): Promise<string> {
  const relativeId = await makePerson(tx, { name: '林测试' })
  const declared = { personId, relativeId, relation: 'sibling', recordedBy: null }
  const declarationId = (await insertDeclaration(tx, declared))!
  await endDeclaration(tx, { personId, declarationId })
  return declarationId
}
