import { sql } from 'kysely'
import type { DuplicateReason } from '#contract/people-duplicates.ts'
import type { DocumentKind } from '#contract/people-records.ts'
import { documentKinds } from '#contract/people-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { documentHash, openHidden } from '../secrets.ts'

/** Two records that may be one person; the older one would be kept. */
export interface Suspicion {
  keptId: string
  otherId: string
  reasons: DuplicateReason[]
}

/** Records that stand for a person of their own: neither merged into another nor erased. */
const live = (tx: Tx) => sql`
  select p.id, p.name, p.birth_date, p.mobile_hash from persons p
  where p.tenant_id = ${tx.tenantId} and exists (select from person_keys k where k.tenant_id = p.tenant_id and k.person_id = p.id)
    and not exists (select from person_aliases a where a.tenant_id = p.tenant_id and a.alias_id = p.id and a.undone_at is null)`

/** Every suspicion of the tenant that nobody has cleared up. Scope is judged by whoever shows them. */
export async function suspicions(tx: Tx): Promise<Suspicion[]> {
  const { rows } = await sql<{ keptId: string; otherId: string; reasons: DuplicateReason[] }>`
    with live as materialized (${live(tx)}),
    same as (
      select 'name_and_birth' as reason, array_agg(id order by id) as ids from live where birth_date is not null
        group by name, birth_date having count(*) > 1
      union all
      select 'mobile', array_agg(id order by id) from live where mobile_hash is not null group by mobile_hash having count(*) > 1
      union all
      select 'card', array_agg(distinct live.id) from service_cards c join live on live.id = c.person_id
        where c.tenant_id = ${tx.tenantId} and c.superseded_at is null and c.ends_before is null
        group by c.number_hash having count(distinct live.id) > 1),
    pair as (
      select reason, ids[1] as kept, other as other from same cross join lateral unnest(ids[2:]) as other)
    select pair.kept as "keptId", pair.other as "otherId", array_agg(distinct pair.reason) as reasons from pair
    where not exists (select from person_distinctions d where d.tenant_id = ${tx.tenantId}
      and d.person_id = least(pair.kept, pair.other) and d.other_person_id = greatest(pair.kept, pair.other))
    group by pair.kept, pair.other order by pair.kept, pair.other`.execute(tx)
  return joined([...rows, ...(await sameNumberOtherKind(tx))])
}

/**
 * One number under two kinds of document. Their hashes differ, so the few documents that are no citizen number are opened and looked up
 * under every other kind.
 */
async function sameNumberOtherKind(tx: Tx): Promise<Suspicion[]> {
  const { rows } = await sql<HiddenDocument>`
    select p.id, p.document_kind as kind, p.document_cipher as cipher, k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from persons p join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id
    where p.tenant_id = ${tx.tenantId} and p.document_kind not in ('citizen_id', 'residence_permit') and p.document_cipher is not null
    order by p.id limit 5000`.execute(tx)
  const sought = rows.flatMap((row) => {
    const number = openHidden(tx.keys, row, row.cipher)
    if (number === null) return []
    return documentKinds
      .filter((kind) => kind !== row.kind)
      .map((kind) => ({ id: row.id, hash: documentHash(tx, { kind, number }) }))
  })
  if (sought.length === 0) return []
  const { rows: found } = await sql<{ keptId: string; otherId: string }>`
    with live as (${live(tx)})
    select distinct least(s.id, live.id) as "keptId", greatest(s.id, live.id) as "otherId"
    from unnest(${sought.map((one) => one.id)}::uuid[], ${sought.map((one) => one.hash)}::bytea[]) as s (id, hash)
    join persons p on p.tenant_id = ${tx.tenantId} and p.document_hash = s.hash and p.id <> s.id
    join live on live.id = p.id join live as mine on mine.id = s.id
    where not exists (select from person_distinctions d where d.tenant_id = ${tx.tenantId}
      and d.person_id = least(s.id, live.id) and d.other_person_id = greatest(s.id, live.id))`.execute(tx)
  return found.map((row) => ({ ...row, reasons: ['document'] }))
}

interface HiddenDocument {
  id: string
  kind: DocumentKind
  cipher: Buffer
  wrappedKey: Buffer
  masterKeyId: number
}

function joined(found: readonly Suspicion[]): Suspicion[] {
  const pairs = new Map<string, Suspicion>()
  for (const one of found) {
    const key = `${one.keptId} ${one.otherId}`
    const known = pairs.get(key)
    pairs.set(key, known ? { ...known, reasons: [...known.reasons, ...one.reasons] } : one)
  }
  return [...pairs.values()]
}
