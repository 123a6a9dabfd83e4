import { mustReach } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { refusals } from '../../entry/refusals.ts'
import { endWishOf, findMatchmaker, insertWish, lockOpenWish } from '../matchmaker-store.ts'
import { mustHaveRoom } from '../policy.ts'
import { openCaseOf } from '../queries/find-case.ts'
import { endOpenCases, insertCase } from '../store.ts'
import { forgetWish, tellOfWish } from '../wish-task.ts'

/**
 * Wishes for a matchmaker, or for another one than today's: the case ends at once, no reason is asked, and the federation is told that
 * somebody waits, not who.
 */
export async function wishForMatchmaker(tx: Tx, actor: Actor): Promise<Record<string, never>> {
  const { personId, organisationId } = found(await personRecords(tx, actor.personId))
  const refusal = (await refusals(tx, { personIds: [personId] })).get(personId)
  if (refusal !== undefined) refuse(refusal)
  if (organisationId === null) refuse('matchmaking.not_member')
  const former = await openCaseOf(tx, personId)
  await endOpenCases(tx, { personIds: [personId], reason: 'asked' })
  const formerMatchmakerId = former?.matchmakerId ?? null
  const wishId = await insertWish(tx, { personId, organisationId, formerMatchmakerId })
  if (wishId === null) conflict('matchmaking.wish_open')
  await tellOfWish(tx, { wishId, organisationId })
  await audit(tx, actor, 'matchmaking.matchmaker_wished', {
    kind: 'matchmaker_wish',
    id: wishId,
    organisationId,
  })
  return {}
}

/** Takes one's wish back. */
export async function takeBackWish(tx: Tx, actor: Actor): Promise<Record<string, never>> {
  const { personId } = found(await personRecords(tx, actor.personId))
  const wishId = await endWishOf(tx, personId, 'withdrawn')
  await forgetWish(tx, wishId, 'overtaken')
  return {}
}

/** Gives somebody who wishes for one a matchmaker within scope who has room and is not the one they left. */
export async function assignMatchmaker(
  tx: Tx,
  actor: Actor,
  input: { wishId: string; matchmakerId: string },
): Promise<Record<string, never>> {
  const wish = found(await lockOpenWish(tx, input.wishId))
  await mustReach(tx, { actor, permission: 'matchmaking.manage' }, wish.organisationId)
  const chosen = await findMatchmaker(tx, input.matchmakerId)
  await mustReach(tx, { actor, permission: 'matchmaking.manage' }, chosen.organisationId)
  if (chosen.id === wish.formerMatchmakerId) refuse('matchmaking.asked_for_another')
  if (chosen.agreementSignedOn === null) refuse('matchmaking.no_agreement')
  const matchmaker = await mustHaveRoom(tx, chosen.id, 1)
  const caseId = await insertCase(tx, { matchmakerId: matchmaker.id, personId: wish.personId })
  if (caseId === null) conflict('matchmaking.case_taken')
  await endWishOf(tx, wish.personId, 'assigned')
  await forgetWish(tx, wish.id, 'done')
  await audit(tx, actor, 'matchmaking.matchmaker_assigned', {
    kind: 'matchmaker_case',
    id: caseId,
    organisationId: matchmaker.organisationId,
  })
  return {}
}
