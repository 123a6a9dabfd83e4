import { deriveKey, openText, sealText } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Seals what is said in a report or about it: it stands in no table in clear. */
export function sealWords(tx: Tx, text: string): Buffer {
  return sealText(deriveKey(tx.keys, `reports of persons ${tx.tenantId}`), text)
}

/** Opens what was said; null where it was erased. */
export function openWords(tx: Tx, sealed: Buffer | null): string | null {
  return sealed === null ? null : openText(deriveKey(tx.keys, `reports of persons ${tx.tenantId}`), sealed)
}
