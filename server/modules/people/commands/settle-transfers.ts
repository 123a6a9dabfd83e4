import type { TransferSide } from '#contract/people-transfers.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { findTransfers, insertSteps } from '../transfer-store.ts'
import { keepTransferTasks } from '../transfer-tasks.ts'

/** How transfers end without a membership moving. */
export interface Settled {
  transferIds: readonly string[]
  step: 'refused' | 'withdrawn' | 'expired'
  bySide: TransferSide | 'system'
  reason: string | null
}

/** Ends transfers that the caller has seen to be open under lock, and the tasks that waited for their answers. */
export async function settleTransfers(tx: Tx, author: Author, settled: Settled): Promise<void> {
  const { transferIds, ...step } = settled
  if (transferIds.length === 0) return
  await insertSteps(
    tx,
    author,
    transferIds.map((transferId) => ({ transferId, ...step, dueOn: null })),
  )
  const handshakes = (await findTransfers(tx, transferIds)).map((one) => one.handshakeId)
  await keepTransferTasks(tx, author, { handshakeIds: [...new Set(handshakes)], outcome: 'overtaken' })
}
