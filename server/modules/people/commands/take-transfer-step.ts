import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons, membershipsOf, writeMemberships, type MembershipRow } from '../memberships.ts'
import { mustTakeMembers } from '../queries/register-facts.ts'
import { holdsOn, replaceWithin } from '../rules/timeline.ts'
import { isOpen, mayFollow, sideOf, type TakenStep } from '../rules/transfer.ts'
import { familyRecords, insertSteps, statesOf, type TransferHead } from '../transfer-store.ts'
import { keepTransferTasks, tellAskers } from '../transfer-tasks.ts'
import { answerDueOn } from './request-transfers.ts'

const actions = {
  released: { action: 'people.transfer_released' },
  accepted: { action: 'people.transfer_accepted' },
  refused: { action: 'people.transfer_refused' },
  withdrawn: { action: 'people.transfer_withdrawn' },
}

/** A step for some transfers; the caller has seen that the actor may take it. */
export interface StepToTake {
  transfers: readonly TransferHead[]
  step: TakenStep
  reason: string | null
}

/** Takes a step for all of the transfers, or for none: the persons are locked, the states read again, then everything that follows is done. */
export async function takeStep(tx: Tx, actor: Actor, { transfers, step, reason }: StepToTake): Promise<void> {
  const records = await familyRecords(
    tx,
    transfers.map((one) => one.personId),
  )
  await lockPersons(tx, [...records.values()].flat())
  const states = await statesOf(
    tx,
    transfers.map((one) => one.id),
  )
  const bySide = transfers.map((one) => {
    const state = states.get(one.id)!
    if (!isOpen(state)) conflict('people.transfer_ended')
    if (!mayFollow(step, { state })) refuse('people.transfer_not_now')
    return sideOf(step, { state, askedBy: one.askedBy })!
  })
  const dueOn = step === 'released' ? await answerDueOn(tx) : null
  await insertSteps(
    tx,
    actor,
    transfers.map((one, at) => ({ transferId: one.id, step, bySide: bySide[at]!, reason, dueOn })),
  )
  if (step === 'accepted') await moveHere(tx, actor, { transfers, records })
  const handshakeIds = [...new Set(transfers.map((one) => one.handshakeId))]
  await keepTransferTasks(tx, actor, { handshakeIds, outcome: 'done' })
  // Whoever refuses what they asked for themselves need not be told.
  const others = transfers.filter((one, at) => bySide[at] !== one.askedBy)
  if (step === 'refused')
    await tellAskers(tx, actor, {
      kind: 'people.transfer_refused',
      transferIds: others.map((one) => one.id),
    })
  for (const [at, one] of transfers.entries())
    await audit(tx, actor, actions[step].action, {
      kind: 'transfer',
      id: one.id,
      organisationId: bySide[at] === 'union_to_come' ? one.toUnionId : one.fromUnionId,
      params: { personId: one.personId, fromUnionId: one.fromUnionId, toUnionId: one.toUnionId },
    })
}

interface Moving {
  transfers: readonly TransferHead[]
  /** All records of a person, by the record a transfer names. */
  records: ReadonlyMap<string, string[]>
}

/** From today on the memberships are held in the union to come. What was before stays as it was. */
async function moveHere(tx: Tx, actor: Actor, { transfers, records }: Moving): Promise<void> {
  for (const unionId of new Set(transfers.map((one) => one.toUnionId)))
    await mustTakeMembers(tx, unionId, actor.today)
  const rows = Map.groupBy(await membershipsOf(tx, [...records.values()].flat()), (row) => row.personId)
  const changes = transfers.flatMap((one) => {
    const own = records.get(one.personId)!.flatMap((id) => rows.get(id) ?? [])
    if (!own.some((row) => holdsOn(row, actor.today) && row.value.unionId === one.fromUnionId))
      refuse('people.no_membership')
    return movedTo(own, { unionId: one.toUnionId, on: actor.today })
  })
  const written = await writeMemberships(tx, actor, changes)
  await refreshMemberIndex(tx, { personIds: written.map(({ personId }) => personId) })
}

function movedTo(rows: readonly MembershipRow[], to: { unionId: string; on: string }) {
  return [...Map.groupBy(rows, (row) => row.personId)].map(([personId, own]) => ({
    personId,
    change: replaceWithin(own, {
      startsOn: to.on,
      endsBefore: null,
      endReason: 'transferred',
      become: (value) => ({ ...value, unionId: to.unionId }),
    }),
  }))
}
