import { sql } from 'kysely'
import type { AuditSeal, operations } from '#contract/audit.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Input = InputOf<(typeof operations)['listAuditSeals']>

/** Seals, the newest first. */
export async function listAuditSeals(
  tx: Tx,
  _actor: Actor,
  input: Input,
): Promise<{ items: AuditSeal[]; nextCursor: string | null }> {
  const limit = input.limit ?? 50
  const [before] = readCursor(input.cursor, [''])
  const items = await sealsBefore(tx, before === '' ? null : Number(before), limit + 1)
  const page = items.slice(0, limit)
  return { items: page, nextCursor: items.length > limit ? writeCursor([String(page.at(-1)!.number)]) : null }
}

/** The newest seal, or null. */
export async function newestSeal(tx: Tx): Promise<AuditSeal | null> {
  return (await sealsBefore(tx, null, 1))[0] ?? null
}

async function sealsBefore(tx: Tx, before: number | null, limit: number): Promise<AuditSeal[]> {
  const { rows } = await sql<Omit<AuditSeal, 'sealedAt'> & { sealed_at: Date }>`
    select s.number, s.sealed_at, s.entries, encode(s.hash, 'hex') as hash,
      (select count(*) from audit_seal_heads h where h.tenant_id = s.tenant_id and h.seal = s.number) as heads
    from audit_seals s where s.tenant_id = ${tx.tenantId} and s.number < coalesce(${before}::bigint, 9223372036854775807)
    order by s.number desc limit ${limit}`.execute(tx)
  return rows.map(({ sealed_at, ...seal }) => ({ ...seal, sealedAt: sealed_at.toISOString() }))
}
