import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertAnchor, sealLog } from '../store.ts'
import { writeAnchor, type AnchorFacts, type ChainHead } from './anchor.ts'
import { anchorFileName } from './folder.ts'

/** An anchor that was made and is to be taken outside. */
export interface MadeAnchor {
  number: number
  fileName: string
  text: string
  digest: string
  tenant: AnchorFacts['tenant']
}

/**
 * Seals the log and makes the next anchor of it: the newest seal, the heads of all chains as they are sealed, and who was erased since a day
 * before the anchor before. The day more is for erasures that were under way then; naming one twice does no harm. Null for an empty log.
 */
export async function makeAnchor(tx: Tx, madeBy: string | null): Promise<MadeAnchor | null> {
  await sealLog(tx)
  const seal = await newestSeal(tx)
  if (seal === null) return null
  const last = await lastAnchor(tx)
  const facts: AnchorFacts = {
    tenant: await tenantOf(tx),
    number: (last?.number ?? 0) + 1,
    madeAt: await now(tx),
    previous: last === null ? null : { number: last.number, digest: last.digest },
    seal,
    heads: await sealedHeads(tx),
    erasures: await erasuresSince(tx, last?.madeAt ?? null),
  }
  const { text, digest } = writeAnchor(tx.keys, facts)
  const fileName = anchorFileName(facts.tenant.code, facts.madeAt, facts.number)
  await insertAnchor(tx, {
    number: facts.number,
    made_at: new Date(facts.madeAt),
    seal: seal.number,
    entries: seal.entries,
    file_name: fileName,
    content: text,
    digest: Buffer.from(digest, 'hex'),
    made_by: madeBy,
  })
  return { number: facts.number, fileName, text, digest, tenant: facts.tenant }
}

async function newestSeal(tx: Tx): Promise<AnchorFacts['seal'] | null> {
  const { rows } = await sql<{ number: number; sealed_at: Date; entries: number; hash: string }>`
    select number, sealed_at, entries, encode(hash, 'hex') as hash from audit_seals
    where tenant_id = ${tx.tenantId} order by number desc limit 1`.execute(tx)
  const [row] = rows
  if (row === undefined) return null
  return { number: row.number, sealedAt: row.sealed_at.toISOString(), entries: row.entries, hash: row.hash }
}

async function lastAnchor(tx: Tx): Promise<{ number: number; digest: string; madeAt: string } | null> {
  const { rows } = await sql<{ number: number; digest: string; made_at: Date }>`
    select number, encode(digest, 'hex') as digest, made_at from audit_anchors
    where tenant_id = ${tx.tenantId} order by number desc limit 1`.execute(tx)
  const [row] = rows
  return row === undefined
    ? null
    : { number: row.number, digest: row.digest, madeAt: row.made_at.toISOString() }
}

async function sealedHeads(tx: Tx): Promise<ChainHead[]> {
  const { rows } = await sql<ChainHead>`
    select head.* from audit_heads h
    cross join lateral (
      select s.chain, s.seq, encode(s.hash, 'hex') as hash from audit_seal_heads s
      where s.tenant_id = h.tenant_id and s.chain = h.chain order by s.seq desc limit 1) head
    where h.tenant_id = ${tx.tenantId} order by head.chain`.execute(tx)
  return rows
}

async function erasuresSince(tx: Tx, madeAt: string | null): Promise<AnchorFacts['erasures']> {
  const { rows } = await sql<{ person_id: string; erased_at: Date }>`
    select person_id, erased_at from person_erasures
    where tenant_id = ${tx.tenantId} and erased_at > coalesce(${madeAt}::timestamptz - interval '1 day', '-infinity')
    order by erased_at, person_id`.execute(tx)
  return rows.map((row) => ({ personId: row.person_id, erasedAt: row.erased_at.toISOString() }))
}

async function tenantOf(tx: Tx): Promise<AnchorFacts['tenant']> {
  return tx
    .selectFrom('tenants')
    .select(['id', 'code', 'name'])
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
}

async function now(tx: Tx): Promise<string> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return rows[0]!.now.toISOString()
}
