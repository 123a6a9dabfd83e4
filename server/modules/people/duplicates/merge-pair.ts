import { raiseAccessVersion } from '#server/modules/access/index.ts'
import { closeAccount } from '#server/modules/accounts/index.ts'
import { endTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { insertAlias } from '../store.ts'

/** Two records that may be merged, judged and locked, and the account that is closed with it. */
export interface PairToMerge {
  personId: string
  otherPersonId: string
  organisationId: string
  reason: string
  /** One person signs in by one log-in: the other account is closed. Null where there is only one. */
  closes: string | null
}

/** Reads two records as one from now on; returns the merge's id. Facts stay where they are, so that it can be undone. */
export async function mergePair(tx: Tx, actor: Actor, pair: PairToMerge): Promise<string> {
  const mergeId = await insertAlias(tx, actor, {
    alias_id: pair.otherPersonId,
    person_id: pair.personId,
    reason: pair.reason,
    merged_on: actor.today,
  })
  if (pair.closes !== null) await closeAccount(tx, actor, { accountId: pair.closes })
  // Posts of either record are the person's: remembered actors are worked out anew.
  await raiseAccessVersion(tx)
  await refreshMemberIndex(tx, { personIds: [pair.personId, pair.otherPersonId] })
  await endTasksAbout(tx, actor, {
    subjectIds: [pair.personId, pair.otherPersonId],
    kinds: ['people.merge_proposed'],
    outcome: 'done',
  })
  await audit(tx, actor, 'people.merged', {
    kind: 'person',
    id: pair.personId,
    organisationId: pair.organisationId,
    params: { mergeId, otherPersonId: pair.otherPersonId },
  })
  return mergeId
}
