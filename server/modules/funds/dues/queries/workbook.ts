import type { operations, DuesRow } from '#contract/funds-dues.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { registerSheet, registerTaken, type SheetColumn } from '../../register-sheet.ts'
import { allDues } from './dues.ts'

const columns: readonly SheetColumn<DuesRow>[] = [
  [{ zh: '月份', en: 'Month' }, 10, (row) => row.month],
  [{ zh: '工会', en: 'Union' }, 40, (row) => row.organisationName],
  [{ zh: '交纳人数', en: 'Members' }, 10, (row) => row.members],
  [{ zh: '应收（元）', en: 'Due (yuan)' }, 16, (row) => row.dueFen / 100],
  [{ zh: '实收（元）', en: 'Received (yuan)' }, 16, (row) => row.receivedFen / 100],
  [{ zh: '收到日期', en: 'Day' }, 12, (row) => row.receivedOn],
  [{ zh: '凭证号', en: 'Voucher' }, 20, (row) => row.voucherNo],
  [{ zh: '登记人', en: 'Recorded by' }, 14, (row) => row.recordedBy],
]

/** Dues as a workbook, as the list shows them, a union and month a line: sums only. That it was taken stands in the log. */
export async function downloadDues(
  tx: Tx,
  actor: Actor,
  { language, ...listed }: InputOf<(typeof operations)['downloadDues']>,
): Promise<Download> {
  const rows = await allDues(tx, actor, listed)
  await audit(tx, actor, 'dues.exported', registerTaken(actor, rows))
  return registerSheet(actor, language, {
    title: { zh: '会费台账', en: 'Register of dues' },
    columns,
    rows,
  })
}
