import { sql } from 'kysely'
import type { operations } from '#contract/funds-dues.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, refuse } from '#server/platform/errors.ts'
import { yuanOf } from '../../yuan.ts'
import { duesOnAll, type DuesRate } from '../rules.ts'
import { insertDues, insertDuesWithdrawal } from '../store.ts'

const permission = 'union_funds.record'

/**
 * Works out the dues of a basic union for a month by the rule of its first day, from wages without names that are not kept, and records what came in:
 * never more than is due. A month of a union stands once.
 */
export async function recordDues(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordDues']>,
): Promise<{ duesId: string; dueFen: number }> {
  await mustReach(tx, { actor, permission }, input.unionId)
  if (!(await isBasicUnion(tx, input.unionId))) refuse('dues.not_a_basic_union')
  if (input.month > actor.today.slice(0, 7)) invalid([{ path: 'month', code: 'dues.month_to_come' }])
  if (input.receivedOn > actor.today) invalid([{ path: 'receivedOn', code: 'dues.day_to_come' }])
  const rate = await ruleFor<DuesRate>(tx, 'dues.rate', `${input.month}-01`)
  const dueFen = duesOnAll(input.wagesFen, rate.value)
  if (input.receivedFen > dueFen) refuse('dues.too_much', { due: yuanOf(dueFen) })
  const { unionId, month, receivedFen, receivedOn } = input
  const duesId = await insertDues(tx, actor, {
    unionId,
    month,
    members: input.wagesFen.length,
    dueFen,
    receivedFen,
    receivedOn,
    voucherNo: input.voucherNo.trim(),
    ruleId: rate.version,
  })
  await audit(tx, actor, 'dues.recorded', {
    kind: 'dues',
    id: duesId,
    organisationId: unionId,
    params: { month, received: yuanOf(receivedFen) },
  })
  return { duesId, dueFen }
}

/** Withdraws dues that were recorded by mistake: the month may be recorded anew. */
export async function withdrawDues(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['withdrawDues']>,
): Promise<Record<string, never>> {
  const { rows } = await sql<{ unionId: string; receivedFen: number }>`
    select union_id as "unionId", received_fen as "receivedFen" from dues where tenant_id = ${tx.tenantId} and id = ${input.duesId}`.execute(
    tx,
  )
  const { unionId, receivedFen } = found(rows[0])
  await mustReach(tx, { actor, permission }, unionId)
  await insertDuesWithdrawal(tx, actor, { ...input, reason: input.reason.trim() })
  await audit(tx, actor, 'dues.withdrawn', {
    kind: 'dues',
    id: input.duesId,
    organisationId: unionId,
    params: { received: yuanOf(receivedFen) },
  })
  return {}
}

async function isBasicUnion(tx: Tx, unionId: string): Promise<boolean> {
  const { rows } = await sql`
    select from organisations where tenant_id = ${tx.tenantId} and id = ${unionId} and kind in ('basic_union', 'union_association')`.execute(
    tx,
  )
  return rows.length > 0
}
