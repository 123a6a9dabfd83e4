import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import { moveMemberships } from '#server/modules/people/index.ts'
import { endAppointmentsAt } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { endOrganisation, handOver, type HandedOver } from '../hand-over.ts'
import { isUnion, mayMerge } from '../kinds.ts'
import { livesOf, mustBeDays, mustBeEndable, mustLiveOn } from '../life.ts'
import { membershipsFrom } from '../membership-counts.ts'
import { mustReachOrganisations } from '../policy.ts'
import { insertSuccession } from '../store.ts'
import { beginTreeChange, carryTreeChange, type TreeWork } from '../tree-change.ts'

type Input = InputOf<(typeof operations)['mergeOrganisations']>

/**
 * Merges organisations into one on a day: their children, coverages and memberships go on to it, and they exist no longer. Facts of before
 * keep the organisation of their time. The successor must exist from that day on and may not stand below one of those that end.
 */
export async function mergeOrganisations(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['mergeOrganisations']>> {
  mustBeDays({ happenedOn: input.happenedOn })
  const { predecessorIds, successorId, happenedOn } = input
  if (predecessorIds.includes(successorId)) refuse('organisations.merge_into_itself')
  const work = await beginTreeChange(tx, actor, [...predecessorIds, successorId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [
    ...predecessorIds,
    successorId,
  ])
  const members = await membershipsFrom(tx, predecessorIds, happenedOn)
  const handed = await merge(tx, work, input)
  const unionIds = predecessorIds.filter((id) => isUnion(work.heads.get(id)!.kind))
  if (unionIds.length > 0)
    await moveMemberships(tx, actor as Author, {
      fromUnionIds: unionIds,
      toUnionId: successorId,
      on: happenedOn,
      reason: 'transferred',
    })
  await endAppointmentsAt(tx, actor, { organisationIds: predecessorIds, on: happenedOn })
  for (const id of predecessorIds) {
    await audit(tx, actor, 'organisations.merged', {
      kind: 'organisation',
      id,
      organisationId: successorId,
      params: { successorId, happenedOn },
    })
  }
  return {
    organisationId: successorId,
    startsOn: happenedOn,
    children: handed.childIds.length,
    coverages: handed.coverages,
    members,
    taskId: null,
  }
}

/** The merger in the tree, for whoever holds the locks; memberships are carried on by the caller. */
export async function merge(
  tx: Tx,
  work: TreeWork,
  input: Pick<Input, 'predecessorIds' | 'successorId' | 'happenedOn' | 'documentNo'>,
): Promise<HandedOver> {
  const { predecessorIds, successorId, happenedOn: on } = input
  const documentNo = input.documentNo ?? null
  const lives = await livesOf(tx, [...predecessorIds, successorId])
  mustLiveOn(lives.get(successorId), on)
  const successorKind = work.heads.get(successorId)!.kind
  for (const id of predecessorIds) {
    mustBeEndable(lives.get(id), on)
    const { kind } = work.heads.get(id)!
    if (!mayMerge(kind, successorKind)) refuse('organisations.cannot_merge', { kind, successorKind })
  }
  // Children first, the ends of the predecessors after: one predecessor may lead another, and would otherwise hand over somebody who has ended.
  const ended = new Set(predecessorIds)
  const handed = await handOver(tx, work, { fromIds: predecessorIds, toId: successorId, on })
  for (const organisationId of predecessorIds) {
    await endOrganisation(tx, work, { organisationId, on, reason: 'merged', documentNo })
    await insertSuccession(tx, work.stamp, {
      predecessorId: organisationId,
      successorId,
      kind: 'merge',
      on,
      documentNo,
    })
  }
  await carryTreeChange(tx, { organisationIds: [...predecessorIds, ...handed.childIds], on })
  return { ...handed, childIds: handed.childIds.filter((id) => !ended.has(id)) }
}
