import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, refuse } from '#server/platform/errors.ts'
import { findCase, type CaseHead } from './queries/find-case.ts'
import { countOpenCases, lockMatchmaker, openMatchmakerOf, type MatchmakerRow } from './matchmaker-store.ts'

/** The matchmaker somebody works as: the post, an entry in the register at the same organisation, and the signed agreement (J6). */
export async function mustHaveDesk(tx: Tx, actor: Actor): Promise<MatchmakerRow> {
  const { appointment } = actor
  if (appointment === null) forbidden()
  const personId = await rootPerson(tx, actor.personId)
  const matchmaker = await openMatchmakerOf(tx, { personId, organisationId: appointment.organisationId })
  if (matchmaker === undefined) refuse('matchmaking.no_desk')
  if (matchmaker.agreementSignedOn === null || matchmaker.agreementSignedOn > actor.today)
    refuse('matchmaking.no_agreement')
  return matchmaker
}

/** One of the matchmaker's own open cases; anybody else's is "not there". */
export async function mustHaveCase(
  tx: Tx,
  actor: Actor,
  caseId: string,
): Promise<{ matchmaker: MatchmakerRow; ownCase: CaseHead }> {
  const matchmaker = await mustHaveDesk(tx, actor)
  const ownCase = found(await findCase(tx, { caseId, matchmakerId: matchmaker.id }))
  if (ownCase.endedOn !== null) refuse('matchmaking.case_ended')
  return { matchmaker, ownCase }
}

/** The matchmaker, locked and with room for so many more cases. */
export async function mustHaveRoom(tx: Tx, matchmakerId: string, more: number): Promise<MatchmakerRow> {
  const matchmaker = await lockMatchmaker(tx, matchmakerId)
  if (matchmaker.endedOn !== null) refuse('matchmaking.matchmaker_ended')
  if ((await countOpenCases(tx, matchmakerId)) + more > matchmaker.caseloadLimit)
    refuse('matchmaking.caseload_full', { limit: matchmaker.caseloadLimit })
  return matchmaker
}

/** The record under which everything about the person is written. */
export async function rootPerson(tx: Tx, personId: string): Promise<string> {
  return found(await personRecords(tx, personId)).personId
}
