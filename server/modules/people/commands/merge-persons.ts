import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MemberFile } from '#contract/people-records.ts'
import { raiseAccessVersion } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound, refuse } from '#server/platform/errors.ts'
import { judgeMerges, type JudgedPair } from '../duplicates/judge-merges.ts'
import { mergePair } from '../duplicates/merge-pair.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons } from '../memberships.ts'
import { mustReachPerson } from '../person-scope.ts'
import { getMember } from '../queries/member-file.ts'
import { undoAlias } from '../store.ts'

type Merge = InputOf<(typeof operations)['mergePersons']>

/**
 * Another record is the same real person: from now on both are read as one. Facts stay where they are, so that it can be undone. Where both
 * sign in, the officer says whose log-in stays; the other account is closed.
 */
export async function mergePersons(tx: Tx, actor: Actor, input: Merge): Promise<MemberFile> {
  const { personId, otherPersonId } = input
  const [pair] = await judgeMerges(tx, actor, [{ personId, otherPersonId }])
  // Whoever merges two records one by one has both before their eyes, different numbers included.
  if (pair!.code !== null && pair!.code !== 'people.merge_documents_differ') refuse(pair!.code)
  await mergePair(tx, actor, {
    ...pair!,
    reason: input.reason.trim(),
    closes: accountToClose(pair!, input.keepsLogIn),
  })
  return getMember(tx, actor, { personId })
}

function accountToClose(pair: JudgedPair, keeps: Merge['keepsLogIn']): string | null {
  if (pair.keptAccountId === null || pair.otherAccountId === null) return null
  if (keeps === undefined) refuse('people.two_accounts')
  return keeps === 'kept' ? pair.otherAccountId : pair.keptAccountId
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
  await raiseAccessVersion(tx)
  await refreshMemberIndex(tx, { personIds: [records.personId, freed] })
  await audit(tx, actor, 'people.merge_undone', {
    kind: 'person',
    id: records.personId,
    organisationId: records.organisationId,
    params: { mergeId: input.mergeId, otherPersonId: freed },
  })
  return getMember(tx, actor, { personId: records.personId })
}
