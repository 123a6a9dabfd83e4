import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { lateFeeOn, type LateFee } from '../rules.ts'
import type { ContributionHead } from './find-contribution.ts'

/** The late fee of a contribution up to a day, by the rule it was recorded by, and what came in of it; null where none is charged (D2). */
export async function lateFeeOf(
  tx: Tx,
  { id, dueFen, dueOn, lateFeeRule }: Pick<ContributionHead, 'id' | 'dueFen' | 'dueOn' | 'lateFeeRule'>,
  day: string,
): Promise<{ accruedFen: number; receivedFen: number } | null> {
  const { rows: rules } = await sql<{ value: LateFee }>`
    select value from rules where id = ${lateFeeRule}::uuid`.execute(tx)
  const rule = rules[0]?.value
  if (rule === undefined || !rule.isCharged) return null
  const { rows } = await sql<{ kind: string; movedOn: string; amountFen: number }>`
    select m.kind, m.moved_on as "movedOn", m.amount_fen as "amountFen" from contribution_movements m
    where m.tenant_id = ${tx.tenantId} and m.contribution_id = ${id} and m.kind in ('receipt', 'late_fee') and not exists (
      select from contribution_movement_reversals x where x.tenant_id = m.tenant_id and x.movement_id = m.id)`.execute(
    tx,
  )
  const receipts = rows.filter(({ kind }) => kind === 'receipt')
  const fees = rows.filter(({ kind }) => kind === 'late_fee')
  return {
    accruedFen: lateFeeOn(day, { dueFen, dueOn, receipts }, rule),
    receivedFen: fees.reduce((so, { amountFen }) => so + amountFen, 0),
  }
}
