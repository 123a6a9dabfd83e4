import { ristretto255_oprf as oprf } from '@noble/curves/ed25519.js'
import { hmac, joined, utf8, type Bytes } from './bytes.ts'

/** What a voter's device keeps between asking for a token and getting it. `serial` and `blind` never leave it. */
export interface TokenRequest {
  serial: Bytes
  blind: Bytes
  /** Sent to the roll: tells nothing of the serial, whoever looks at it and however long. */
  blinded: Bytes
}

/** A token: `serial` names it at the urn, `secret` signs what is done with it and never leaves the device. */
export interface Token {
  serial: Bytes
  secret: Bytes
}

/** What the roll answers: the blinded element under the token key, and the proof that it was that key. */
export interface TokenAnswer {
  evaluated: Bytes
  proof: Bytes
}

/** A key pair for the tokens of one vote. */
export interface TokenKeys {
  secretKey: Bytes
  publicKey: Bytes
}

/** How long serials and elements are, in bytes. */
export const tokenBytes = 32

/** Begins a token on the voter's device: a random serial, blinded (RFC 9497, VOPRF, ristretto255-SHA512). */
export function requestToken(): TokenRequest {
  const serial = crypto.getRandomValues(new Uint8Array(tokenBytes))
  const { blind, blinded } = oprf.voprf.blind(serial)
  return { serial, blind: new Uint8Array(blind), blinded: new Uint8Array(blinded) }
}

/**
 * Ends a token on the voter's device.
 * @throws Error when the answer was not made with the published key: a key of one's own for each voter would mark their ballots.
 */
export function finishToken(request: TokenRequest, answer: TokenAnswer, publishedKey: Bytes): Token {
  const secret = oprf.voprf.finalize(
    request.serial,
    request.blind,
    answer.evaluated,
    request.blinded,
    publishedKey,
    answer.proof,
  )
  return { serial: request.serial, secret: new Uint8Array(secret) }
}

/** The key pair that follows from a seed of 32 bytes; `info` is public. */
export function tokenKeysOf(seed: Uint8Array, info: string): TokenKeys {
  const { secretKey, publicKey } = oprf.voprf.deriveKeyPair(seed, utf8(info))
  return { secretKey: new Uint8Array(secretKey), publicKey: new Uint8Array(publicKey) }
}

/** What the holder of the token key answers to a blinded element. @throws Error for what is no element of the group. */
export function evaluateBlinded(keys: TokenKeys, blinded: Uint8Array): TokenAnswer {
  const { evaluated, proof } = oprf.voprf.blindEvaluate(keys.secretKey, keys.publicKey, blinded)
  return { evaluated: new Uint8Array(evaluated), proof: new Uint8Array(proof) }
}

/** The secret that belongs to a serial, as only the holder of the token key can compute it. */
export function tokenSecretOf(keys: TokenKeys, serial: Uint8Array): Bytes {
  return new Uint8Array(evaluating.evaluate(keys.secretKey, serial))
}

// The package has it in every mode and declares it for one only; the vectors of the RFC stand in the test.
const evaluating = oprf.voprf as unknown as { evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array }

/** What a token signs: a ballot, or that it is given up for paper. */
export type TokenAct = 'cast' | 'surrender'

/** The signature of an act in one vote. Without the token's secret nobody makes it; with it, it is good for these bytes only. */
export function signAct(
  { secret }: Pick<Token, 'secret'>,
  act: TokenAct,
  about: { voteId: string; content: Uint8Array },
): Promise<Bytes> {
  return hmac(secret, joined(utf8(`gonghui ${act}\u0000${about.voteId.toLowerCase()}\u0000`), about.content))
}
