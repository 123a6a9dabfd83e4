import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MassChange, Selection } from '#contract/people-records.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound, refuse } from '#server/platform/errors.ts'
import { canReachPerson, personRecords } from '../person-scope.ts'
import { mustTakeMembers, reachable } from '../queries/register-facts.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { selectPersons, type SelectedPerson } from '../selection.ts'
import { changeMany } from './change-many.ts'

type Many = InputOf<(typeof operations)['moveMembers']>
type One = InputOf<(typeof operations)['transferMembership']>

// Each proposal is a task somebody at the other union has to answer.
const mostProposed = 200

/** Moves members to another union from a day on: at once when both are within reach, otherwise as proposals to the other union (C2). */
export async function moveMembers(tx: Tx, actor: Actor, input: Many): Promise<MassChange> {
  return move(tx, actor, { selection: input, toUnionId: input.toUnionId, on: input.on })
}

/** The same for one member; also asks the union of today to let somebody go who is wanted in a union within reach. */
export async function transferMembership(tx: Tx, actor: Actor, input: One): Promise<MassChange> {
  const { toUnionId, on } = input
  mustBeRealDays({ on })
  const ownUnion = (await reachable(tx, { actor, permission: 'people.write' }, [toUnionId])).has(toUnionId)
  if (!ownUnion || (await isWithinReach(tx, actor, input.personId)))
    return move(tx, actor, { selection: { personIds: [input.personId] }, toUnionId, on })
  await mustTakeMembers(tx, toUnionId, on)
  return propose(tx, actor, { personIds: [input.personId], toUnionId, on, askedOf: 'union_of_today' })
}

async function move(
  tx: Tx,
  actor: Actor,
  { selection, toUnionId, on }: { selection: Selection; toUnionId: string; on: string },
): Promise<MassChange> {
  mustBeRealDays({ on })
  const selected = await selectPersons(tx, actor, { selection, on })
  await mustTakeMembers(tx, toUnionId, on)
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [toUnionId])
  if (!mine.has(toUnionId)) {
    const fit = selected.filter((person) => whyNot(person, toUnionId) === null)
    const proposed = await propose(tx, actor, {
      personIds: fit.map(({ personId }) => personId),
      toUnionId,
      on,
      askedOf: 'union_to_come',
    })
    return { ...proposed, leftOut: leftOutOf(selected, toUnionId) }
  }
  return changeMany(tx, actor, {
    kind: 'moved',
    unionId: toUnionId,
    on,
    endReason: 'transferred',
    selected,
    whyNot: (person) => whyNot(person, toUnionId),
    become: (value) => ({ ...value, unionId: toUnionId }),
  })
}

function whyNot({ current }: SelectedPerson, toUnionId: string): string | null {
  if (current === undefined) return 'people.no_membership'
  return current.value.unionId === toUnionId ? 'people.same_union' : null
}

function leftOutOf(selected: readonly SelectedPerson[], toUnionId: string): MassChange['leftOut'] {
  return selected.flatMap((person) => {
    const code = whyNot(person, toUnionId)
    return code === null ? [] : [{ personId: person.personId, name: person.name, code }]
  })
}

interface Proposal {
  personIds: readonly string[]
  toUnionId: string
  on: string
  askedOf: 'union_to_come' | 'union_of_today'
}

/** A task for the other union for each person. In transit a person stays a member, and is counted, where they are. */
async function propose(tx: Tx, actor: Actor, proposal: Proposal): Promise<MassChange> {
  const { personIds, toUnionId, on } = proposal
  if (personIds.length > mostProposed) refuse('people.too_many_proposals', { limit: mostProposed })
  for (const personId of personIds) {
    const fromUnionId = await unionOf(tx, personId)
    const organisationId = proposal.askedOf === 'union_to_come' ? toUnionId : fromUnionId
    await createTask(tx, actor, {
      kind: `people.transfer_to_${proposal.askedOf === 'union_to_come' ? 'accept' : 'release'}`,
      organisationId,
      permission: 'people.write',
      subjectId: personId,
      params: { fromUnionId, toUnionId, on },
      dueOn: null,
    })
    await audit(tx, actor, 'people.transfer_proposed', {
      kind: 'person',
      id: personId,
      organisationId,
      params: { toUnionId, on },
    })
  }
  return { changeId: null, changed: 0, proposed: personIds.length, leftOut: [] }
}

async function unionOf(tx: Tx, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('member_index')
    .select('union_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.union_id ?? notFound()
}

async function isWithinReach(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  const records = await personRecords(tx, personId)
  return records !== null && canReachPerson(tx, { actor, permission: 'people.write' }, records)
}
