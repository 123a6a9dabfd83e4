import type { MemberFile } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound, refuse } from '#server/platform/errors.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons } from '../memberships.ts'
import { mustReachPerson } from '../person-scope.ts'
import { getMember } from '../queries/member-file.ts'
import { insertAlias, undoAlias } from '../store.ts'

/**
 * Another record is the same real person: from now on both are read as one. Facts stay where they are, so that it can be undone. A record
 * that already stands for others, or is read as another's, has to be freed first: merges are one step deep.
 */
export async function mergePersons(
  tx: Tx,
  actor: Actor,
  input: { personId: string; otherPersonId: string; reason: string },
): Promise<MemberFile> {
  const { personId, otherPersonId } = input
  const reach = { actor, permission: 'people.write' } as const
  await lockPersons(tx, [personId, otherPersonId])
  const kept = await mustReachPerson(tx, reach, personId)
  const other = await mustReachPerson(tx, reach, otherPersonId)
  if (kept.personId === other.personId) refuse('people.merge_same')
  if (kept.personId !== personId || other.personId !== otherPersonId || other.recordIds.length > 1)
    refuse('people.merge_chain')
  const mergeId = await insertAlias(tx, actor, {
    alias_id: otherPersonId,
    person_id: personId,
    reason: input.reason.trim(),
    merged_on: actor.today,
  })
  await refreshMemberIndex(tx, { personIds: [personId, otherPersonId] })
  await audit(tx, actor, 'people.merged', {
    kind: 'person',
    id: personId,
    organisationId: kept.organisationId,
    params: { mergeId, otherPersonId },
  })
  return getMember(tx, actor, { personId })
}

/** Two records are two persons after all; each is found by itself again. */
export async function undoMergePersons(
  tx: Tx,
  actor: Actor,
  input: { personId: string; mergeId: string },
): Promise<MemberFile> {
  const records = await mustReachPerson(tx, { actor, permission: 'people.write' }, input.personId)
  await lockPersons(tx, records.recordIds)
  const freed = await undoAlias(tx, actor, { id: input.mergeId, person_id: records.personId })
  if (freed === undefined) notFound()
  await refreshMemberIndex(tx, { personIds: [records.personId, freed] })
  await audit(tx, actor, 'people.merge_undone', {
    kind: 'person',
    id: records.personId,
    organisationId: records.organisationId,
    params: { mergeId: input.mergeId, otherPersonId: freed },
  })
  return getMember(tx, actor, { personId: records.personId })
}
