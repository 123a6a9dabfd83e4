import { createHash } from 'node:crypto'
import type { ReturnCause } from '#contract/funds-payments.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import type { Upload } from '#server/platform/http/route.ts'
import { newId } from '#server/platform/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { recordEntry } from '../../ledger/store.ts'
import { yuanOf } from '../../yuan.ts'
import { bankLines, type BankLine } from '../queries/bank-lines.ts'
import { returnedLineIds } from '../queries/lines.ts'
import { returnedRows, type ReturnedRow } from '../returns-file.ts'
import { insertReturns } from '../store.ts'
import { lockedBatch } from './pass-batch.ts'

const mostBytes = 8 * 1024 * 1024

/**
 * Reads the bank's list of what it could not pay. Number, account and sum of each row must be those of a line of the paid list, else the whole file
 * is refused (422, with the row). What came back is promised as before: the next list pays the same claims again.
 */
export async function importPaymentReturns(
  _platform: Platform,
  actor: Actor,
  upload: Upload,
): Promise<{ returned: number; returnedFen: number }> {
  const file = await bytesOf(upload)
  const rows = await returnedRows(file)
  if (rows.length === 0) refuse('funds.no_returns')
  const sha256 = createHash('sha256').update(file).digest()
  return upload.inTransaction((tx) =>
    keepReturns(tx, actor, { batchId: upload.fields['batchId']!, sha256, rows }),
  )
}

async function keepReturns(
  tx: Tx,
  actor: Actor,
  { batchId, sha256, rows }: { batchId: string; sha256: Buffer; rows: readonly ReturnedRow[] },
): Promise<{ returned: number; returnedFen: number }> {
  const batch = await lockedBatch(tx, { actor, permission: 'funds.pay' }, batchId)
  if (batch.state !== 'paid') conflict('funds.batch_moved_on')
  const fileId = newId()
  const lines = matched(rows, {
    lines: await bankLines(tx, batchId),
    gone: await returnedLineIds(tx, batchId),
  })
  const importedBy = actor.appointment?.id ?? null
  await insertReturns(tx, { id: fileId, batchId, sha256, importedBy, lines })
  const returnedFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  await recordEntry(tx, {
    kind: 'return',
    subjectId: fileId,
    recordedBy: importedBy,
    postings: [
      { of: batch.budgetId, kind: 'committed', amountFen: returnedFen },
      { of: batch.budgetId, kind: 'paid', amountFen: -returnedFen },
    ],
  })
  await audit(tx, actor, 'funds.returns_read', {
    kind: 'payment_batch',
    id: batchId,
    organisationId: batch.organisationId,
    params: { lines: lines.length, total: yuanOf(returnedFen) },
  })
  return { returned: lines.length, returnedFen }
}

function matched(
  rows: readonly ReturnedRow[],
  { lines, gone }: { lines: readonly BankLine[]; gone: ReadonlySet<string> },
): { lineId: string; cause: ReturnCause; amountFen: number }[] {
  const byNumber = new Map(lines.map((line) => [line.number, line]))
  const seen = new Set(gone)
  return rows.map(({ row, number, account, amountFen, cause }) => {
    const line = byNumber.get(number)
    if (line === undefined || line.account !== account || line.amountFen !== amountFen)
      refuse('funds.return_mismatch', { row })
    if (seen.has(line.lineId)) refuse('funds.line_returned', { row })
    seen.add(line.lineId)
    return { lineId: line.lineId, cause, amountFen }
  })
}

async function bytesOf(upload: Upload): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of upload.stream as AsyncIterable<Buffer>) {
    size += piece.length
    if (size <= mostBytes) pieces.push(piece)
  }
  if (size > mostBytes) refuse('funds.returns_unreadable')
  return Buffer.concat(pieces)
}
