import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import { endAppointmentsAt } from '#server/modules/access/index.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { endOrganisation, handOver } from '../hand-over.ts'
import { livesOf, mustBeDays, mustBeEndable, mustLiveOn } from '../life.ts'
import { membershipsFrom } from '../membership-counts.ts'
import { mustReachOrganisations } from '../policy.ts'
import { tiesOf } from '../store.ts'
import { beginTreeChange, carryTreeChange, type TreeWork } from '../tree-change.ts'

type Input = InputOf<(typeof operations)['closeOrganisation']>

/**
 * Closes an organisation from a day on (that day is the first on which it exists no longer). Nobody is deleted (Trade Union Law art. 13):
 * while memberships remain, the organisation above gets the task of placing them. Whoever it still leads must get a new parent in the same call.
 * Posts held there end with it.
 */
export async function closeOrganisation(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['closeOrganisation']>> {
  mustBeDays({ endedOn: input.endedOn })
  const named = [input.organisationId, ...(input.childrenTo === undefined ? [] : [input.childrenTo])]
  const work = await beginTreeChange(tx, actor, named)
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, named)
  const { childIds, coverages, parentId } = await close(tx, work, input)
  await endAppointmentsAt(tx, actor, { organisationIds: [input.organisationId], on: input.endedOn })
  const members = await membershipsFrom(tx, [input.organisationId], input.endedOn)
  const taskId =
    members === 0
      ? null
      : await createTask(tx, actor, {
          kind: 'organisations.place_memberships',
          organisationId: parentId,
          permission: 'people.write',
          subjectId: input.organisationId,
          params: { count: members, endedOn: input.endedOn },
          dueOn: null,
        })
  await audit(tx, actor, 'organisations.closed', {
    kind: 'organisation',
    id: input.organisationId,
    organisationId: parentId,
    params: { endedOn: input.endedOn, members, children: childIds.length },
  })
  return {
    organisationId: input.organisationId,
    startsOn: input.endedOn,
    children: childIds.length,
    coverages,
    members,
    taskId,
  }
}

/** The closing in the tree, for whoever holds the locks. The top of a tree cannot be closed: there is nobody to place its members. */
export async function close(
  tx: Tx,
  work: TreeWork,
  input: Input,
): Promise<{ childIds: string[]; coverages: number; parentId: string }> {
  const { organisationId, endedOn: on, childrenTo } = input
  const lives = await livesOf(tx, [...work.heads.keys()])
  mustBeEndable(lives.get(organisationId), on)
  const parents = (await tiesOf(tx, 'child', [organisationId])).filter((row) => row.value.kind === 'leads')
  // The last one to lead it before it ends.
  const parent = parents.filter((row) => row.startsOn < on).at(-1)
  if (parent === undefined) refuse('organisations.top_cannot_close')
  const children = (await tiesOf(tx, 'parent', [organisationId])).filter(
    (row) => row.value.kind === 'leads' && (row.endsBefore === null || row.endsBefore > on),
  )
  if (children.length > 0 && childrenTo === undefined)
    refuse('organisations.has_children', { count: new Set(children.map((row) => row.value.childId)).size })
  const ids = [...new Set(children.map((row) => row.value.childId))]
  let childIds: string[] = []
  if (childrenTo !== undefined && ids.length > 0) {
    if (childrenTo === organisationId) refuse('organisations.children_to_itself')
    mustLiveOn(lives.get(childrenTo), on)
    const to = { fromIds: [organisationId], toId: childrenTo, on, childIds: ids, employerIds: [] }
    childIds = (await handOver(tx, work, to)).childIds
  }
  const coverages = await endOrganisation(tx, work, {
    organisationId,
    on,
    reason: 'closed',
    documentNo: input.documentNo ?? null,
  })
  await carryTreeChange(tx, { organisationIds: [organisationId, ...childIds], on })
  return { childIds, coverages, parentId: parent.value.parentId }
}
