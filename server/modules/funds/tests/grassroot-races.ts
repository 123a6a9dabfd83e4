import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { type TestTenant } from '#server/test/makers.ts'
import { findAllocation, findAllocationShare } from '../allocations/queries/find-allocation.ts'
import {
  insertAllocation,
  insertAllocationDecision,
  insertAllocationPayment,
  insertSpending,
  lockAllocation,
} from '../allocations/store.ts'
import { findContribution } from '../contributions/queries/find-contribution.ts'
import { insertContribution, insertContributionMovement, lockContribution } from '../contributions/store.ts'
import { standingPayment } from '../points/queries/find-point.ts'
import { insertGrant, insertPayment, insertShares, lockGrant } from '../points/store.ts'
import {
  somebodyIn,
  numberOf,
  balanceOf,
  anyRule,
  move,
  fund,
  day,
  once,
  type MoneyRace,
} from './race-parts.ts'

async function makeAllocation(tx: Tx, tenant: TestTenant) {
  const somebody = await somebodyIn(tx)
  const { budgetId } = await fund(tx, tenant, 4 * once)
  const id = await insertAllocation(tx, somebody, {
    organisationId: tenant.federationId,
    budgetId,
    year: 2026,
    totalFen: once,
    documentNo: '甬北工〔2026〕31号',
    ruleId: await anyRule(tx),
    shares: [{ unionId: tenant.north.unionId, class: 'standard', workers: 1, weight: 100, amountFen: once }],
  })
  return { somebody, budgetId, id, decision: { allocationId: id, outcome: 'approved' as const, reason: '' } }
}

/** Where money that goes to the grassroots could be doubled. */
export const grassrootRaces: Readonly<Record<string, MoneyRace>> = {
  'an allocation is approved': {
    hasLock: true,
    constraints: ['allocation_decisions.allocation_decisions_pkey', 'ledger_entries.ledger_entries_once_key'],
    make: async (tx, tenant) => {
      const { somebody, budgetId, id, decision } = await makeAllocation(tx, tenant)
      return {
        lock: (each) => lockAllocation(each, id),
        look: async (each) => (await findAllocation(each, id)).state === 'waiting',
        act: async (each) => {
          await insertAllocationDecision(each, somebody, decision)
          await move(each, 'commit', { subjectId: id, budgetId })
        },
        sum: (each) => balanceOf(each, budgetId, 'committed'),
      }
    },
  },
  'an allocation is paid': {
    hasLock: true,
    constraints: ['allocation_payments.allocation_payments_pkey', 'ledger_entries.ledger_entries_once_key'],
    make: async (tx, tenant) => {
      const { somebody, budgetId, id, decision } = await makeAllocation(tx, tenant)
      await insertAllocationDecision(tx, somebody, decision)
      // Something else is promised of the same budget, so that the balance alone would let it be paid twice.
      await move(tx, 'commit', { subjectId: id, budgetId }, 2 * once)
      return {
        lock: (each) => lockAllocation(each, id),
        look: async (each) => (await findAllocation(each, id)).state === 'approved',
        act: async (each, nth) => {
          const paid = { allocationId: id, voucherNo: `凭证 ${nth}`, paidOn: day }
          await insertAllocationPayment(each, somebody, paid)
          await move(each, 'pay', { subjectId: id, budgetId })
        },
        sum: (each) => balanceOf(each, budgetId, 'paid'),
      }
    },
  },
  'the whole of a share is spent': {
    hasLock: true,
    constraints: [],
    make: async (tx, tenant) => {
      const { somebody, id } = await makeAllocation(tx, tenant)
      const { rows } = await sql<{ id: string }>`
        select id from allocation_shares where tenant_id = ${tx.tenantId} and allocation_id = ${id}`.execute(
        tx,
      )
      const shareId = rows[0]!.id
      const left = async (each: Tx) => (await findAllocationShare(each, shareId)).leftFen
      const spent = { shareId, purpose: '慰问', amountFen: once, onWorkersFen: once, spentOn: day }
      return {
        lock: (each) => lockAllocation(each, id),
        look: async (each) => (await left(each)) >= once,
        act: (each, nth) => insertSpending(each, somebody, { ...spent, voucherNo: `凭证 ${nth}` }),
        sum: async (each) => once - (await left(each)),
      }
    },
  },
  'a part of a direct point is paid': {
    hasLock: true,
    constraints: ['direct_point_payments.direct_point_payments_once_key'],
    make: async (tx, tenant) => {
      const hand = { by: null, person: (await somebodyIn(tx)).personId }
      const grant = {
        organisationId: tenant.north.employerId,
        year: 2026,
        level: 'district' as const,
        rules: {},
      }
      const grantId = await insertGrant(tx, {
        ...grant,
        totalFen: once,
        documentNo: '甬北工〔2026〕21号',
        hand,
      })
      const { budgetId } = await fund(tx, tenant, once)
      await insertShares(tx, grantId, [
        { payer: 'district_federation', part: 1, afterReports: 0, budgetId, amountFen: once },
      ])
      const paid = sql`from direct_point_shares s ${standingPayment} where s.tenant_id = ${tx.tenantId} and s.grant_id = ${grantId}`
      const { rows } = await sql<{ id: string }>`select s.id ${paid}`.execute(tx)
      const shareId = rows[0]!.id
      return {
        lock: (each) => lockGrant(each, grantId),
        look: async (each) => (await numberOf(each, sql`select count(paid.id)::int as number ${paid}`)) === 0,
        act: (each, nth) =>
          insertPayment(each, { shareId, number: 0, voucherNo: `凭证 ${nth}`, paidOn: day, hand }),
        sum: (each) =>
          numberOf(
            each,
            sql`select coalesce(sum(s.amount_fen), 0)::int as number from direct_point_payments p
              join direct_point_shares s on s.tenant_id = p.tenant_id and s.id = p.share_id where p.tenant_id = ${tx.tenantId} and p.share_id = ${shareId}`,
          ),
      }
    },
  },
  'a contribution is paid up': {
    hasLock: true,
    constraints: [],
    make: async (tx, tenant) => {
      const somebody = await somebodyIn(tx)
      const contributionId = await insertContribution(tx, somebody, {
        organisationId: tenant.north.unionId,
        employerId: tenant.north.employerId,
        month: '2020-03',
        kind: 'regular',
        way: 'through_basic',
        wageBaseFen: 50 * once,
        dueFen: once,
        dueOn: '2020-04-15',
        returnBasisPoints: 0,
        rules: {},
        shares: [{ level: 'superior', basisPoints: 10_000, amountFen: once }],
      })
      const moved = { contributionId, kind: 'remittance' as const, amountFen: once, movedOn: day }
      const sum = async (each: Tx) => (await findContribution(each, contributionId)).passedOnFen
      return {
        lock: (each) => lockContribution(each, contributionId),
        look: async (each) => (await sum(each)) === 0,
        act: (each, nth) =>
          insertContributionMovement(each, somebody, { ...moved, voucherNo: `凭证 ${nth}` }),
        sum,
      }
    },
  },
}
