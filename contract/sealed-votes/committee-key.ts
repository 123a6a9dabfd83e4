import { x25519 } from '@noble/curves/ed25519.js'
import { combine, split } from 'shamir-secret-sharing'
import { bytesOfHex, hexOf, joined, sha256, type Bytes } from './bytes.ts'

/** How many scrutineers hold a share, and how many of them open the urn. */
export const shareHolders = 3
export const sharesNeeded = 2

const secretBytes = 32
const checkBytes = 4

/** A committee's key: the public half, and a share on paper for each scrutineer. The whole secret is kept by nobody. */
export interface CommitteeKey {
  publicKey: Bytes
  /** Hexadecimal in groups of four, with four bytes that tell a misread one. */
  shares: string[]
}

/** Makes the key in a scrutineer's browser and splits it (Shamir, two of three); the secret is overwritten before it returns. */
export async function makeCommitteeKey(): Promise<CommitteeKey> {
  const secret = new Uint8Array(x25519.utils.randomSecretKey())
  const publicKey = new Uint8Array(x25519.getPublicKey(secret))
  const shares = await split(secret, shareHolders, sharesNeeded)
  secret.fill(0)
  return { publicKey, shares: await Promise.all(shares.map((share) => shareText(share, publicKey))) }
}

/** The secret of two or more shares. Null: one was misread, is of another vote, or they are the same. */
export async function committeeSecretOf(texts: readonly string[], publicKey: Bytes): Promise<Bytes | null> {
  const shares = await Promise.all(texts.map((text) => shareOf(text, publicKey)))
  const read = shares.filter((share) => share !== null)
  const places = new Set(read.map((share) => share[secretBytes]))
  if (read.length < texts.length || places.size < Math.max(sharesNeeded, texts.length)) return null
  const secret = new Uint8Array(await combine(read))
  return isCommitteeSecret(secret, publicKey) ? secret : null
}

/** Whether a secret belongs to a committee's key. */
export function isCommitteeSecret(secret: Bytes, publicKey: Bytes): boolean {
  return secret.length === secretBytes && hexOf(x25519.getPublicKey(secret)) === hexOf(publicKey)
}

/** Whether a share was read rightly and is one of this key. */
export async function isShareOf(text: string, publicKey: Bytes): Promise<boolean> {
  return (await shareOf(text, publicKey)) !== null
}

async function shareText(share: Uint8Array, publicKey: Bytes): Promise<string> {
  return hexOf(joined(share, await checkOf(share, publicKey)))
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')
}

async function shareOf(text: string, publicKey: Bytes): Promise<Bytes | null> {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^[0-9a-f]*$/i.test(digits) || digits.length !== (secretBytes + 1 + checkBytes) * 2) return null
  const all = bytesOfHex(digits)
  const share = all.slice(0, secretBytes + 1)
  return hexOf(await checkOf(share, publicKey)) === hexOf(all.slice(secretBytes + 1)) ? share : null
}

async function checkOf(share: Uint8Array, publicKey: Bytes): Promise<Bytes> {
  return (await sha256(joined(publicKey, share))).slice(0, checkBytes)
}
