import { sql } from 'kysely'
import { pointPayers, type PointLevel, type PointPayer } from '#contract/funds-points.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { clockNow, handsOf, openBudget, run, setClock, type Hands } from './money-hands.ts'
import { returnTwoLines } from './returned-lines.ts'
import { loadUnionFunds } from './union-funds.ts'

/** A directly managed point of the demo, and what it gets in a year. */
export interface DemoPoint {
  organisationId: string
  level: PointLevel
  totalFen: number
}

/**
 * Stipends of two years whose assessments are closed, paid by three hands through the product's own operations, with two lines that the bank gave
 * back and that were paid again; the points of this year with their three payers, and the union funds. Call it when assessments stand.
 */
export async function loadMoney(
  tx: Tx,
  { top, points }: { top: string; points: readonly DemoPoint[] },
): Promise<void> {
  const day = await today(tx)
  const year = Number(day.slice(0, 4))
  const hands = await handsOf(tx, { top, day })
  if (hands === undefined) return
  const clock = await clockNow(tx)
  await recordAccounts(tx, hands)
  await payStipends(tx, hands, year)
  await loadPoints(tx, hands, { points, year })
  await loadUnionFunds(tx, hands, day)
  await setClock(tx, clock)
}

async function payStipends(tx: Tx, hands: Hands, year: number): Promise<void> {
  for (const paidYear of [year - 2, year - 1]) {
    await setClock(tx, `${paidYear + 1}-01-25T02:00:00Z`)
    const budgetId = await openBudget(tx, hands, {
      name: `${paidYear}年兼职主席专项补贴`,
      purpose: 'stipend',
      payer: 'district_finance',
      year: paidYear,
      amountFen: 600_000_000,
    })
    for (const month of ['10', '11', '12'])
      await run(tx, hands.maker, 'runStipends', {
        organisationId: hands.top,
        month: `${paidYear}-${month}`,
        budgetId,
      }).catch(nothingNew)
    const batchId = await payAll(tx, hands, budgetId)
    if (batchId === null || paidYear < year - 1) continue
    await returnTwoLines(tx, hands.payer, batchId)
    await setClock(tx, `${paidYear + 1}-02-05T02:00:00Z`)
    await payAll(tx, hands, budgetId)
  }
}

async function loadPoints(
  tx: Tx,
  hands: Hands,
  { points, year }: { points: readonly DemoPoint[]; year: number },
): Promise<void> {
  await setClock(tx, `${year}-03-10T02:00:00Z`)
  const budgets = {} as Record<PointPayer, string>
  for (const payer of pointPayers)
    budgets[payer] = await openBudget(tx, hands, {
      name: `${year}年直管点经费`,
      purpose: 'direct_point',
      payer,
      year,
      amountFen: Math.max(10_000_000, points.length * 2_000_000),
    })
  for (const [number, point] of points.entries()) await loadPoint(tx, hands, { point, budgets, year, number })
}

async function loadPoint(
  tx: Tx,
  { maker, checker, payer }: Hands,
  given: { point: DemoPoint; budgets: Record<PointPayer, string>; year: number; number: number },
): Promise<void> {
  const { point, budgets, year, number } = given
  const third = Math.floor(point.totalFen / 3)
  const amounts = [point.totalFen - 2 * third, third, third]
  const { grantId } = await run<{ grantId: string }>(tx, maker, 'createDirectPointGrant', {
    ...point,
    year,
    documentNo: `甬北工〔${year}〕${20 + number}号`,
    shares: pointPayers.map((each, at) => ({ payer: each, amountFen: amounts[at], budgetId: budgets[each] })),
  })
  // The last ones still wait for the second officer.
  if (number % 8 === 7) return
  await run(tx, checker, 'decideDirectPointGrant', { grantId, outcome: 'approved' })
  const isReported = number % 4 !== 3
  if (isReported) await reportPoint(tx, { maker, checker }, { grantId, number })
  const { rows: shares } = await sql<{ id: string }>`
    select id from direct_point_shares where tenant_id = ${tx.tenantId} and grant_id = ${grantId} and after_reports <= ${isReported ? 1 : 0}
    order by part, payer`.execute(tx)
  for (const [at, { id }] of shares.slice(0, shares.length - (number % 3)).entries())
    await run(tx, payer, 'payDirectPointShare', {
      shareId: id,
      voucherNo: `${year}-03-${String(number * 6 + at + 1).padStart(4, '0')}`,
      paidOn: `${year}-03-10`,
    })
}

async function reportPoint(
  tx: Tx,
  { maker, checker }: Pick<Hands, 'maker' | 'checker'>,
  { grantId, number }: { grantId: string; number: number },
): Promise<void> {
  const { reportId } = await run<{ reportId: string }>(tx, maker, 'reportDirectPoint', {
    grantId,
    areas: {
      organisation: '联合支部和工会同步换届，三家上下游企业职工入会 46 人',
      cadres: '党工专员每周坐班两天，带教两名新任工会主席',
      venue: '园区职工之家向周边五家企业开放，每月使用 12 场次',
      contests: '联办电商客服技能比武，18 家企业 63 名选手参加',
      brand: '“下班半小时”服务品牌挂牌，累计服务职工 900 人次',
    },
  })
  const points = 78 + (number % 15)
  const scores = {
    organisation: points,
    cadres: points,
    venue: points + 2,
    contests: points,
    brand: points - 1,
  }
  await run(tx, checker, 'reviewDirectPointReport', {
    reportId,
    outcome: 'accepted',
    scores,
    reason: '实地核验属实',
  })
}

async function payAll(tx: Tx, { maker, checker, payer }: Hands, budgetId: string): Promise<string | null> {
  const made = await run<{ batchId: string }>(tx, maker, 'createPaymentBatch', { budgetId }).catch(nothingNew)
  if (made === null) return null
  const { batchId } = made
  await run(tx, checker, 'approvePaymentBatch', { batchId })
  await run(tx, payer, 'payPaymentBatch', { batchId })
  return batchId
}

// Everybody who may be paid has an account; invented numbers, recorded by neither of those who check.
async function recordAccounts(tx: Tx, { maker }: Hands): Promise<void> {
  const { rows } = await sql<{ personId: string; holder: string }>`
    select distinct p.id as "personId", p.name as holder from assessments a join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tx.tenantId} and a.state = 'final' order by p.id`.execute(tx)
  for (const [at, row] of rows.entries())
    await run(tx, maker, 'recordPayeeAccount', {
      ...row,
      bankName: '宁波银行江北支行',
      number: `621700${String(1_000_000_000 + at * 7919)}`,
    })
}

// A small demo may have nobody to pay in a month.
function nothingNew(error: Error & { code?: string }): null {
  if (error.code === 'stipends.nothing_new' || error.code === 'funds.nothing_to_pay') return null
  throw error
}
