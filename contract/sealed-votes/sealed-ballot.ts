import { x25519 } from '@noble/curves/ed25519.js'
import { joined, utf8, type Bytes } from './bytes.ts'

/** A mark for each name of the paper, in its order: 0 none, 1 for, 2 against, 3 abstention. */
export type Marks = readonly number[]

/** Whose ballot it is to be: sealed for one vote and one token, it opens for no other. */
export interface BallotPlace {
  voteId: string
  serial: Bytes
}

const plainBytes = 128
const tagBytes = 16
const keyBytes = 32
const format = 1

/** How many names fit on a paper. */
export const mostNames = plainBytes - 2

/** How long every sealed ballot is, whatever it says: an ephemeral key, the marks padded, the tag. */
export const sealedBytes = keyBytes + plainBytes + tagBytes

/** Seals marks to the committee's key, on the voter's device: X25519, HKDF-SHA-256, AES-256-GCM. */
export async function sealBallot(committeeKey: Bytes, place: BallotPlace, marks: Marks): Promise<Bytes> {
  const own = x25519.utils.randomSecretKey()
  const ownPublic = x25519.getPublicKey(own)
  const { key, nonce } = await keyFor(x25519.getSharedSecret(own, committeeKey), {
    ...place,
    ownPublic,
    committeeKey,
  })
  const plain = new Uint8Array(plainBytes)
  plain.set([format, marks.length, ...marks])
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain)
  return joined(ownPublic, new Uint8Array(sealed))
}

/** The marks of a sealed ballot; null for one that does not open or is no ballot of so many names: it is spoilt. */
export async function openBallot(
  committeeSecret: Bytes,
  place: BallotPlace,
  asked: { sealed: Bytes; names: number },
): Promise<Marks | null> {
  try {
    const ownPublic = asked.sealed.slice(0, keyBytes)
    const committeeKey = x25519.getPublicKey(committeeSecret)
    const shared = x25519.getSharedSecret(committeeSecret, ownPublic)
    const { key, nonce } = await keyFor(shared, { ...place, ownPublic, committeeKey })
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce },
      key,
      asked.sealed.slice(keyBytes),
    )
    const [version, length, ...rest] = new Uint8Array(opened)
    const marks = rest.slice(0, asked.names)
    return version === format && length === asked.names && marks.every((mark) => mark <= 3) ? marks : null
  } catch {
    // Bytes that no honest device makes: whoever sent them has spoilt their own ballot and nobody else's.
    return null
  }
}

/** Key and nonce for one ballot: the pair of keys is used once, so the nonce may follow from it. */
async function keyFor(
  shared: Uint8Array,
  context: BallotPlace & { ownPublic: Uint8Array; committeeKey: Uint8Array },
): Promise<{ key: CryptoKey; nonce: Bytes }> {
  const material = await crypto.subtle.importKey('raw', new Uint8Array(shared), 'HKDF', false, ['deriveBits'])
  const info = joined(utf8(`gonghui ballot\u0000${context.voteId.toLowerCase()}\u0000`), context.serial)
  const salt = joined(context.ownPublic, context.committeeKey)
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    material,
    (keyBytes + 12) * 8,
  )
  const key = await crypto.subtle.importKey('raw', bits.slice(0, keyBytes), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  return { key, nonce: new Uint8Array(bits.slice(keyBytes)) }
}
