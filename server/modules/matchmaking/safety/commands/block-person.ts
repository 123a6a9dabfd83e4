import type { PersonAbout } from '#contract/matchmaking-safety.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import { keyOf, selfOf } from '../../entry/self.ts'
import { shownCards } from '../../entry/shown-cards.ts'
import { lockPerson } from '../../entry/store.ts'
import { sealLabel } from '../labels.ts'
import { otherSide } from '../queries/other-side.ts'
import { endBlock, insertBlock } from '../store.ts'

/**
 * Hides two people from each other for good, and tells neither the other one nor anybody else. What the blocked one was called stays with the
 * blocker, sealed. Blocking twice is blocking.
 */
export async function blockPerson(
  tx: Tx,
  actor: Actor,
  { about }: { about: PersonAbout },
): Promise<Record<string, never>> {
  const { personId } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  const other = await otherSide(tx, personId, about)
  const shown = (await shownCards(tx, personId, [other.personId])).get(other.personId)
  const label = { nickname: shown?.nickname ?? null, badgeNo: other.badgeNo, about }
  await insertBlock(tx, {
    personId,
    blockedPersonId: other.personId,
    labelCipher: sealLabel(await keyOf(tx, personId), label),
  })
  await audit(tx, actor, 'matchmaking.blocked', subjectOf(actor))
  return {}
}

/** Takes one's own block back. */
export async function unblockPerson(
  tx: Tx,
  actor: Actor,
  { blockId }: { blockId: string },
): Promise<Record<string, never>> {
  const { personId } = await selfOf(tx, actor)
  if (!(await endBlock(tx, personId, blockId))) notFound()
  await audit(tx, actor, 'matchmaking.unblocked', subjectOf(actor))
  return {}
}

// Whom it was about stands in no entry: the log is read by others.
function subjectOf(actor: Actor) {
  return { kind: 'person', id: actor.personId, organisationId: null }
}
