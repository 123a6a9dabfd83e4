import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { BulletinContent, BulletinRow, BulletinState, operations } from '#contract/reports-bulletins.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

/** A bulletin as commands and pages need it: its last text, what was submitted last, and how it stands. */
export interface BulletinHead {
  id: string
  publicId: string
  organisationId: string
  state: BulletinState
  version: number
  titleZh: string
  titleEn: string
  textZh: string
  textEn: string
  asOf: string | null
  chosenDay: string | null
  writtenBy: string | null
  changedAt: Date
  editionId: string | null
  fixedAt: Date | null
  releasedAt: Date | null
  sealId: string | null
  reason: string | null
  withdrawnAt: Date | null
}

/** One bulletin within scope: a draft for those who write or release there, any other for whoever may ask for figures. Else: not there. */
export async function findBulletin(tx: Tx, actor: Actor, bulletinId: string): Promise<BulletinHead> {
  const { rows } = await sql<BulletinHead>`
    select * from (${heads(tx)}) b where b.id = ${bulletinId} and ${readable(tx, actor)}`.execute(tx)
  return found(rows[0])
}

/** Bulletins within scope, the last begun first. */
export async function listBulletins(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listBulletins']>,
): Promise<{ items: BulletinRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const matching = sql`(${heads(tx)}) b where ${readable(tx, actor)}
    and (${input.state ?? null}::text is null or b.state = ${input.state ?? null})`
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<BulletinHead & { organisationName: string }>`
    select b.*, (select name from organisation_profiles p where p.tenant_id = ${tx.tenantId} and p.organisation_id = b."organisationId"
      and p.superseded_at is null order by starts_on desc limit 1) as "organisationName"
    from ${matching} and (${after} = '' or b.id < nullif(${after}, '')::uuid) order by b.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => rowOf(row, { organisationName: row.organisationName, today: actor.today })),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null,
    total: counted[0]!.total,
  }
}

/** A bulletin as it stands in a list. */
export function rowOf(
  head: BulletinHead,
  { organisationName, today }: { organisationName: string; today: string },
): BulletinRow {
  return {
    id: head.id,
    state: head.state,
    titleZh: head.titleZh,
    titleEn: head.titleEn,
    organisationId: head.organisationId,
    organisationName,
    asOf: head.asOf ?? today,
    changedAt: head.changedAt.toISOString(),
    releasedAt: head.releasedAt?.toISOString() ?? null,
  }
}

/** What was submitted under this id, and when. */
export async function contentOf(tx: Tx, editionId: string): Promise<BulletinContent> {
  const { rows } = await sql<{ content: BulletinContent }>`
    select content from bulletin_editions where tenant_id = ${tx.tenantId} and id = ${editionId}`.execute(tx)
  return found(rows[0]).content
}

// A request that came back or was refused leaves a draft: the next submission is a request of its own.
function heads(tx: Tx): RawBuilder<unknown> {
  return sql`
    select b.id, b.public_id as "publicId", b.organisation_id as "organisationId",
      case when w.bulletin_id is not null then 'withdrawn' when r.bulletin_id is not null then 'released'
        when waiting.waits_for is not null then 'in_review' else 'draft' end as state,
      t.version, t.title_zh as "titleZh", t.title_en as "titleEn", t.text_zh as "textZh", t.text_en as "textEn",
      case when r.bulletin_id is null and waiting.waits_for is null then t.as_of else (e.content ->> 'asOf')::date end as "asOf", t.as_of as "chosenDay", t.written_by as "writtenBy",
      greatest(t.written_at, e.fixed_at, r.released_at, w.withdrawn_at) as "changedAt",
      e.id as "editionId", e.fixed_at as "fixedAt", r.released_at as "releasedAt", e.seal_id as "sealId", w.reason, w.withdrawn_at as "withdrawnAt"
    from bulletins b
    cross join lateral (select * from bulletin_texts x where x.tenant_id = b.tenant_id and x.bulletin_id = b.id order by version desc limit 1) t
    left join lateral (select * from bulletin_editions x where x.tenant_id = b.tenant_id and x.bulletin_id = b.id order by x.id desc limit 1) e on true
    left join lateral (select waits_for from approval_acts x where x.tenant_id = b.tenant_id and x.approval_id = e.id
      order by number desc limit 1) waiting on true
    left join bulletin_releases r on r.tenant_id = b.tenant_id and r.bulletin_id = b.id
    left join bulletin_withdrawals w on w.tenant_id = b.tenant_id and w.bulletin_id = b.id
    where b.tenant_id = ${tx.tenantId}`
}

function readable(tx: Tx, actor: Actor): RawBuilder<SqlBool> {
  const at = (permission: 'figures.read' | 'bulletins.write' | 'bulletins.release') =>
    inScope(tx, { actor, permission }, sql.ref('b.organisationId'))
  return sql<SqlBool>`((b.state in ('released', 'withdrawn') and ${at('figures.read')}) or ${at('bulletins.write')} or ${at('bulletins.release')})`
}
