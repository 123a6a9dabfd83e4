import { sql } from 'kysely'
import type { BatchState } from '#contract/funds-payments.ts'
import type { Permission } from '#contract/permissions.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'

/** A list as commands need it. */
export interface BatchHead {
  id: string
  budgetId: string
  organisationId: string
  number: number
  state: BatchState
  totalFen: number
  taxFen: number
  checksum: Buffer
  /** Who made, checked or paid it: real persons. */
  hands: string[]
}

/** The state of a list `b`: what was done last, a list that went back staying so. */
export const stateOfBatch = sql<BatchState>`(select a.act from payment_batch_acts a where a.tenant_id = b.tenant_id and a.batch_id = b.id
  order by array_position(array['sent_back', 'paid', 'checked', 'made'], a.act) limit 1)`

/** A list that the permission reaches; else: not there. */
export async function findBatch(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  batchId: string,
): Promise<BatchHead> {
  const { rows } = await sql<BatchHead>`
    select b.id, b.budget_id as "budgetId", budgets.organisation_id as "organisationId", b.number, ${stateOfBatch} as state,
      b.total_fen as "totalFen", b.tax_fen as "taxFen", b.checksum,
      array(select a.person_id::text from payment_batch_acts a where a.tenant_id = b.tenant_id and a.batch_id = b.id and a.act <> 'sent_back') as hands
    from payment_batches b join budgets on budgets.tenant_id = b.tenant_id and budgets.id = b.budget_id
    where b.tenant_id = ${tx.tenantId} and b.id = ${batchId}`.execute(tx)
  const head = found(rows[0])
  if (!(await canReach(tx, reach, head.organisationId))) notFound()
  return head
}
