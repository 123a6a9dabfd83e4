import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { openBudget, run, setClock, type Hands } from './money-hands.ts'

interface Payer {
  employerId: string
  unionId: string
  workers: number
}

/**
 * Contributions of a dozen unions over the last months, the last of them with one overdue and one paid in part; an allocation of this year that is paid
 * and half spent, and one that waits; some benefits, one of them above its ceiling and waiting.
 */
export async function loadUnionFunds(tx: Tx, hands: Hands, day: string): Promise<void> {
  const payers = await largestPayers(tx, 12)
  if (payers.length === 0) return
  for (const [back, month] of monthsBefore(day, 4).entries())
    for (const [at, payer] of payers.entries())
      await contribute(tx, hands, { payer, month, how: howPaid(back, at), number: at })
  for (const month of monthsBefore(day, 3))
    await collectDues(tx, hands, { payers: payers.slice(0, 4), month })
  await allocateFunds(tx, hands, day)
  await giveBenefits(tx, hands, { unionId: payers[0]!.unionId, day })
}

type HowPaid = 'whole' | 'late' | 'part'

// Of the last month one union has not paid yet and one has paid in part.
function howPaid(back: number, at: number): HowPaid {
  if (back > 0 || at > 2) return 'whole'
  return at === 1 ? 'late' : at === 2 ? 'part' : 'whole'
}

async function contribute(
  tx: Tx,
  { maker, payer: cashier }: Hands,
  given: { payer: Payer; month: string; how: HowPaid; number: number },
): Promise<void> {
  const { payer, month, how, number } = given
  const isThroughTax = number % 4 === 3
  await setClock(tx, `${monthAfter(month)}-03T02:00:00Z`)
  const { contributionId, dueFen } = await run<{ contributionId: string; dueFen: number }>(
    tx,
    maker,
    'recordContribution',
    {
      organisationId: payer.unionId,
      employerId: payer.employerId,
      month,
      kind: 'regular',
      way: isThroughTax ? 'through_tax' : 'through_basic',
      wageBaseFen: payer.workers * (680_000 + (number % 5) * 41_300),
    },
  )
  if (how === 'late') return
  const receivedFen = how === 'part' ? Math.floor(dueFen / 2) : dueFen
  await setClock(tx, `${monthAfter(month)}-14T02:00:00Z`)
  const move = (kind: string, amountFen: number, voucher: string) =>
    run(tx, cashier, 'recordContributionMovement', {
      contributionId,
      kind,
      amountFen,
      movedOn: `${monthAfter(month)}-14`,
      voucherNo: `${voucher}${monthAfter(month).replace('-', '')}-${String(number + 1).padStart(3, '0')}`,
    })
  await move('receipt', receivedFen, '收')
  if (how === 'part') return
  const basic = dueFen - Math.floor((dueFen * 35) / 100) - Math.floor((dueFen * 5) / 100)
  await (isThroughTax ? move('refund', basic, '返') : move('remittance', dueFen - basic, '解'))
}

// A union may cover several employers: its dues are recorded once a month.
async function collectDues(
  tx: Tx,
  { maker }: Hands,
  { payers, month }: { payers: readonly Payer[]; month: string },
): Promise<void> {
  const unions = new Map(payers.map((payer) => [payer.unionId, payer]))
  const receivedOn = `${monthAfter(month)}-08`
  await setClock(tx, `${receivedOn}T02:00:00Z`)
  for (const [at, { unionId, workers }] of [...unions.values()].entries()) {
    const wagesFen = Array.from(
      { length: Math.ceil(workers / 2) },
      (_, who) => 560_000 + ((who * 37_700) % 410_000),
    )
    const dueFen = wagesFen.reduce((so, wage) => so + ((wage - (wage % 1_000)) * 50) / 10_000, 0)
    await run(tx, maker, 'recordDues', {
      unionId,
      month,
      wagesFen,
      receivedFen: dueFen,
      receivedOn,
      voucherNo: `会${receivedOn.slice(0, 7).replace('-', '')}-${String(at + 1).padStart(3, '0')}`,
    })
  }
}

interface Plan {
  unions: { unionId: string; class: string; workers: number }[]
}

async function allocateFunds(tx: Tx, hands: Hands, day: string): Promise<void> {
  const { top: organisationId, maker, checker, payer } = hands
  const year = Number(day.slice(0, 4))
  await setClock(tx, `${year}-03-20T02:00:00Z`)
  const budgetId = await openBudget(tx, hands, {
    name: `${year}年基层工会差异化拨付`,
    purpose: 'union_funds',
    payer: 'district_federation',
    year,
    amountFen: 60_000_000,
  })
  for (const [at, totalFen] of [36_000_000, 20_000_000].entries()) {
    const plan = await run<Plan>(tx, maker, 'planAllocation', { organisationId, totalFen })
    const unions = plan.unions
      .slice(0, 40)
      .map(({ unionId, class: of, workers }) => ({ unionId, class: of, workers }))
    if (unions.length === 0) return
    const { allocationId } = await run<{ allocationId: string }>(tx, maker, 'createAllocation', {
      organisationId,
      budgetId,
      year,
      totalFen,
      documentNo: `甬北工〔${year}〕${31 + at}号`,
      unions,
    })
    if (at > 0) return
    await run(tx, checker, 'decideAllocation', { allocationId, outcome: 'approved' })
    await setClock(tx, `${year}-04-02T02:00:00Z`)
    await run(tx, payer, 'payAllocation', {
      allocationId,
      voucherNo: `拨${year}04-001`,
      paidOn: `${year}-04-02`,
    })
    await setClock(tx, `${year}-05-20T02:00:00Z`)
    await spendShares(tx, hands, { allocationId, year })
  }
}

const purposes = ['职工疗休养', '夏送清凉物资', '职工技能比武', '职工之家图书', '女职工体检']

async function spendShares(
  tx: Tx,
  { maker }: Hands,
  { allocationId, year }: { allocationId: string; year: number },
): Promise<void> {
  const { rows } = await sql<{ id: string; amountFen: number }>`
    select id, amount_fen as "amountFen" from allocation_shares where tenant_id = ${tx.tenantId} and allocation_id = ${allocationId}
    order by amount_fen desc, id`.execute(tx)
  for (const [at, { id, amountFen }] of rows.entries()) {
    if (at % 3 === 2) continue
    const spentFen = Math.floor((amountFen * (40 + (at % 5) * 12)) / 100)
    await run(tx, maker, 'recordAllocationSpending', {
      shareId: id,
      purpose: purposes[at % purposes.length],
      amountFen: spentFen,
      onWorkersFen: Math.floor((spentFen * (60 + (at % 4) * 12)) / 100),
      spentOn: `${year}-05-${String(8 + (at % 10)).padStart(2, '0')}`,
      voucherNo: `支${year}05-${String(at + 1).padStart(3, '0')}`,
    })
  }
}

async function giveBenefits(
  tx: Tx,
  hands: Hands,
  { unionId, day }: { unionId: string; day: string },
): Promise<void> {
  const { maker } = hands
  const { rows: members } = await sql<{ id: string }>`
    select m.person_id as id from memberships m where m.tenant_id = ${tx.tenantId} and m.union_id = ${unionId} and m.superseded_at is null
      and m.starts_on < ${day}::date - 400 and m.ends_before is null order by m.person_id limit 12`.execute(
    tx,
  )
  const givenOn = `${day.slice(0, 4)}-02-10`
  await setClock(tx, `${givenOn}T04:00:00Z`)
  for (const [at, { id }] of members.entries()) {
    const above = at === 0 ? { amountFen: 180_000, overrideReason: '家庭困难，分会集体研究后报批' } : {}
    const birthday = { category: 'birthday', amountFen: 30_000 }
    const gift = { category: 'holiday_gift', occasion: 'spring_festival', amountFen: 60_000 }
    await run(tx, maker, 'recordBenefit', {
      personId: id,
      givenOn,
      ...(at % 4 === 3 ? birthday : gift),
      ...above,
    })
  }
  await givePrizes(tx, hands, { members: members.map(({ id }) => id), year: Number(day.slice(0, 4)) })
}

/** A contest whose three best get a prize, which waits for the payment list. */
async function givePrizes(
  tx: Tx,
  hands: Hands,
  { members, year }: { members: readonly string[]; year: number },
): Promise<void> {
  if (members.length < 3) return
  const budgetId = await openBudget(tx, hands, {
    name: `${year}年文体活动奖励`,
    purpose: 'award',
    payer: 'district_federation',
    year,
    amountFen: 2_000_000,
  })
  await run(tx, hands.maker, 'givePrizes', {
    budgetId,
    contest: '迎春职工乒乓球赛',
    heldOn: `${year}-02-06`,
    contestants: 48,
    taxCategory: 'incidental',
    winners: members.slice(0, 3).map((personId, at) => ({ personId, amountFen: 80_000 - at * 20_000 })),
  })
}

async function largestPayers(tx: Tx, limit: number): Promise<Payer[]> {
  const { rows } = await sql<Payer>`
    select c.employer_id as "employerId", c.union_id as "unionId", h.workers
    from coverages c
    join organisations u on u.tenant_id = c.tenant_id and u.id = c.union_id and u.kind in ('basic_union', 'union_association')
    join lateral (select h.workers from headcounts h where h.tenant_id = c.tenant_id and h.organisation_id = c.employer_id and h.superseded_at is null
      order by h.as_of desc limit 1) h on h.workers > 0
    where c.tenant_id = ${tx.tenantId} and c.superseded_at is null and c.ends_before is null and c.starts_on < app_today() - 200
      -- An employer may be covered by several unions; it contributes to one.
      and not exists (select from coverages x where x.tenant_id = c.tenant_id and x.employer_id = c.employer_id and x.id < c.id and x.superseded_at is null)
    -- The union whose chair looks at the demo comes first.
    order by exists (select from appointments a join accounts k on k.tenant_id = a.tenant_id and k.person_id = a.person_id
      where a.tenant_id = c.tenant_id and a.organisation_id = c.union_id and a.post = 'union_chair') desc, h.workers desc, c.id limit ${limit}`.execute(
    tx,
  )
  return rows
}

// The last of them is the last whose due day is over: the one before the last month.
function monthsBefore(day: string, count: number): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 3 - back, 1)).toISOString().slice(0, 7),
  )
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}
