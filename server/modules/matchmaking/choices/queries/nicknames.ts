import { sql } from 'kysely'
import { openText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What these persons are called by each other, for those whom `viewerId` may see: not hidden, not blocked either way. */
export async function nicknames(
  tx: Tx,
  viewerId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; card: Buffer; wrappedKey: Buffer; masterKeyId: number }>`
    select p.person_id as "personId", p.card_cipher as card, k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from dating_profiles p join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.person_id
    where p.tenant_id = ${tx.tenantId} and p.person_id = any(${personIds}::uuid[])
      and not exists (select from profile_hidings h where h.tenant_id = p.tenant_id and h.profile_id = p.id and h.ended_at is null)
      and not exists (select from blocks b where b.tenant_id = p.tenant_id and b.ended_at is null
        and ((b.person_id = p.person_id and b.blocked_person_id = ${viewerId}) or (b.person_id = ${viewerId} and b.blocked_person_id = p.person_id)))`.execute(
    tx,
  )
  return new Map(
    rows.map((row) => [
      row.personId,
      (
        JSON.parse(openText(unwrapKey(tx.keys, row.wrappedKey, row.masterKeyId), row.card)) as {
          nickname: string
        }
      ).nickname,
    ]),
  )
}
