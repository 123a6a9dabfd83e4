import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { lockBudgets } from '../budgets/store.ts'
import { sumsBefore } from '../ceilings/queries/benefits.ts'
import { insertBenefit, lockPayee } from '../ceilings/store.ts'
import { insertClaims } from '../claims/store.ts'
import { insertDues } from '../dues/store.ts'
import { duesOf } from '../payments/queries/dues.ts'
import { insertBatch, insertPayeeAccount } from '../payments/store.ts'
import { insertPrizeList } from '../prizes/store.ts'
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

const nothing = () => Promise.resolve()
const always = () => Promise.resolve(true)

/** Where money that is due to people could be doubled, or a budget overdrawn. */
export const paymentRaces: Readonly<Record<string, MoneyRace>> = {
  'benefits reach their ceiling': {
    hasLock: true,
    constraints: [],
    make: async (tx, tenant) => {
      const { personId, ...somebody } = await somebodyIn(tx)
      const hand = { ...somebody, personId } as Actor
      const of = {
        recordIds: [personId],
        category: 'birthday',
        event: 'birthday',
        year: '2026',
        before: null,
      }
      const sum = async (each: Tx) => (await sumsBefore(each, of)).yearFen
      return {
        lock: (each) => lockPayee(each, personId),
        look: async (each) => (await sum(each)) + once <= once,
        act: (each) =>
          insertBenefit(each, hand, {
            organisationId: tenant.north.unionId,
            personId,
            category: 'birthday',
            occasion: null,
            event: 'birthday',
            givenOn: day,
            amountFen: once,
            note: '',
            budgetId: null,
            rules: {},
          }),
        sum,
      }
    },
  },
  'the last of a budget is promised': {
    hasLock: true,
    constraints: ['ledger_accounts.ledger_accounts_balance_check'],
    make: async (tx, tenant) => {
      const { budgetId } = await fund(tx, tenant, once)
      return {
        lock: (each) => lockBudgets(each, [budgetId]),
        look: async (each) => (await balanceOf(each, budgetId, 'available')) >= once,
        act: (each) => move(each, 'commit', { subjectId: newId(), budgetId }),
        sum: (each) => balanceOf(each, budgetId, 'committed'),
      }
    },
  },
  'what is due comes on a list': {
    hasLock: true,
    constraints: [
      'payment_batches.payment_batches_number_key',
      'payment_line_claims.payment_line_claims_attempt_key',
    ],
    make: async (tx, tenant) => {
      const { personId } = await somebodyIn(tx)
      const { budgetId } = await fund(tx, tenant, 4 * once)
      const claim = {
        id: newId(),
        organisationId: tenant.north.unionId,
        personId,
        period: '2026-01',
        number: 0,
      }
      const sums = { grossFen: once, taxFen: 0, netFen: once }
      await insertClaims(tx, { budgetId, taxCategory: 'none', claimedBy: null }, [
        { ...claim, ...sums, reason: 'award' },
      ])
      const account = { personId, bankName: '测试银行', number: '6222000000000000', holder: '林测试' }
      const accountId = await insertPayeeAccount(tx, { ...account, recordedByPerson: personId })
      const line = { number: 1, personId, accountId, amountFen: once, taxFen: 0, reissuesId: null }
      return {
        lock: (each) => lockBudgets(each, [budgetId]),
        look: async (each) => (await duesOf(each, budgetId)).length > 0,
        act: (each) =>
          insertBatch(each, {
            id: newId(),
            budgetId,
            checksum: Buffer.alloc(32),
            lines: [{ ...line, id: newId(), claims: [{ claimId: claim.id, attempt: 1 }] }],
          }),
        sum: (each) =>
          numberOf(
            each,
            sql`select coalesce(sum(total_fen), 0)::int as number from payment_batches where tenant_id = ${tx.tenantId} and budget_id = ${budgetId}`,
          ),
      }
    },
  },
  'the prizes of a contest are given': {
    hasLock: false,
    constraints: ['prize_lists.prize_lists_once_key'],
    make: async (tx, tenant) => {
      const somebody = await somebodyIn(tx)
      const { budgetId } = await fund(tx, tenant, once)
      const given = { organisationId: tenant.federationId, budgetId, contest: '羽毛球赛', heldOn: day }
      const sums = { contestants: 3, winners: 1, totalFen: once, ruleId: await anyRule(tx) }
      return {
        lock: nothing,
        look: always,
        act: (each) => insertPrizeList(each, somebody, { ...given, ...sums }),
        sum: (each) =>
          numberOf(
            each,
            sql`select coalesce(sum(total_fen), 0)::int as number from prize_lists where tenant_id = ${tx.tenantId} and budget_id = ${budgetId}`,
          ),
      }
    },
  },
  'the dues of a month are recorded': {
    hasLock: false,
    constraints: ['dues.dues_once_key'],
    make: async (tx, tenant) => {
      const somebody = await somebodyIn(tx)
      const { unionId } = tenant.north
      const made = { unionId, month: '2026-03', members: 1, dueFen: once, receivedFen: once, receivedOn: day }
      const ruleId = await anyRule(tx)
      return {
        lock: nothing,
        look: always,
        act: (each, nth) => insertDues(each, somebody, { ...made, ruleId, voucherNo: `凭证 ${nth}` }),
        sum: (each) =>
          numberOf(
            each,
            sql`select coalesce(sum(received_fen), 0)::int as number from dues where tenant_id = ${tx.tenantId} and union_id = ${unionId}`,
          ),
      }
    },
  },
}
