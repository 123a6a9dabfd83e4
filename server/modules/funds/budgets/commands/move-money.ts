import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound, refuse } from '#server/platform/errors.ts'
import { recordEntry, type Posting } from '../../ledger/store.ts'
import { yuanOf } from '../../yuan.ts'
import { mustHaveLeft } from '../must-have-left.ts'
import { findBudget, type BudgetHead } from '../queries/find-budget.ts'
import { insertMovement, lockBudgets } from '../store.ts'

const permission = 'funds.write'

/** Puts money into a budget from where it has its money: a source gives whatever is granted, a budget only what it has left. */
export async function moveInto(
  tx: Tx,
  actor: Actor,
  input: { budgetId: string; amountFen: number; documentNo: string },
): Promise<{ movementId: string }> {
  const { parentId } = await findBudget(tx, { actor, permission }, input.budgetId)
  await lockBudgets(tx, parentId === null ? [input.budgetId] : [input.budgetId, parentId])
  const budget = await findBudget(tx, { actor, permission }, input.budgetId)
  if (parentId !== null) mustHaveLeft(await findBudget(tx, { actor, permission }, parentId), input.amountFen)
  const movementId = await insertMovement(tx, {
    ...input,
    documentNo: input.documentNo.trim(),
    fromBudgetId: parentId,
    reversesId: null,
    reason: '',
    movedBy: actor.appointment?.id ?? null,
  })
  await recordEntry(tx, {
    kind: parentId === null ? 'grant' : 'allocate',
    subjectId: movementId,
    recordedBy: actor.appointment?.id ?? null,
    postings: postingsOf(budget, input.amountFen),
  })
  await audit(tx, actor, 'funds.money_moved', {
    kind: 'budget',
    id: budget.id,
    organisationId: budget.organisationId,
    params: { amount: yuanOf(input.amountFen) },
  })
  return { movementId }
}

/** Takes a movement back by its opposite, once, where the budget still has as much left. What happened stays on record. */
export async function reverseBudgetMovement(
  tx: Tx,
  actor: Actor,
  input: { movementId: string; reason: string },
): Promise<{ movementId: string }> {
  const movement = await findMovement(tx, input.movementId)
  const { parentId } = await findBudget(tx, { actor, permission }, movement.budgetId)
  await lockBudgets(tx, parentId === null ? [movement.budgetId] : [movement.budgetId, parentId])
  const budget = await findBudget(tx, { actor, permission }, movement.budgetId)
  if (movement.reversesId !== null) refuse('funds.is_reversal')
  if (await isReversed(tx, movement.id)) conflict('funds.already_reversed')
  mustHaveLeft(budget, movement.amountFen)
  if (parentId !== null && !(await canReach(tx, { actor, permission }, (await parentOf(tx, parentId)).place)))
    notFound()
  const movementId = await insertMovement(tx, {
    budgetId: movement.budgetId,
    fromBudgetId: movement.fromBudgetId,
    amountFen: movement.amountFen,
    documentNo: movement.documentNo,
    reversesId: movement.id,
    reason: input.reason.trim(),
    movedBy: actor.appointment?.id ?? null,
  })
  await recordEntry(tx, {
    kind: 'reverse',
    subjectId: movementId,
    recordedBy: actor.appointment?.id ?? null,
    postings: postingsOf(budget, -movement.amountFen),
  })
  await audit(tx, actor, 'funds.movement_reversed', {
    kind: 'budget',
    id: budget.id,
    organisationId: budget.organisationId,
    params: { amount: yuanOf(movement.amountFen) },
  })
  return { movementId }
}

function postingsOf({ id, parentId, sourceId }: BudgetHead, amountFen: number): Posting[] {
  const from: Posting =
    parentId === null
      ? { of: sourceId, kind: 'granted', amountFen: -amountFen }
      : { of: parentId, kind: 'available', amountFen: -amountFen }
  return [{ of: id, kind: 'available', amountFen }, from]
}

async function findMovement(tx: Tx, movementId: string) {
  return found(
    await tx
      .selectFrom('budget_movements')
      .select(['id', 'budget_id as budgetId', 'from_budget_id as fromBudgetId'])
      .select(['amount_fen as amountFen', 'document_no as documentNo', 'reverses_id as reversesId'])
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', movementId)
      .executeTakeFirst(),
  )
}

async function isReversed(tx: Tx, movementId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('budget_movements')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('reverses_id', '=', movementId)
    .executeTakeFirst()
  return row !== undefined
}

async function parentOf(tx: Tx, budgetId: string): Promise<{ place: string }> {
  return found(
    await tx
      .selectFrom('budgets')
      .select('organisation_id as place')
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', budgetId)
      .executeTakeFirst(),
  )
}
