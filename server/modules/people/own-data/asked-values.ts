import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/own-data.ts'
import { openText, sealText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'

type Asked = InputOf<(typeof operations)['askCorrection']>

/** The fields a person asks to have corrected, and their words about it. */
export type AskedValues = Omit<Asked, 'evidenceIds'>

/** Where a person's wrapped key stands. */
export interface KeyHolder {
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

/** The wrapped key of a person; none once they were erased. */
export async function keyHolder(tx: Tx, personId: string): Promise<KeyHolder> {
  const row = await tx
    .selectFrom('person_keys')
    .select(['wrapped_key as wrappedKey', 'master_key_id as masterKeyId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? { wrappedKey: null, masterKeyId: null }
}

/** Seals what is asked under the person's own key: whoever erases the person erases it too. */
export function sealAsked(tx: Tx, holder: KeyHolder, text: string): Buffer {
  return sealText(keyOf(tx, holder), text)
}

/** Opens what `sealAsked` sealed. */
export function openAsked(tx: Tx, holder: KeyHolder, sealed: Buffer): string {
  return openText(keyOf(tx, holder), sealed)
}

function keyOf(tx: Tx, { wrappedKey, masterKeyId }: KeyHolder): Buffer {
  if (wrappedKey === null || masterKeyId === null) refuse('people.erased')
  return unwrapKey(tx.keys, wrappedKey, masterKeyId)
}
