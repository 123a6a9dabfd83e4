import { sql } from 'kysely'
import type { BudgetPurpose } from '#contract/funds.ts'
import type { Permission } from '#contract/permissions.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'

/** A budget as commands need it. */
export interface BudgetHead {
  id: string
  organisationId: string
  sourceId: string
  parentId: string | null
  purpose: BudgetPurpose
  name: string
  availableFen: number
}

/** A budget that the permission reaches; else: not there. */
export async function findBudget(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  budgetId: string,
): Promise<BudgetHead> {
  const { rows } = await sql<BudgetHead>`
    select b.id, b.organisation_id as "organisationId", b.source_id as "sourceId", b.parent_id as "parentId", b.purpose, b.name,
      a.balance_fen as "availableFen"
    from budgets b join ledger_accounts a on a.tenant_id = b.tenant_id and a.budget_id = b.id and a.kind = 'available'
    where b.tenant_id = ${tx.tenantId} and b.id = ${budgetId}`.execute(tx)
  const head = found(rows[0])
  if (!(await canReach(tx, reach, head.organisationId))) notFound()
  return head
}

/** A source that the permission reaches; else: not there. */
export async function findSource(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  sourceId: string,
): Promise<{ id: string; organisationId: string }> {
  const source = found(
    await tx
      .selectFrom('fund_sources')
      .select(['id', 'organisation_id as organisationId'])
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', sourceId)
      .executeTakeFirst(),
  )
  if (!(await canReach(tx, reach, source.organisationId))) notFound()
  return source
}
