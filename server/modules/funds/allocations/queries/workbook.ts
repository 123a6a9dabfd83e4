import type { AllocationShareRow, operations } from '#contract/funds-allocations.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Sentence } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, type SheetColumn } from '../../register-sheet.ts'
import { getAllocation } from './allocations.ts'

/** What classes of unions are called. */
export const classes: Record<string, Sentence> = {
  two_new_small: { zh: '小型两新工会', en: 'small two-new union' },
  two_new: { zh: '两新工会', en: 'two-new union' },
  standard: { zh: '一般工会', en: 'other union' },
}

const columns: readonly SheetColumn<AllocationShareRow>[] = [
  [{ zh: '工会', en: 'Union' }, 40, (row) => row.unionName],
  [{ zh: '类别', en: 'Class' }, 18, (row) => classes[row.class] ?? row.class],
  [{ zh: '职工', en: 'Workers' }, 10, (row) => row.workers],
  [{ zh: '权重', en: 'Weight' }, 12, (row) => row.weight / 100],
  [{ zh: '拨付（元）', en: 'Share (yuan)' }, 16, (row) => row.amountFen / 100],
  [{ zh: '已支出（元）', en: 'Spent (yuan)' }, 16, (row) => row.spentFen / 100],
  [{ zh: '直接用于职工（元）', en: 'On workers (yuan)' }, 20, (row) => row.onWorkersFen / 100],
]

/** Who gets what of an allocation, by class and workers, and how it was spent, as a workbook. That it was taken stands in the log. */
export async function downloadAllocation(
  tx: Tx,
  actor: Actor,
  { allocationId, language }: InputOf<(typeof operations)['downloadAllocation']>,
): Promise<Download> {
  const { shares, organisationId, documentNo } = await getAllocation(tx, actor, { allocationId })
  await audit(tx, actor, 'allocations.exported', {
    kind: 'allocation',
    id: allocationId,
    organisationId,
    params: { rows: shares.length },
  })
  return registerSheet(actor, language, {
    title: { zh: `差异化拨付 ${documentNo}`, en: `Allocation ${documentNo}` },
    columns,
    rows: shares,
  })
}
