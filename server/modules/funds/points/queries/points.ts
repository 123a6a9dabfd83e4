import { sql, type RawBuilder } from 'kysely'
import type { DirectPointRow, operations } from '#contract/funds-points.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { acceptedReports, standingPayment } from './find-point.ts'

/** Grants of points within scope, the newest year first, then by the newest grant. */
export async function listDirectPoints(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listDirectPoints']>,
): Promise<{ items: DirectPointRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const [year, id] = readCursor(input.cursor, ['', '']) as [string, string]
  const all = [inScope(tx, { actor, permission: 'funds.read' }, sql.ref('g.organisation_id'))]
  if (input.year !== undefined) all.push(sql`g.year = ${input.year}`)
  if (input.level !== undefined) all.push(sql`g.level = ${input.level}`)
  const told = [sql`true`]
  if (input.state !== undefined) told.push(sql`m.state = ${input.state}`)
  if (input.waits === 'payment') told.push(sql`m."payableFen" > 0`)
  if (input.waits === 'review') told.push(sql`m."waitingReports" > 0`)
  if (input.waits === 'demonstration') told.push(sql`m."waitsForDesignation"`)
  const matching = sql`from (${pointRows(tx, sql.join(all, sql` and `))}) m where ${sql.join(told, sql` and `)}`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<DirectPointRow & { waitsForDesignation?: boolean }>`
    select m.* ${matching} and (${id} = '' or (m.year, m.id) < (nullif(${year}, '')::int, nullif(${id}, '')::uuid))
    order by m.year desc, m.id desc limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  for (const row of items) delete row.waitsForDesignation
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([String(last.year), last.id]) : null,
    total: counted[0]!.total,
  }
}

/** Grants `g` that fit, each with what every payer gives and has paid. */
export function pointRows(tx: Tx, fits: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select g.id, g.organisation_id as "organisationId", o.name as "organisationName", g.year, g.level, coalesce(d.outcome, 'waiting') as state,
      g.total_fen as "totalFen", money."paidFen",
      case when d.outcome = 'approved' then money."payableFen" else 0 end as "payableFen", money.shares,
      reports.accepted as "acceptedReports",
      (select count(*) from direct_point_reports r where r.tenant_id = g.tenant_id and r.grant_id = g.id and not exists (
        select from direct_point_report_reviews v where v.tenant_id = r.tenant_id and v.report_id = r.id))::int as "waitingReports",
      (select max(x.ends_before) from demonstration_proposals p join demonstration_decisions x on x.tenant_id = p.tenant_id and x.proposal_id = p.id
        where p.tenant_id = g.tenant_id and p.grant_id = g.id and x.outcome = 'designated' and x.ends_before > app_today()) as "demonstrationUntil",
      exists (select from demonstration_proposals p where p.tenant_id = g.tenant_id and p.grant_id = g.id and not exists (
        select from demonstration_decisions x where x.tenant_id = p.tenant_id and x.proposal_id = p.id)) as "waitsForDesignation"
    from direct_point_grants g
    left join direct_point_decisions d on d.tenant_id = g.tenant_id and d.grant_id = g.id
    cross join lateral (${lastName(tx, sql.ref('g.organisation_id'))}) o
    cross join lateral (select ${acceptedReports} as accepted) reports
    cross join lateral (
      select sum(by."paidFen")::bigint as "paidFen", sum(by."payableFen")::bigint as "payableFen",
        json_agg(json_build_object('payer', by.payer, 'amountFen', by."amountFen", 'paidFen', by."paidFen")
          order by array_position(array['two_new_committee', 'district_federation', 'street_town'], by.payer)) as shares
      from (select s.payer, sum(s.amount_fen)::bigint as "amountFen", coalesce(sum(s.amount_fen) filter (where paid.id is not null), 0)::bigint as "paidFen",
          coalesce(sum(s.amount_fen) filter (where paid.id is null and s.after_reports <= reports.accepted), 0)::bigint as "payableFen"
        from direct_point_shares s ${standingPayment} where s.tenant_id = g.tenant_id and s.grant_id = g.id group by s.payer) by) money
    where g.tenant_id = ${tx.tenantId} and ${fits}`
}
