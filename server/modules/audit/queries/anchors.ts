import { sql, type RawBuilder } from 'kysely'
import type { AuditAnchor, operations } from '#contract/audit.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Input = InputOf<(typeof operations)['listAuditAnchors']>

/** Anchors, the newest first, with where each was taken to. */
export async function listAuditAnchors(
  tx: Tx,
  _actor: Actor,
  input: Input,
): Promise<{ items: AuditAnchor[]; nextCursor: string | null }> {
  const limit = input.limit ?? 50
  const [before] = readCursor(input.cursor, [''])
  const items = await anchorsWhere(
    tx,
    sql`${before} = '' or a.number < nullif(${before}, '')::bigint`,
    limit + 1,
  )
  const page = items.slice(0, limit)
  return { items: page, nextCursor: items.length > limit ? writeCursor([String(page.at(-1)!.number)]) : null }
}

/** The newest anchor, or null. */
export async function newestAnchor(tx: Tx): Promise<AuditAnchor | null> {
  return (await anchorsWhere(tx, sql`true`, 1))[0] ?? null
}

/** One anchor. */
export async function getAuditAnchor(
  tx: Tx,
  _actor: Actor,
  { number }: { number: number },
): Promise<AuditAnchor> {
  return found((await anchorsWhere(tx, sql`a.number = ${number}`, 1))[0])
}

/** The file of an anchor, as it was made. */
export async function downloadAuditAnchor(
  tx: Tx,
  _actor: Actor,
  { number }: { number: number },
): Promise<Download> {
  const anchor = found(
    await tx
      .selectFrom('audit_anchors')
      .select(['file_name', 'content'])
      .where('tenant_id', '=', tx.tenantId)
      .where('number', '=', number)
      .executeTakeFirst(),
  )
  return {
    fileName: anchor.file_name,
    contentType: 'application/x-ndjson; charset=utf-8',
    body: Buffer.from(anchor.content),
  }
}

async function anchorsWhere(tx: Tx, condition: RawBuilder<unknown>, limit: number): Promise<AuditAnchor[]> {
  const { rows } = await sql<AuditAnchor>`
    select a.number, to_json(a.made_at) #>> '{}' as "madeAt", person.name as "madeByName", a.seal, a.entries,
      to_json(s.sealed_at) #>> '{}' as "sealedAt", a.file_name as "fileName", encode(a.digest, 'hex') as digest,
      regexp_count(a.content, '"kind":"head"')::int as heads, regexp_count(a.content, '"kind":"erasure"')::int as erasures,
      coalesce((
        select json_agg(json_build_object('place', d.place, 'outcome', d.outcome, 'triedAt', d.tried_at) order by d.place) from audit_anchor_deliveries d
        where d.tenant_id = a.tenant_id and d.anchor = a.number), '[]') as deliveries
    from audit_anchors a
    left join audit_seals s on s.tenant_id = a.tenant_id and s.number = a.seal
    left join accounts account on account.tenant_id = a.tenant_id and account.id = a.made_by
    left join persons person on person.tenant_id = account.tenant_id and person.id = account.person_id
    where a.tenant_id = ${tx.tenantId} and (${condition}) order by a.number desc limit ${limit}`.execute(tx)
  return rows
}
