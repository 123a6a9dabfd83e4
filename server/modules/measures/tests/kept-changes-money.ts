import { sql, type RawBuilder } from 'kysely'
import {
  insertAct,
  insertBatch,
  insertPayeeAccount,
  insertReturns,
} from '#server/modules/funds/payments/store.ts'
import {
  insertGrant,
  insertGrantDecision,
  insertPayment,
  insertReversal,
  insertShares,
} from '#server/modules/funds/points/store.ts'
import {
  insertAllocation,
  insertSpending,
  insertSpendingReversal,
} from '#server/modules/funds/allocations/store.ts'
import {
  insertContribution,
  insertContributionMovement,
  insertMovementReversal,
} from '#server/modules/funds/contributions/store.ts'
import { insertClaims } from '#server/modules/funds/claims/store.ts'
import { insertBudget, insertSource } from '#server/modules/funds/budgets/store.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { Lot } from './kept-changes.ts'

const nobody = { appointment: null } as Actor
const pick = <T>(of: readonly T[], at: number): T => of[at % of.length]!

/** Changes that figures of money follow: a stipend paid and perhaps returned, the grant of a point paid and perhaps taken back. */
export const moneyChanges: Record<string, (tx: Tx, lot: Lot) => Promise<unknown>> = {
  payStipend: async (tx, lot) => {
    const organisationId = pick([lot.tenant.north.unionId, lot.tenant.south.unionId], lot.a)
    const personId = pick(lot.people, lot.b)
    const budgetId = await budgetOf(tx, { organisationId, purpose: 'stipend', at: lot.c })
    const [claimId, lineId, batchId] = [newId(), newId(), newId()]
    const sum = { grossFen: 100 + lot.c, taxFen: 0, netFen: 100 + lot.c }
    const claim = {
      id: claimId,
      organisationId,
      personId,
      reason: 'stipend',
      period: claimId,
      number: 0,
    } as const
    await insertClaims(tx, { budgetId, taxCategory: 'none', claimedBy: null }, [{ ...claim, ...sum }])
    const account = {
      personId,
      bankName: '测试银行',
      number: '62170000',
      holder: '-',
      recordedByPerson: personId,
    }
    const accountId = await insertPayeeAccount(tx, account)
    const line = {
      id: lineId,
      number: 1,
      personId,
      accountId,
      amountFen: sum.netFen,
      taxFen: 0,
      reissuesId: null,
    }
    const lines = [{ ...line, claims: [{ claimId, attempt: 1 }] }]
    await insertBatch(tx, { id: batchId, budgetId, checksum: Buffer.alloc(32), lines })
    if (lot.a % 3 > 0) await insertAct(tx, nobody, { batchId, act: 'paid', personId })
    const file = { id: newId(), batchId, sha256: Buffer.from(batchId), importedBy: null }
    if (lot.a % 3 === 2) await insertReturns(tx, { ...file, lines: [{ lineId, cause: 'other' }] })
  },
  grantPoint: async (tx, lot) => {
    const organisationId = pick([lot.tenant.north.employerId, lot.tenant.south.employerId], lot.a)
    const budgetId = await budgetOf(tx, { organisationId, purpose: 'direct_point', at: lot.c })
    const hand = { by: null, person: pick(lot.people, lot.b) }
    const grant = {
      organisationId,
      year: 2000 + (Number.parseInt(newId().slice(-4), 16) % 9000),
      totalFen: 100,
    } as const
    const terms = {
      level: pick(['district', 'street'] as const, lot.c),
      documentNo: '测试 1 号',
      rules: {},
      hand,
    }
    const grantId = await insertGrant(tx, { ...grant, ...terms })
    await insertShares(tx, grantId, [
      { payer: 'street_town', amountFen: 100, budgetId, part: 1, afterReports: 0 },
    ])
    await insertGrantDecision(tx, {
      grantId,
      outcome: pick(['approved', 'refused'], lot.b),
      reason: '',
      hand,
    })
    if (lot.c % 3 === 0) return
    const shareId = await shareOf(tx, sql`${grantId}::uuid`)
    const paymentId = await insertPayment(tx, {
      shareId,
      number: 0,
      voucherNo: '凭证',
      paidOn: '2026-01-01',
      hand,
    })
    if (lot.c % 3 === 1) await insertReversal(tx, { paymentId, reason: '登记错了', hand })
  },
}

/** Changes that figures of union funds follow: a contribution that came in, a share that was spent, each perhaps taken back. */
export const unionFundChanges: Record<string, (tx: Tx, lot: Lot) => Promise<unknown>> = {
  contribute: async (tx, lot) => {
    const side = pick([lot.tenant.north, lot.tenant.south], lot.a)
    const hand = { appointment: null, personId: pick(lot.people, lot.b) } as Actor
    const contributionId = await insertContribution(tx, hand, {
      organisationId: side.unionId,
      employerId: side.employerId,
      month: `${2000 + (Number.parseInt(newId().slice(-4), 16) % 900)}-0${1 + (lot.c % 9)}`,
      kind: 'regular',
      way: 'through_basic',
      wageBaseFen: 5000,
      dueFen: 100,
      dueOn: '2026-01-15',
      returnBasisPoints: 0,
      rules: {},
      shares: [{ level: 'basic', basisPoints: 10_000, amountFen: 100 }],
    })
    const kind = pick(['receipt', 'receipt', 'late_fee'] as const, lot.b)
    const moved = { contributionId, kind, amountFen: 1 + lot.c, movedOn: '2026-02-10', voucherNo: '凭证' }
    const movementId = await insertContributionMovement(tx, hand, moved)
    if (lot.c % 3 === 0) await insertMovementReversal(tx, hand, { movementId, reason: '登记错了' })
  },
  spendShare: async (tx, lot) => {
    const organisationId = lot.tenant.federationId
    const { unionId } = pick([lot.tenant.north, lot.tenant.south], lot.a)
    const hand = { appointment: null, personId: pick(lot.people, lot.b) } as Actor
    const budgetId = await budgetOf(tx, { organisationId, purpose: 'union_funds', at: lot.c })
    const { rows } = await sql<{ id: string }>`select id from rules order by id limit 1`.execute(tx)
    const allocationId = await insertAllocation(tx, hand, {
      organisationId,
      budgetId,
      year: 2026,
      totalFen: 100,
      documentNo: newId(),
      ruleId: rows[0]!.id,
      shares: [{ unionId, class: 'standard', workers: 1, weight: 100, amountFen: 100 }],
    })
    const share = await sql<{ id: string }>`
      select id from allocation_shares where tenant_id = ${tx.tenantId} and allocation_id = ${allocationId}`.execute(
      tx,
    )
    const spent = {
      purpose: '慰问',
      amountFen: 90,
      onWorkersFen: lot.c,
      spentOn: '2026-03-08',
      voucherNo: '凭证',
    }
    const spendingId = await insertSpending(tx, hand, { shareId: share.rows[0]!.id, ...spent })
    if (lot.b % 3 === 0) await insertSpendingReversal(tx, hand, { spendingId, reason: '登记错了' })
  },
}

async function budgetOf(
  tx: Tx,
  wanted: { organisationId: string; purpose: string; at: number },
): Promise<string> {
  const owner = { organisationId: wanted.organisationId, createdBy: null }
  const payer = pick(['street_town', 'district_finance'], wanted.at)
  const sourceId = await insertSource(tx, { ...owner, name: newId(), payer })
  const budget = { ...owner, sourceId, parentId: null, name: '预算', purpose: wanted.purpose, year: 2026 }
  return insertBudget(tx, budget)
}

async function shareOf(tx: Tx, grantId: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from direct_point_shares where tenant_id = ${tx.tenantId} and grant_id = ${grantId} limit 1`.execute(
    tx,
  )
  return rows[0]!.id
}
