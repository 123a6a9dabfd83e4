import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { openAccounts } from '../ledger/store.ts'

/** Names a source of money and opens its account; gives its id. */
export async function insertSource(
  tx: Tx,
  source: { organisationId: string; name: string; payer: string; createdBy: string | null },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('fund_sources')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: source.organisationId,
      name: source.name,
      payer: source.payer,
      created_by: source.createdBy,
    })
    .execute()
  await openAccounts(tx, { sourceId: id })
  return id
}

/** Opens a budget with nothing in it and its three accounts; gives its id. */
export async function insertBudget(
  tx: Tx,
  budget: {
    organisationId: string
    sourceId: string
    parentId: string | null
    name: string
    purpose: string
    year: number
    createdBy: string | null
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('budgets')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: budget.organisationId,
      source_id: budget.sourceId,
      parent_id: budget.parentId,
      name: budget.name,
      purpose: budget.purpose,
      year: budget.year,
      created_by: budget.createdBy,
    })
    .execute()
  await openAccounts(tx, { budgetId: id })
  return id
}

/** Writes down that money came into a budget, or was taken back; the entry of the ledger follows. */
export async function insertMovement(
  tx: Tx,
  movement: {
    budgetId: string
    fromBudgetId: string | null
    amountFen: number
    documentNo: string
    reversesId: string | null
    reason: string
    movedBy: string | null
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('budget_movements')
    .values({
      tenant_id: tx.tenantId,
      id,
      budget_id: movement.budgetId,
      from_budget_id: movement.fromBudgetId,
      amount_fen: movement.amountFen,
      document_no: movement.documentNo,
      reverses_id: movement.reversesId,
      reason: movement.reason,
      moved_by: movement.movedBy,
    })
    .execute()
  return id
}

/** Locks budgets in the order of their ids: whoever moves, commits or pays their money waits in line. */
export async function lockBudgets(tx: Tx, budgetIds: readonly string[]): Promise<void> {
  await sql`select from budgets where tenant_id = ${tx.tenantId} and id = any(${budgetIds}::uuid[]) order by id for no key update`.execute(
    tx,
  )
}
