import type { PaymentPaper } from '#contract/funds-payments.ts'
import type { Paper } from '#contract/paper.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import { listPaper, purposeOf, sheetPaper, type ListedPayments } from '../payment-paper.ts'
import { getPaymentBatch } from './batches.ts'
import { listPaymentLines } from './lines.ts'
import { reasonsByLine } from './reasons.ts'

interface Asked {
  batchId: string
  paper: PaymentPaper
}

/** A paper of a payment list within scope, as it is printed. Accounts by bank and last four digits. */
export async function getPaymentPaper(tx: Tx, actor: Actor, asked: Asked): Promise<Paper> {
  return paperOf(await listed(tx, actor, asked.batchId), asked.paper)
}

/** The same as .docx; who took it away is on record. */
export async function downloadPaymentPaper(tx: Tx, actor: Actor, asked: Asked): Promise<Download> {
  const payments = await listed(tx, actor, asked.batchId)
  const { batch, lines } = payments
  const paper = paperOf(payments, asked.paper)
  await audit(tx, actor, 'funds.paper_taken', {
    kind: 'payment_batch',
    id: batch.id,
    organisationId: batch.organisationId,
    params: { lines: lines.length },
  })
  // Heavy, and wanted by few: loaded when somebody takes a document.
  const { makeWord } = await import('#server/platform/paper-word.ts')
  return {
    fileName: `${paper.title}-${batch.number}.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(paper, batch.organisationName),
  }
}

async function listed(tx: Tx, actor: Actor, batchId: string): Promise<ListedPayments> {
  const batch = await getPaymentBatch(tx, actor, { batchId })
  const { items } = await listPaymentLines(tx, actor, { batchId, limit: batch.lines })
  const reasons = [...(await reasonsByLine(tx, batchId)).values()]
  return { batch, purpose: purposeOf(reasons.flat()), lines: items }
}

function paperOf(payments: ListedPayments, paper: PaymentPaper): Paper {
  return paper === 'sheet' ? sheetPaper(payments) : listPaper(payments)
}
