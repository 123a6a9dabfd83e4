import type { OwnTransfer } from '#contract/people-transfers.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound, refuse } from '#server/platform/errors.ts'
import { lockPersons } from '../memberships.ts'
import { personRecords } from '../person-scope.ts'
import { listOwnTransfers } from '../queries/own-transfers.ts'
import { mustTakeMembers } from '../queries/register-facts.ts'
import { isOpen } from '../rules/transfer.ts'
import { findTransfers, insertSteps, personsInTransit, statesOf, unionsToday } from '../transfer-store.ts'
import { keepTransferTasks } from '../transfer-tasks.ts'
import { requestTransfers } from './request-transfers.ts'

/** A worker asks for a transfer of their own membership: first the union of today is asked to let them go (C2). */
export async function requestOwnTransfer(
  tx: Tx,
  actor: Actor,
  input: { toUnionId: string; reason?: string | undefined },
): Promise<OwnTransfer> {
  const records = found(await personRecords(tx, actor.personId))
  await mustTakeMembers(tx, input.toUnionId, actor.today)
  await lockPersons(tx, records.recordIds)
  const fromUnionId = (await unionsToday(tx, [records.personId])).get(records.personId)
  if (fromUnionId === undefined) refuse('people.own_no_membership')
  if (fromUnionId === input.toUnionId) refuse('people.own_same_union')
  if ((await personsInTransit(tx, [records.personId])).size > 0) conflict('people.own_transfer_open')
  const [id] = await requestTransfers(tx, actor, {
    persons: [{ personId: records.personId, fromUnionId }],
    toUnionId: input.toUnionId,
    askedBy: 'person',
    reason: input.reason?.trim() ?? null,
    importId: null,
  })
  return ownTransfer(tx, actor, id!)
}

/** A worker takes back what they asked for themselves. */
export async function withdrawOwnTransfer(
  tx: Tx,
  actor: Actor,
  input: { transferId: string },
): Promise<OwnTransfer> {
  const records = found(await personRecords(tx, actor.personId))
  await lockPersons(tx, records.recordIds)
  const transfer = found((await findTransfers(tx, [input.transferId]))[0])
  if (!records.recordIds.includes(transfer.personId) || transfer.askedBy !== 'person') notFound()
  const state = (await statesOf(tx, [transfer.id])).get(transfer.id)!
  if (!isOpen(state)) conflict('people.transfer_ended')
  await insertSteps(tx, actor, [
    { transferId: transfer.id, step: 'withdrawn', bySide: 'person', reason: null, dueOn: null },
  ])
  await keepTransferTasks(tx, actor, { handshakeIds: [transfer.handshakeId], outcome: 'overtaken' })
  await audit(tx, actor, 'people.transfer_withdrawn', {
    kind: 'transfer',
    id: transfer.id,
    organisationId: transfer.fromUnionId,
    params: { personId: transfer.personId, fromUnionId: transfer.fromUnionId, toUnionId: transfer.toUnionId },
  })
  return ownTransfer(tx, actor, transfer.id)
}

async function ownTransfer(tx: Tx, actor: Actor, id: string): Promise<OwnTransfer> {
  const { items } = await listOwnTransfers(tx, actor)
  return found(items.find((one) => one.id === id))
}
