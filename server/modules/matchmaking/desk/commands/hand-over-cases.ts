import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { endMatchmakerRow, findMatchmaker, lockCasesOf } from '../matchmaker-store.ts'
import { mustHaveRoom } from '../policy.ts'
import { endOpenCases, insertCase, passFollowUpsOn, type CaseEndReason } from '../store.ts'
import { mustManage, subjectOf } from './register-matchmaker.ts'

/** Hands all open cases and follow-ups of a matchmaker over to another one within scope who has room for them. */
export async function handOverCases(
  tx: Tx,
  actor: Actor,
  input: { matchmakerId: string; toMatchmakerId: string },
): Promise<{ cases: number }> {
  const from = await mustManage(tx, actor, input.matchmakerId)
  const cases = await passOn(tx, actor, { ...input, reason: 'handed_over' })
  await audit(tx, actor, 'matchmaking.cases_handed_over', { ...subjectOf(from), params: { cases } })
  return { cases }
}

/** Ends an entry today. All open cases go to the successor named, or back to the shared pool. */
export async function endMatchmaker(
  tx: Tx,
  actor: Actor,
  input: { matchmakerId: string; reason: string; toMatchmakerId?: string },
): Promise<{ cases: number }> {
  const from = await mustManage(tx, actor, input.matchmakerId)
  const { toMatchmakerId } = input
  const cases =
    toMatchmakerId === undefined
      ? await backToPool(tx, from.id)
      : await passOn(tx, actor, { matchmakerId: from.id, toMatchmakerId, reason: 'matchmaker_left' })
  await endMatchmakerRow(tx, from.id, input.reason)
  await audit(tx, actor, 'matchmaking.matchmaker_ended', { ...subjectOf(from), params: { cases } })
  return { cases }
}

async function passOn(
  tx: Tx,
  actor: Actor,
  passed: { matchmakerId: string; toMatchmakerId: string; reason: CaseEndReason },
): Promise<number> {
  const { matchmakerId: fromId, toMatchmakerId: toId } = passed
  const successor = await findMatchmaker(tx, toId)
  await mustReach(tx, { actor, permission: 'matchmaking.manage' }, successor.organisationId)
  if (toId === fromId) refuse('matchmaking.no_successor')
  if (successor.agreementSignedOn === null) refuse('matchmaking.no_successor')
  const persons = await lockCasesOf(tx, fromId)
  await mustHaveRoom(tx, toId, persons.length)
  await endOpenCases(tx, { personIds: persons.map((each) => each.personId), reason: passed.reason })
  for (const { personId } of persons) await insertCase(tx, { matchmakerId: toId, personId })
  await passFollowUpsOn(tx, { fromId, toId })
  return persons.length
}

async function backToPool(tx: Tx, fromId: string): Promise<number> {
  const persons = await lockCasesOf(tx, fromId)
  await endOpenCases(tx, { personIds: persons.map((each) => each.personId), reason: 'matchmaker_left' })
  await passFollowUpsOn(tx, { fromId, toId: null })
  return persons.length
}
