import { open, seal, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** How easily somebody says yes and is said yes to, 1 to 5. */
export interface PersonLevels {
  says: number
  liked: number
}

/** Where the person's key stands. */
interface KeyRow {
  wrappedKey: Buffer
  masterKeyId: number
}

/** Seals the levels of a person under their own key: whoever erases the person erases them too. */
export function sealLevels(tx: Pick<Tx, 'keys'>, key: KeyRow, { says, liked }: PersonLevels): Buffer {
  return seal(unwrapKey(tx.keys, key.wrappedKey, key.masterKeyId), Buffer.from([says, liked]))
}

/** Opens the levels of a person. */
export function openLevels(tx: Pick<Tx, 'keys'>, key: KeyRow, sealed: Buffer): PersonLevels {
  const plain = open(unwrapKey(tx.keys, key.wrappedKey, key.masterKeyId), sealed)
  return { says: plain[0]!, liked: plain[1]! }
}
