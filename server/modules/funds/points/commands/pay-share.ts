import { sql } from 'kysely'
import type { operations } from '#contract/funds-points.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid } from '#server/platform/errors.ts'
import { lockBudgets } from '../../budgets/store.ts'
import { recordEntry } from '../../ledger/store.ts'
import { handOf } from '../../payments/policy.ts'
import { yuanOf } from '../../yuan.ts'
import { mustBeFitForPoint } from '../policy.ts'
import { findPoint, grantOf, standingPayment, type PointHead } from '../queries/find-point.ts'
import { handOfActor, insertPayment, insertReversal, lockGrant } from '../store.ts'

interface ShareRow {
  id: string
  grantId: string
  budgetId: string
  amountFen: number
  afterReports: number
  paidId: string | null
  payments: number
}

/** Records that a payer paid its sum of a part: once, after the reports it waits for, by neither who granted nor who decided. */
export async function payDirectPointShare(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['payDirectPointShare']>,
): Promise<{ paymentId: string }> {
  const { share, point } = await lockShare(tx, input.shareId)
  await mustBeFitForPoint(tx, actor, {
    permission: 'funds.pay',
    organisationId: point.organisationId,
    fits: point.state === 'approved' && point.acceptedReports >= share.afterReports,
    hands: [point.grantedByPerson, point.decidedByPerson ?? ''],
  })
  if (share.paidId !== null) conflict('points.paid_already')
  if (input.paidOn > actor.today) invalid([{ path: 'paidOn', code: 'points.day_to_come' }])
  const paymentId = await insertPayment(tx, {
    shareId: share.id,
    number: share.payments,
    voucherNo: input.voucherNo.trim(),
    paidOn: input.paidOn,
    hand: handOfActor(actor, await handOf(tx, actor)),
  })
  await book(tx, actor, { kind: 'pay', subjectId: paymentId, share, amountFen: share.amountFen })
  await audit(tx, actor, 'points.paid', about(point, share))
  return { paymentId }
}

/** Takes a payment that was recorded by mistake back: the sum is promised again and can be paid. Never by whoever granted or decided. */
export async function reverseDirectPointPayment(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['reverseDirectPointPayment']>,
): Promise<Record<string, never>> {
  const { share, point } = await lockShare(tx, await shareOf(tx, input.paymentId))
  await mustBeFitForPoint(tx, actor, {
    permission: 'funds.pay',
    organisationId: point.organisationId,
    fits: share.paidId === input.paymentId,
    hands: [point.grantedByPerson, point.decidedByPerson ?? ''],
  })
  const hand = handOfActor(actor, await handOf(tx, actor))
  await insertReversal(tx, { paymentId: input.paymentId, reason: input.reason.trim(), hand })
  await book(tx, actor, {
    kind: 'reverse',
    subjectId: input.paymentId,
    share,
    amountFen: -share.amountFen,
  })
  await audit(tx, actor, 'points.payment_reversed', about(point, share))
  return {}
}

async function book(
  tx: Tx,
  actor: Actor,
  entry: { kind: 'pay' | 'reverse'; subjectId: string; share: ShareRow; amountFen: number },
): Promise<void> {
  const { share, amountFen, kind, subjectId } = entry
  await lockBudgets(tx, [share.budgetId])
  await recordEntry(tx, {
    kind,
    subjectId,
    recordedBy: actor.appointment?.id ?? null,
    postings: [
      { of: share.budgetId, kind: 'paid', amountFen },
      { of: share.budgetId, kind: 'committed', amountFen: -amountFen },
    ],
  })
}

async function lockShare(tx: Tx, shareId: string): Promise<{ share: ShareRow; point: PointHead }> {
  const grantId = await grantOf(tx, 'direct_point_shares', shareId)
  await lockGrant(tx, grantId)
  const { rows } = await sql<ShareRow>`
    select s.id, s.grant_id as "grantId", s.budget_id as "budgetId", s.amount_fen as "amountFen", s.after_reports as "afterReports", paid.id as "paidId",
      (select count(*) from direct_point_payments p where p.tenant_id = s.tenant_id and p.share_id = s.id)::int as payments
    from direct_point_shares s ${standingPayment} where s.tenant_id = ${tx.tenantId} and s.id = ${shareId}`.execute(
    tx,
  )
  return { share: found(rows[0]), point: await findPoint(tx, grantId) }
}

async function shareOf(tx: Tx, paymentId: string): Promise<string> {
  const row = await tx
    .selectFrom('direct_point_payments')
    .select('share_id as shareId')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', paymentId)
    .executeTakeFirst()
  return found(row).shareId
}

function about({ id, organisationId }: PointHead, { amountFen }: ShareRow) {
  return { kind: 'direct_point', id, organisationId, params: { amount: yuanOf(amountFen) } }
}
