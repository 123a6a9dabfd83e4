import { randomUUID } from 'node:crypto'
import { makeCommitteeKey, type CommitteeKey } from '#contract/sealed-votes/committee-key.ts'
import { sealBallot } from '#contract/sealed-votes/sealed-ballot.ts'
import { finishToken, requestToken, signAct, type Token } from '#contract/sealed-votes/tokens.ts'
import { hexOf, joined } from '#contract/sealed-votes/bytes.ts'
import type { Platform } from '#server/platform/platform.ts'
import { evaluateForVoter, publicTokenKey } from '../tokens/token-key.ts'
import { setUpUrn } from '../urn/index.ts'

/** An open urn without a roll beside it. */
export interface UrnWorld {
  platform: Pick<Platform, 'urn' | 'keys'>
  voteId: string
  committee: CommitteeKey
}

/** Opens an urn for a paper with three names. */
export async function urnWorld(platform: Pick<Platform, 'urn' | 'keys'>): Promise<UrnWorld> {
  const voteId = randomUUID()
  const committee = await makeCommitteeKey()
  const committeeKey = Buffer.from(committee.publicKey)
  await setUpUrn(platform, { voteId, tenantId: randomUUID(), committeeKey, names: 3 })
  return { platform, voteId, committee }
}

/** A token of the urn's vote, as a device gets it. */
export function tokenOf({ platform, voteId }: Pick<UrnWorld, 'platform' | 'voteId'>): Token {
  const request = requestToken()
  const answer = evaluateForVoter(platform.keys, voteId, request.blinded)!
  return finishToken(request, answer, publicTokenKey(platform.keys, voteId))
}

/** A sealed ballot of a token, ready to be sent. */
export async function ballotOf(
  { voteId, committee }: Pick<UrnWorld, 'voteId' | 'committee'>,
  token: Token,
  marks: readonly number[],
) {
  const sealed = await sealBallot(committee.publicKey, { voteId, serial: token.serial }, marks)
  const signature = await signAct(token, 'cast', { voteId, content: sealed })
  return { voteId, token: hexOf(joined(token.serial, signature)), encryptedBallot: hexOf(sealed) }
}

/** A token given up, ready to be sent. */
export async function surrenderOf({ voteId }: Pick<UrnWorld, 'voteId'>, token: Token) {
  const signature = await signAct(token, 'surrender', { voteId, content: token.serial })
  return { voteId, token: hexOf(joined(token.serial, signature)) }
}
