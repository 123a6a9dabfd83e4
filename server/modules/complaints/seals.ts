import { deriveKey, openText, sealText } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Seals what is said in a complaint: it stands in no table in clear. */
export function sealWords(tx: Tx, text: string): Buffer {
  return sealText(deriveKey(tx.keys, `complaints ${tx.tenantId}`), text)
}

/** Opens what was said; null where it was erased. */
export function openWords(tx: Tx, sealed: Buffer | null): string | null {
  return sealed === null ? null : openText(deriveKey(tx.keys, `complaints ${tx.tenantId}`), sealed)
}

/** Seals who complained, under a key of its own: reading the words does not open it. */
export function sealFiler(tx: Tx, personId: string): Buffer {
  return sealText(deriveKey(tx.keys, `complainants ${tx.tenantId}`), personId)
}

/** Who complained. */
export function openFiler(tx: Tx, sealed: Buffer): string {
  return openText(deriveKey(tx.keys, `complainants ${tx.tenantId}`), sealed)
}
