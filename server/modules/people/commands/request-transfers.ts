import type { TransferSide } from '#contract/people-transfers.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Author } from '#server/platform/audit.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays, today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { insertSteps, insertTransfers } from '../transfer-store.ts'
import { keepTransferTasks } from '../transfer-tasks.ts'

/** Who is to be transferred where, and who asks. */
export interface Request {
  persons: readonly { personId: string; fromUnionId: string }[]
  toUnionId: string
  askedBy: TransferSide
  reason: string | null
  importId: string | null
}

/**
 * Asks for transfers of persons the caller has locked, members today and not in transit: one handshake for each union of today. Where that
 * union asks itself, it lets go with it (C2). Nobody's membership changes. Returns the ids in the order of the persons.
 */
export async function requestTransfers(tx: Tx, author: Author, request: Request): Promise<string[]> {
  if (request.persons.length === 0) return []
  const { persons, askedBy, ...shared } = request
  const handshakes = new Map([...new Set(persons.map((one) => one.fromUnionId))].map((id) => [id, newId()]))
  const ids = await insertTransfers(
    tx,
    author,
    persons.map((one) => ({ ...one, ...shared, askedBy, handshakeId: handshakes.get(one.fromUnionId)! })),
  )
  const dueOn = await answerDueOn(tx)
  const released = askedBy === 'union_of_today'
  const step = { bySide: askedBy, reason: null }
  await insertSteps(
    tx,
    author,
    ids.flatMap((transferId) => [
      { ...step, transferId, step: 'requested' as const, dueOn: released ? null : dueOn },
      ...(released ? [{ ...step, transferId, step: 'released' as const, dueOn }] : []),
    ]),
  )
  await keepTransferTasks(tx, author, { handshakeIds: [...handshakes.values()], outcome: 'done' })
  for (const [fromUnionId, handshakeId] of handshakes)
    await audit(tx, author, 'people.transfer_requested', {
      kind: 'transfer_handshake',
      id: handshakeId,
      organisationId: fromUnionId,
      params: {
        members: persons.filter((one) => one.fromUnionId === fromUnionId).length,
        toUnionId: request.toUnionId,
      },
    })
  return ids
}

/** Until when an answer asked for today is waited for: dated rule data. */
export async function answerDueOn(tx: Tx): Promise<string> {
  const day = await today(tx)
  return addDays(day, (await ruleFor<number>(tx, 'people.transfer_answer_days', day)).value)
}
