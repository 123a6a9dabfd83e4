import { hexOf } from '#contract/sealed-votes/bytes.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { lockVoter, markIssued, voteStateOf } from '../store.ts'
import { evaluateForVoter } from '../token-key.ts'

/**
 * Answers the one blinded element of a voter. What the device sent is a random element to everybody but the device, so keeping it until the urn opens
 * gives nothing away, and an answer that was lost can be asked for again. Not in the audit log: it would keep order and time.
 */
export async function issueBallotToken(
  tx: Tx,
  actor: Actor,
  input: { voteId: string; blinded: string },
): Promise<{ evaluated: string; proof: string }> {
  const { recordIds } = found(await personRecords(tx, actor.personId))
  const voter = found(await lockVoter(tx, input.voteId, recordIds))
  if ((await voteStateOf(tx, input.voteId)) !== 'tokens') conflict('phone_votes.token_period_over')
  const blinded = Buffer.from(input.blinded, 'hex')
  if (voter.hasToken && !voter.blinded?.equals(blinded)) refuse('phone_votes.token_drawn')
  const answer = evaluateForVoter(tx.keys, input.voteId, blinded)
  if (answer === null) refuse('phone_votes.unreadable')
  if (!voter.hasToken) await markIssued(tx, input.voteId, { entryNo: voter.entryNo, blinded })
  return { evaluated: hexOf(answer.evaluated), proof: hexOf(answer.proof) }
}
