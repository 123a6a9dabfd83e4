import { sql, type RawBuilder } from 'kysely'
import type { DirectPointRow, operations } from '#contract/funds-points.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../../register.ts'
import { acceptedReports, standingPayment } from './find-point.ts'

type Listed = InputOf<(typeof operations)['listDirectPoints']>
type Read = DirectPointRow & { waitsForDesignation?: boolean }

/** Grants of points within scope, unasked the newest year first, then by the newest grant. */
export async function listDirectPoints(
  tx: Tx,
  actor: Actor,
  input: Listed,
): Promise<{ items: DirectPointRow[]; nextCursor: string | null; total: number }> {
  const page = await registerPage<Read>(tx, register(tx, actor, input), input)
  return { ...page, items: page.items.map(shown) }
}

/** All that the list shows, in its order. */
export async function allDirectPoints(tx: Tx, actor: Actor, input: Listed): Promise<DirectPointRow[]> {
  return (await registerRows<Read>(tx, register(tx, actor, input), input)).map(shown)
}

const shown = ({ waitsForDesignation: _, ...row }: Read): DirectPointRow => row

const orders: Register['orders'] = {
  organisation: column('organisationName', 'text'),
  year: [...column('year'), ...asMade],
  total: column('totalFen'),
  payable: column('payableFen'),
}

function register(tx: Tx, actor: Actor, input: Listed): Register {
  const all = [
    inScope(tx, { actor, permission: 'funds.read' }, sql.ref('g.organisation_id')),
    namedLike(input.q, [sql.ref('o.name')]),
  ]
  if (input.year !== undefined) all.push(sql`g.year = ${input.year}`)
  if (input.level !== undefined) all.push(sql`g.level = ${input.level}`)
  const told = [sql`true`]
  if (input.state !== undefined) told.push(sql`m.state = ${input.state}`)
  if (input.waits === 'payment') told.push(sql`m."payableFen" > 0`)
  if (input.waits === 'review') told.push(sql`m."waitingReports" > 0`)
  if (input.waits === 'demonstration') told.push(sql`m."waitsForDesignation"`)
  return {
    rows: sql`select m.* from (${pointRows(tx, sql.join(all, sql` and `))}) m where ${sql.join(told, sql` and `)}`,
    orders,
    unasked: '-year',
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
