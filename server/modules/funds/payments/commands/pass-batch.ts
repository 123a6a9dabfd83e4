import { sql } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { mustKeepCeilings } from '../../ceilings/above-ceilings.ts'
import { lockBudgets } from '../../budgets/store.ts'
import { recordEntry } from '../../ledger/store.ts'
import { yuanOf } from '../../yuan.ts'
import { handOf, mustBeFit } from '../policy.ts'
import { bankLines, checksumOf } from '../queries/bank-lines.ts'
import { findBatch, type BatchHead } from '../queries/find-batch.ts'
import { insertAct } from '../store.ts'

type OfBatch = { batchId: string }

/** The second hand: somebody else has read the list. What they read is what is paid: a checksum over every line says so; ceilings (D7) are asked anew. */
export async function approvePaymentBatch(
  tx: Tx,
  actor: Actor,
  { batchId }: OfBatch,
): Promise<Record<string, never>> {
  const batch = await lockedBatch(tx, { actor, permission: 'funds.check' }, batchId)
  await mustBeFit(tx, actor, { step: 'check', batch })
  await mustBeUnchanged(tx, batch)
  await mustKeepCeilings(tx, await claimsOfBatch(tx, batchId))
  await insertAct(tx, actor, { batchId, act: 'checked', personId: await handOf(tx, actor) })
  await note(tx, actor, { action: 'funds.batch_checked', batch })
  return {}
}

/** Sends a list back before it is paid. What stood on it is due as before, and the next list takes it up. */
export async function sendBackPaymentBatch(
  tx: Tx,
  actor: Actor,
  { batchId, reason }: OfBatch & { reason: string },
): Promise<Record<string, never>> {
  const batch = await lockedBatch(tx, { actor, permission: 'funds.check' }, batchId)
  await mustBeFit(tx, actor, { step: 'sendBack', batch })
  await insertAct(tx, actor, {
    batchId,
    act: 'sent_back',
    personId: await handOf(tx, actor),
    reason: reason.trim(),
  })
  await note(tx, actor, { action: 'funds.batch_sent_back', batch })
  return {}
}

/** The third hand: the bank was told. What was promised is paid, in the same transaction, once. */
export async function payPaymentBatch(
  tx: Tx,
  actor: Actor,
  { batchId }: OfBatch,
): Promise<Record<string, never>> {
  const batch = await lockedBatch(tx, { actor, permission: 'funds.pay' }, batchId)
  await mustBeFit(tx, actor, { step: 'pay', batch })
  await mustBeUnchanged(tx, batch)
  await mustKeepCeilings(tx, await claimsOfBatch(tx, batchId))
  await insertAct(tx, actor, { batchId, act: 'paid', personId: await handOf(tx, actor) })
  const paidFen = batch.totalFen + batch.taxFen
  const givenBackFen = await givenBack(tx, batchId)
  const of = batch.budgetId
  await recordEntry(tx, {
    kind: 'pay',
    subjectId: batchId,
    recordedBy: actor.appointment?.id ?? null,
    postings: [
      { of, kind: 'paid', amountFen: paidFen },
      { of, kind: 'committed', amountFen: -(paidFen + givenBackFen) },
      { of, kind: 'available', amountFen: givenBackFen },
    ],
  })
  await note(tx, actor, { action: 'funds.batch_paid', batch })
  return {}
}

/** A list that the permission reaches, its budget locked: whoever makes, checks, pays or sends back waits in line. */
export async function lockedBatch(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  batchId: string,
): Promise<BatchHead> {
  const { budgetId } = await findBatch(tx, reach, batchId)
  await lockBudgets(tx, [budgetId])
  return findBatch(tx, reach, batchId)
}

async function claimsOfBatch(tx: Tx, batchId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select lc.claim_id as id from payment_lines l join payment_line_claims lc on lc.tenant_id = l.tenant_id and lc.line_id = l.id
    where l.tenant_id = ${tx.tenantId} and l.batch_id = ${batchId}`.execute(tx)
  return rows.map(({ id }) => id)
}

async function mustBeUnchanged(tx: Tx, batch: BatchHead): Promise<void> {
  if (!checksumOf(await bankLines(tx, batch.id)).equals(batch.checksum)) refuse('funds.list_changed')
}

/** What differences below zero take off lines that are paid for the first time: it is free again. */
async function givenBack(tx: Tx, batchId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(-c.gross_fen), 0)::bigint as fen
    from payment_lines l
    join payment_line_claims lc on lc.tenant_id = l.tenant_id and lc.line_id = l.id
    join claims c on c.tenant_id = lc.tenant_id and c.id = lc.claim_id
    where l.tenant_id = ${tx.tenantId} and l.batch_id = ${batchId} and l.reissues_id is null and c.gross_fen < 0`.execute(
    tx,
  )
  return rows[0]!.fen
}

async function note(
  tx: Tx,
  actor: Actor,
  { action, batch }: { action: string; batch: BatchHead },
): Promise<void> {
  await audit(tx, actor, action, {
    kind: 'payment_batch',
    id: batch.id,
    organisationId: batch.organisationId,
    params: { total: yuanOf(batch.totalFen) },
  })
}
