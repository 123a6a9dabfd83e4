import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { yuanOf } from '../../yuan.ts'
import { purposeOf } from '../payment-paper.ts'
import { mustBeFit } from '../policy.ts'
import { bankLines, checksumOf } from './bank-lines.ts'
import { findBatch } from './find-batch.ts'
import { reasonsByLine } from './reasons.ts'

/** The list as the bank gets it, once it is checked: the same lines make the same file. Who took it away is on record. */
export async function exportPaymentBatch(
  tx: Tx,
  actor: Actor,
  { batchId, format }: { batchId: string; format: 'xlsx' | 'csv' },
): Promise<Download> {
  const batch = await findBatch(tx, { actor, permission: 'funds.pay' }, batchId)
  await mustBeFit(tx, actor, { step: 'export', batch })
  const lines = await bankLines(tx, batchId)
  const checksum = checksumOf(lines)
  if (!checksum.equals(batch.checksum)) refuse('funds.list_changed')
  const reasons = await reasonsByLine(tx, batchId)
  const rows = [
    ['序号', '户名', '账号', '开户行', '金额（元）', '用途'],
    ...lines.map((line) => [
      line.number,
      line.holder,
      line.account,
      line.bankName,
      yuanOf(line.amountFen),
      purposeOf(reasons.get(line.lineId) ?? []),
    ]),
    ['合计', `${lines.length} 笔`, '', '', yuanOf(batch.totalFen), `校验码 ${checksum.toString('hex')}`],
  ]
  await audit(tx, actor, 'funds.list_taken', {
    kind: 'payment_batch',
    id: batchId,
    organisationId: batch.organisationId,
    params: { lines: lines.length },
  })
  const { writeCsv, writeSheetXlsx } = await import('#server/platform/workbook/index.ts')
  const name = `发放清单-${batch.number}`
  if (format === 'csv')
    return { fileName: `${name}.csv`, contentType: 'text/csv; charset=utf-8', body: writeCsv(rows) }
  const columnWidths = [8, 16, 28, 28, 14, 76]
  return {
    fileName: `${name}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeSheetXlsx(
      { name: '发放清单', columnWidths, headerRows: 1, noteColumn: null, merges: [] },
      rows,
    ),
  }
}
