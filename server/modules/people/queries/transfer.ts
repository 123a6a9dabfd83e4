import { sql } from 'kysely'
import type { Transfer, TransferStep } from '#contract/people-transfers.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import {
  concernsMine,
  transferColumns,
  transferJoins,
  transferRow,
  type TransferColumns,
} from './transfer-columns.ts'

/** One transfer in or out of a union within scope, with everything that has happened to it. */
export async function getTransfer(tx: Tx, actor: Actor, input: { transferId: string }): Promise<Transfer> {
  const { rows } = await sql<TransferColumns>`
    select ${transferColumns(tx, actor)} from transfers t ${transferJoins(tx)}
    where t.tenant_id = ${tx.tenantId} and t.id = ${input.transferId} and ${concernsMine(tx, actor)}`.execute(
    tx,
  )
  const row = found(rows[0])
  const steps = await stepsOf(tx, [row.id])
  return { ...transferRow(tx, row), reason: row.reason, steps: steps.get(row.id) ?? [] }
}

/** The steps of some transfers in their order: what happened, who did it and as what. */
export async function stepsOf(tx: Tx, transferIds: readonly string[]): Promise<Map<string, TransferStep[]>> {
  const { rows } = await sql<StepRow>`
    select s.transfer_id as "transferId", s.step, s.by_side as "bySide", a.post, o.name as "organisationName", s.reason, s.due_on as "dueOn",
      s.recorded_at as "recordedAt"
    from transfer_steps s
    left join appointments a on a.tenant_id = s.tenant_id and a.appointment_id = s.recorded_by and a.superseded_at is null
    left join organisation_profiles o on o.tenant_id = s.tenant_id and o.organisation_id = a.organisation_id and o.superseded_at is null
      and o.ends_before is null
    where s.tenant_id = ${tx.tenantId} and s.transfer_id = any(${transferIds}::uuid[])
    order by case s.step when 'requested' then 0 when 'released' then 1 else 2 end`.execute(tx)
  const steps = rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: recordedAt.toISOString() }))
  return new Map(
    [...Map.groupBy(steps, (row) => row.transferId)].map(([id, own]) => [
      id,
      own.map(({ transferId: _transferId, ...step }) => step),
    ]),
  )
}

type StepRow = Omit<TransferStep, 'recordedAt'> & { transferId: string; recordedAt: Date }
