import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { endWishOf } from '../matchmaker-store.ts'
import { mustHaveCase, mustHaveDesk, mustHaveRoom } from '../policy.ts'
import { wasLeftByWish } from '../queries/find-case.ts'
import { poolProfile } from '../queries/pool.ts'
import { endOpenCases, insertCase } from '../store.ts'
import { forgetWish } from '../wish-task.ts'

/** Looks after somebody of the shared pool from today on. Whoever asked for another matchmaker is not taken back by the former one. */
export async function takeCase(
  tx: Tx,
  actor: Actor,
  input: { profileId: string },
): Promise<{ caseId: string }> {
  const own = await mustHaveDesk(tx, actor)
  const matchmaker = await mustHaveRoom(tx, own.id, 1)
  const { personId } = found(await poolProfile(tx, { actor, matchmaker }, input.profileId))
  if (await wasLeftByWish(tx, { personId, matchmakerId: matchmaker.id }))
    refuse('matchmaking.asked_for_another')
  const caseId = await insertCase(tx, { matchmakerId: matchmaker.id, personId })
  if (caseId === null) conflict('matchmaking.case_taken')
  await forgetWish(tx, await endWishOf(tx, personId, 'taken'), 'done')
  await audit(tx, actor, 'matchmaking.case_taken', subjectOf(caseId, matchmaker))
  return { caseId }
}

/** Gives a case back: the person is in the shared pool again. Notes stay sealed with the ended case. */
export async function releaseCase(
  tx: Tx,
  actor: Actor,
  input: { caseId: string },
): Promise<Record<string, never>> {
  const { matchmaker, ownCase } = await mustHaveCase(tx, actor, input.caseId)
  await endOpenCases(tx, { personIds: [ownCase.personId], reason: 'handed_over' })
  await audit(tx, actor, 'matchmaking.case_released', subjectOf(ownCase.id, matchmaker))
  return {}
}

function subjectOf(caseId: string, matchmaker: { organisationId: string }) {
  return { kind: 'matchmaker_case', id: caseId, organisationId: matchmaker.organisationId }
}
