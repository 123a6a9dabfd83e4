import type { operations } from '#contract/matchmaking-desk.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { openIntroductions } from '../open-introductions.ts'
import { mustHaveCase } from '../policy.ts'
import { poolProfile } from '../queries/pool.ts'
import { possiblePartners } from '../queries/possible-partners.ts'

/**
 * Proposes somebody of the pool, or of another own case, to the person of one's case. Both are asked and answer apart. One code says that a
 * pair is not possible, whatever the reason: a matchmaker never learns that one of them blocked or declined the other.
 */
export async function proposeIntroduction(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['proposeIntroduction']>,
): Promise<OutputOf<(typeof operations)['proposeIntroduction']>> {
  const { matchmaker, ownCase } = await mustHaveCase(tx, actor, input.caseId)
  const { personId: otherId } = found(await poolProfile(tx, { actor, matchmaker }, input.profileId))
  const possible = await possiblePartners(tx, ownCase.personId, [otherId])
  if (!possible.has(otherId)) refuse('matchmaking.pair_not_possible')

  const [introduction] = await openIntroductions(tx, [
    {
      persons: [ownCase.personId, otherId],
      source: 'matchmaker',
      matchmakerId: matchmaker.id,
      organisationId: matchmaker.organisationId,
    },
  ])
  // Somebody else has proposed the same pair at the same moment.
  if (introduction === undefined) refuse('matchmaking.pair_not_possible')
  await audit(tx, actor, 'matchmaking.introduction_proposed', {
    kind: 'introduction',
    id: introduction.id,
    organisationId: matchmaker.organisationId,
  })
  return { introductionId: introduction.id, answerUntil: introduction.answerUntil.toISOString() }
}
