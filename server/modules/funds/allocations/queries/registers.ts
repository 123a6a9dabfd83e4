import type { AllocationRow, operations, UnionShareRow } from '#contract/funds-allocations.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Sentence } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, registerTaken, type SheetColumn } from '../../register-sheet.ts'
import { allAllocations } from './allocations.ts'
import { allUnionShares } from './union-shares.ts'
import { classes } from './workbook.ts'

const states: Record<AllocationRow['state'], Sentence> = {
  waiting: { zh: '待审定', en: 'waits for approval' },
  approved: { zh: '待付款', en: 'waits for payment' },
  refused: { zh: '已退回', en: 'refused' },
  paid: { zh: '已付款', en: 'paid' },
}

const spent: readonly SheetColumn<{
  spentFen: number
  onWorkersFen: number
  directBasisPoints: number | null
}>[] = [
  [{ zh: '已支出（元）', en: 'Spent (yuan)' }, 16, (row) => row.spentFen / 100],
  [{ zh: '直接用于职工（元）', en: 'On workers (yuan)' }, 20, (row) => row.onWorkersFen / 100],
  [
    { zh: '直接用于职工占比（%）', en: 'Share on workers (%)' },
    20,
    (row) => (row.directBasisPoints === null ? '' : row.directBasisPoints / 100),
  ],
]

const columns: readonly SheetColumn<AllocationRow>[] = [
  [{ zh: '年度', en: 'Year' }, 8, (row) => row.year],
  [{ zh: '文号', en: 'Document' }, 24, (row) => row.documentNo],
  [{ zh: '拨付单位', en: 'Allocated by' }, 40, (row) => row.organisationName],
  [{ zh: '工会数', en: 'Unions' }, 10, (row) => row.unions],
  [{ zh: '拨付总额（元）', en: 'Total (yuan)' }, 16, (row) => row.totalFen / 100],
  ...spent,
  [{ zh: '状态', en: 'State' }, 16, (row) => states[row.state]],
]

const shareColumns: readonly SheetColumn<UnionShareRow>[] = [
  [{ zh: '年度', en: 'Year' }, 8, (row) => row.year],
  [{ zh: '工会', en: 'Union' }, 40, (row) => row.unionName],
  [{ zh: '文号', en: 'Document' }, 24, (row) => row.documentNo],
  [{ zh: '类别', en: 'Class' }, 18, (row) => classes[row.class] ?? row.class],
  [{ zh: '职工', en: 'Workers' }, 10, (row) => row.workers],
  [{ zh: '拨付（元）', en: 'Share (yuan)' }, 16, (row) => row.amountFen / 100],
  ...spent,
  [{ zh: '余额（元）', en: 'Left (yuan)' }, 16, (row) => (row.amountFen - row.spentFen) / 100],
  [{ zh: '状态', en: 'State' }, 16, (row) => states[row.state]],
]

/** Allocations as a workbook, as the list shows them. That it was taken stands in the log. */
export async function downloadAllocations(
  tx: Tx,
  actor: Actor,
  { language, ...listed }: InputOf<(typeof operations)['downloadAllocations']>,
): Promise<Download> {
  const rows = await allAllocations(tx, actor, listed)
  await audit(tx, actor, 'allocations.list_exported', registerTaken(actor, rows))
  return registerSheet(actor, language, {
    title: { zh: '差异化拨付台账', en: 'Register of allocations' },
    columns,
    rows,
  })
}

/** What unions within scope got and spent as a workbook, as the list shows it. That it was taken stands in the log. */
export async function downloadUnionShares(
  tx: Tx,
  actor: Actor,
  { language, ...listed }: InputOf<(typeof operations)['downloadUnionShares']>,
): Promise<Download> {
  const rows = await allUnionShares(tx, actor, listed)
  await audit(tx, actor, 'allocations.shares_exported', registerTaken(actor, rows))
  return registerSheet(actor, language, {
    title: { zh: '工会拨付与使用台账', en: 'What unions got and spent' },
    columns: shareColumns,
    rows,
  })
}
