import { deriveKey, openText, type MasterKeys } from '#server/platform/crypto.ts'
import type { RawRow } from '../rules/cells.ts'
import type { Reason } from '../rules/reasons.ts'

/** What only an officer who mends a row sees: the cells as written, and why the row waits. */
export interface SealedCells {
  raw: RawRow
  reasons: readonly Reason[]
}

/** The key of cells in waiting: they belong to the import, not yet to a person. */
export function stagingKey(keys: MasterKeys, tenantId: string): Buffer {
  return deriveKey(keys, `roster-cells ${tenantId}`)
}

/** What `sealed` of a row holds. */
export function openCells<Kept = SealedCells>(keys: MasterKeys, tenantId: string, sealed: Buffer): Kept {
  return JSON.parse(openText(stagingKey(keys, tenantId), sealed)) as Kept
}
