import { timingSafeEqual } from 'node:crypto'
import { bytesOfHex, type Bytes } from '#contract/sealed-votes/bytes.ts'
import {
  evaluateBlinded,
  signAct,
  tokenKeysOf,
  tokenSecretOf,
  type TokenAct,
  type TokenAnswer,
  type TokenKeys,
} from '#contract/sealed-votes/tokens.ts'
import { deriveKey, type MasterKeys } from '#server/platform/crypto.ts'

/**
 * The token key of a vote follows from the key file, so that it stands in neither schema and in no backup. This file is the only place that has it:
 * it evaluates for the roll and checks for the urn. Whoever holds the key file could make tokens; the public count of them against the roll shows it.
 */
function tokenKeys(keys: MasterKeys, voteId: string): TokenKeys {
  const id = voteId.toLowerCase()
  let own = known.get(keys.hashKey)
  if (own === undefined) known.set(keys.hashKey, (own = new Map()))
  let pair = own.get(id)
  if (pair === undefined) {
    if (own.size >= mostRemembered) own.clear()
    own.set(id, (pair = tokenKeysOf(deriveKey(keys, `tokens of vote ${id}`), `gonghui vote ${id}`)))
  }
  return pair
}

const known = new WeakMap<Buffer, Map<string, TokenKeys>>()
const mostRemembered = 1000

/** The public half, which everybody knows before the first token is drawn. */
export function publicTokenKey(keys: MasterKeys, voteId: string): Bytes {
  return tokenKeys(keys, voteId).publicKey
}

/** The answer to a device's blinded element, with its proof; null for bytes that are no element. */
export function evaluateForVoter(keys: MasterKeys, voteId: string, blinded: Uint8Array): TokenAnswer | null {
  try {
    return evaluateBlinded(tokenKeys(keys, voteId), blinded)
  } catch {
    // Not made by an honest device: whoever sent it gets no token.
    return null
  }
}

/** An act as a device sends it: the token's serial, and the signature that only the token's secret makes. */
export interface SignedAct {
  act: TokenAct
  serial: Uint8Array
  signature: Uint8Array
  content: Uint8Array
}

/** Whether an act was signed with a token of the vote. */
export async function isSignedByToken(keys: MasterKeys, voteId: string, signed: SignedAct): Promise<boolean> {
  const secret = tokenSecretOf(tokenKeys(keys, voteId), signed.serial)
  const expected = await signAct({ secret }, signed.act, { voteId, content: signed.content })
  return signed.signature.length === expected.length && timingSafeEqual(signed.signature, expected)
}

/** Serial and signature of what a device sends as `token`: both in hexadecimal, one behind the other. */
export function tokenParts(token: string): { serial: Bytes; signature: Bytes } {
  const bytes = bytesOfHex(token)
  return { serial: bytes.slice(0, 32), signature: bytes.slice(32) }
}
