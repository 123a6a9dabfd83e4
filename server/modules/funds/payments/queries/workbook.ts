import type { operations, PaymentBatchRow } from '#contract/funds-payments.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Sentence } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, registerTaken, type SheetColumn } from '../../register-sheet.ts'
import { allPaymentBatches } from './batches.ts'

const states: Record<PaymentBatchRow['state'], Sentence> = {
  made: { zh: '待复核', en: 'waits for the check' },
  checked: { zh: '待付款', en: 'waits for payment' },
  paid: { zh: '已付款', en: 'paid' },
  sent_back: { zh: '已退回', en: 'sent back' },
}

const columns: readonly SheetColumn<PaymentBatchRow>[] = [
  [{ zh: '预算', en: 'Budget' }, 30, (row) => row.budgetName],
  [{ zh: '批次', en: 'List' }, 8, (row) => row.number],
  [{ zh: '单位', en: 'Organisation' }, 40, (row) => row.organisationName],
  [{ zh: '编制日期', en: 'Made on' }, 12, (row) => madeOn.format(new Date(row.madeAt))],
  [{ zh: '笔数', en: 'Lines' }, 8, (row) => row.lines],
  [{ zh: '实发（元）', en: 'Net (yuan)' }, 16, (row) => row.totalFen / 100],
  [{ zh: '代扣税（元）', en: 'Tax (yuan)' }, 14, (row) => row.taxFen / 100],
  [{ zh: '退回笔数', en: 'Lines returned' }, 12, (row) => row.returnedLines],
  [{ zh: '状态', en: 'State' }, 16, (row) => states[row.state]],
]
// Written as 2026-01-31: the day in China.
const madeOn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Payment lists as a workbook, as they are shown, a list a line; who is paid stands in each list. That it was taken stands in the log. */
export async function downloadPaymentBatches(
  tx: Tx,
  actor: Actor,
  { language, ...listed }: InputOf<(typeof operations)['downloadPaymentBatches']>,
): Promise<Download> {
  const rows = await allPaymentBatches(tx, actor, listed)
  await audit(tx, actor, 'funds.lists_exported', registerTaken(actor, rows))
  return registerSheet(actor, language, {
    title: { zh: '发放清单台账', en: 'Register of payment lists' },
    columns,
    rows,
  })
}
