import { operations } from '#contract/funds-payments.ts'
import { downloadRoute, route, uploadRoute, type Route } from '#server/platform/http/route.ts'
import { importPaymentReturns } from './commands/import-returns.ts'
import { createPaymentBatch, recordPayeeAccount } from './commands/make-batch.ts'
import { approvePaymentBatch, payPaymentBatch, sendBackPaymentBatch } from './commands/pass-batch.ts'
import { exportPaymentBatch } from './queries/bank-list.ts'
import { getPaymentBatch, listPaymentBatches } from './queries/batches.ts'
import { listOpenClaims, listPaymentLines } from './queries/lines.ts'
import { downloadPaymentPaper, getPaymentPaper } from './queries/payment-paper.ts'
import { downloadPaymentBatches } from './queries/workbook.ts'

/** Payments: what is due, the list, its three hands, and what the bank gave back. */
export const paymentRoutes: readonly Route[] = [
  route('recordPayeeAccount', operations.recordPayeeAccount, 'funds.write', recordPayeeAccount),
  route('listOpenClaims', operations.listOpenClaims, 'funds.read', listOpenClaims),
  route('createPaymentBatch', operations.createPaymentBatch, 'funds.write', createPaymentBatch),
  route('listPaymentBatches', operations.listPaymentBatches, 'funds.read', listPaymentBatches),
  downloadRoute(
    'downloadPaymentBatches',
    operations.downloadPaymentBatches,
    'funds.read',
    downloadPaymentBatches,
  ),
  route('getPaymentBatch', operations.getPaymentBatch, 'funds.read', getPaymentBatch),
  route('listPaymentLines', operations.listPaymentLines, 'funds.read', listPaymentLines),
  route('approvePaymentBatch', operations.approvePaymentBatch, 'funds.check', approvePaymentBatch),
  route('sendBackPaymentBatch', operations.sendBackPaymentBatch, 'funds.check', sendBackPaymentBatch),
  route('getPaymentPaper', operations.getPaymentPaper, 'funds.read', getPaymentPaper),
  downloadRoute('downloadPaymentPaper', operations.downloadPaymentPaper, 'funds.read', downloadPaymentPaper),
  route('payPaymentBatch', operations.payPaymentBatch, 'funds.pay', payPaymentBatch),
  downloadRoute('exportPaymentBatch', operations.exportPaymentBatch, 'funds.pay', exportPaymentBatch),
  uploadRoute('importPaymentReturns', operations.importPaymentReturns, 'funds.pay', importPaymentReturns),
]
