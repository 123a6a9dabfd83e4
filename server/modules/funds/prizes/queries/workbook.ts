import type { operations, PrizeListRow } from '#contract/funds-prizes.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, registerTaken, type SheetColumn } from '../../register-sheet.ts'
import { allPrizeLists } from './prizes.ts'

const columns: readonly SheetColumn<PrizeListRow>[] = [
  [{ zh: '活动日期', en: 'Day' }, 12, (row) => row.heldOn],
  [{ zh: '活动', en: 'Contest' }, 30, (row) => row.contest],
  [{ zh: '单位', en: 'Organisation' }, 40, (row) => row.organisationName],
  [{ zh: '预算', en: 'Budget' }, 30, (row) => row.budgetName],
  [{ zh: '参赛人数', en: 'Contestants' }, 10, (row) => row.contestants],
  [{ zh: '获奖人数', en: 'Winners' }, 10, (row) => row.winners],
  [{ zh: '奖金合计（元）', en: 'In all (yuan)' }, 16, (row) => row.totalFen / 100],
  [{ zh: '已付（元）', en: 'Paid (yuan)' }, 16, (row) => row.paidFen / 100],
  [{ zh: '登记人', en: 'Recorded by' }, 14, (row) => row.madeBy],
]

/** Prizes as a workbook, as the list shows them, a contest a line; who won stands on the payment lists. That it was taken stands in the log. */
export async function downloadPrizeLists(
  tx: Tx,
  actor: Actor,
  { language, ...listed }: InputOf<(typeof operations)['downloadPrizeLists']>,
): Promise<Download> {
  const rows = await allPrizeLists(tx, actor, listed)
  await audit(tx, actor, 'prizes.exported', registerTaken(actor, rows))
  return registerSheet(actor, language, {
    title: { zh: '文体活动奖励台账', en: 'Register of prizes' },
    columns,
    rows,
  })
}
