import { sql } from 'kysely'
import { open, seal, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

interface HiddenChange {
  row_id: number
  wrapped_key: Buffer
  master_key_id: number
  own_key: Buffer | null
  own_master_key_id: number | null
  mobile_cipher: Buffer | null
  card_cipher: Buffer | null
}

/**
 * A dry run seals every row under a key of its own, since it does not know yet who is known. Known persons have a key already: what of
 * theirs changes is sealed under it, a few hundred at a time.
 */
export async function sealUnderOwnKeys(tx: Tx, importId: string): Promise<void> {
  for (let after = -1; ;) {
    const rows = await nextRows(tx, importId, after)
    if (rows.length === 0) return
    const sealed = rows.map((row) => resealed(tx, row))
    await sql`
      update import_rows r set mobile_cipher = s.mobile_cipher, card_cipher = s.card_cipher
      from unnest(${rows.map((row) => row.row_id)}::int[], ${sealed.map((row) => row.mobile)}::bytea[], ${sealed.map((row) => row.card)}::bytea[])
        as s (row_id, mobile_cipher, card_cipher)
      where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId} and r.row_id = s.row_id`.execute(tx)
    after = rows.at(-1)!.row_id
  }
}

async function nextRows(tx: Tx, importId: string, after: number): Promise<HiddenChange[]> {
  const { rows } = await sql<HiddenChange>`
    select r.row_id, r.wrapped_key, r.master_key_id, k.wrapped_key as own_key, k.master_key_id as own_master_key_id, r.mobile_cipher, r.card_cipher
    from import_rows r left join person_keys k on k.tenant_id = r.tenant_id and k.person_id = r.existing_person_id
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId} and r.bucket = 'changed' and r.row_id > ${after}
      and r.changes @? '$[*] ? (@.field == "mobile" || @.field == "service_card")'
    order by r.row_id limit 500`.execute(tx)
  return rows
}

function resealed(tx: Tx, row: HiddenChange): { mobile: Buffer | null; card: Buffer | null } {
  // A person whose key was destroyed was erased: nothing may be written for them again.
  if (row.own_key === null || row.own_master_key_id === null) return { mobile: null, card: null }
  const staged = unwrapKey(tx.keys, row.wrapped_key, row.master_key_id)
  const own = unwrapKey(tx.keys, row.own_key, row.own_master_key_id)
  const again = (cipher: Buffer | null) => (cipher === null ? null : seal(own, open(staged, cipher)))
  return { mobile: again(row.mobile_cipher), card: again(row.card_cipher) }
}
