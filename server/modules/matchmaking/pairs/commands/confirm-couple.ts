import type { OwnMatch } from '#contract/matchmaking-pairs.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { endOpenCases } from '../../desk/store.ts'
import { hideProfilesOf } from '../../entry/store.ts'
import {
  confirmAgain,
  confirmFirst,
  forgetSaid,
  insertClaims,
  insertOpenCouple,
  lockCouple,
  openCouplesOf,
} from '../couple-store.ts'
import { mustSeeInterest } from '../own-interest.ts'
import { noteOutcome } from '../note-outcome.ts'
import { ownMatch } from '../queries/own-matches.ts'

/**
 * Says that the two are a couple (J5). It counts once both have said so, neither seeing before what the other said; then both profiles are
 * hidden at once. Saying it again changes nothing. Whoever has an open couple must end it first; whether the other has one is not told.
 */
export async function confirmCouple(tx: Tx, actor: Actor, input: { interestId: string }): Promise<OwnMatch> {
  const interest = await mustSeeInterest(tx, actor, input.interestId)
  const couple = await lockCouple(tx, interest)
  const open = await openCouplesOf(tx, interest.persons)
  const own = open.get(interest.selfId)
  if (own === couple.id) return ownMatch(tx, actor, input.interestId)
  if (own !== undefined) refuse('matchmaking.has_open_couple')
  // Whoever has found somebody else meanwhile no longer means what they said here: this waits, and looks like any other wait.
  if (open.has(interest.otherId)) await forgetSaid(tx, couple.id, interest.otherId)
  const say = couple.confirmedAt === null ? confirmFirst : confirmAgain
  if (await say(tx, couple.id, interest.selfId)) {
    await insertOpenCouple(tx, couple)
    await insertClaims(tx, couple)
    await noteOutcome(tx, {
      persons: interest.persons,
      outcome: 'couple',
      happenedOn: actor.today,
      by: { personId: interest.selfId },
      organisationId: couple.organisationId,
    })
    await hideProfilesOf(tx, interest.persons, 'couple')
    await endOpenCases(tx, { personIds: interest.persons, reason: 'couple' })
    await audit(tx, actor, 'matchmaking.couple_confirmed', {
      kind: 'couple',
      id: couple.id,
      organisationId: couple.organisationId,
    })
  }
  return ownMatch(tx, actor, input.interestId)
}
