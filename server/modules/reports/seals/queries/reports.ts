import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations, SealedReportRow } from '#contract/reports-seals.ts'
import { inScope, scopeOf } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Asked = InputOf<(typeof operations)['listSealedReports']>
type Answer = OutputOf<(typeof operations)['listSealedReports']>

/** Sealed reports of organisations within scope, ended ones too; the newest first. No values: those stand in the report. */
export async function listSealedReports(tx: Tx, actor: Actor, input: Asked): Promise<Answer> {
  const limit = input.limit ?? 50
  const [before] = readCursor(input.cursor, [''])
  const where = sql.join(conditions(tx, actor, input), sql` and `)
  const { rows } = await sql<SealedReportRow & { sealedAt: Date; knownAt: Date; all: number }>`
    with mine as (select r.* from sealed_reports r where r.tenant_id = ${tx.tenantId} and ${where})
    select r.id, coalesce(s.number, 0) as number, r.title, r.organisation_id as "organisationId", coalesce((
        select p.name from organisation_profiles p where p.tenant_id = r.tenant_id and p.organisation_id = r.organisation_id and p.superseded_at is null
        order by (p.starts_on <= app_today()) desc, p.starts_on desc limit 1), '') as "organisationName",
      r.version, case when ${isCorrected()} then 'corrected' else 'current' end as state, r.sealed_at as "sealedAt", r.known_at as "knownAt",
      (select count(*)::int from sealed_figures f where f.tenant_id = r.tenant_id and f.report_id = r.id) as "figureCount",
      (select count(*)::int from mine) as all
    from mine r left join report_seals s on s.tenant_id = r.tenant_id and s.report_id = r.id
    where ${before} = '' or r.id < nullif(${before}, '')::uuid order by r.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ all: _all, ...row }) => ({
      ...row,
      sealedAt: row.sealedAt.toISOString(),
      knownAt: row.knownAt.toISOString(),
    })),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null,
    total: rows[0]?.all ?? 0,
  }
}

function conditions(tx: Tx, actor: Actor, { q, state, organisationId }: Asked): RawBuilder<SqlBool>[] {
  const reach = { actor, permission: 'figures.read' } as const
  const { subtreeIds } = scopeOf(actor, 'figures.read')
  const own = sql<SqlBool>`(${inScope(tx, reach, sql.ref('r.organisation_id'))} or ${endedBelow(tx, actor.today, subtreeIds)})`
  const said = [own]
  if (q !== undefined && q.trim() !== '')
    said.push(sql<SqlBool>`strpos(lower(r.title), lower(${q.trim()})) > 0`)
  if (state === 'corrected') said.push(isCorrected())
  if (state === 'current') said.push(sql<SqlBool>`not ${isCorrected()}`)
  if (organisationId !== undefined) said.push(sql<SqlBool>`r.organisation_id = ${organisationId}`)
  return said
}

function isCorrected(): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select from sealed_reports n where n.tenant_id = r.tenant_id and n.corrects_id = r.id)`
}

/** An organisation that has ended keeps the place it had last. */
function endedBelow(tx: Tx, today: string, subtreeIds: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from organisation_tree last where last.tenant_id = ${tx.tenantId} and last.descendant_id = r.organisation_id
      and last.ancestor_id = any(${[...subtreeIds]}::uuid[]) and last.ends_before <= ${today}::date and last.ends_before = (
        select max(coalesce(own.ends_before, 'infinity'::date)) from organisation_tree own
        where own.tenant_id = ${tx.tenantId} and own.descendant_id = r.organisation_id and own.depth = 0))`
}
