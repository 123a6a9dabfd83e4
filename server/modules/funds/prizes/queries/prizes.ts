import { sql, type RawBuilder } from 'kysely'
import type { operations, PrizeListRow, PrizeTerms } from '#contract/funds-prizes.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../../register.ts'
import type { TaxCategory } from '../../claims/tax.ts'
import type { WinnerShare } from '../rules.ts'

/** Which share of the contestants may win, and how prizes may be taxed, by the rules of today. */
export async function getPrizeTerms(tx: Tx, actor: Actor): Promise<PrizeTerms> {
  const share = await ruleFor<WinnerShare>(tx, 'prizes.winners', actor.today)
  const taxes = await ruleFor<TaxCategory[]>(tx, 'funds.tax_categories', actor.today)
  return {
    ...share.value,
    taxCategories: taxes.value.map(({ category }) => category),
    sources: [share.source, taxes.source],
  }
}

type Listed = InputOf<(typeof operations)['listPrizeLists']>
type Read = Omit<PrizeListRow, 'madeAt'> & { madeAt: Date }

/** Prizes of contests within scope, unasked the newest first, with what was paid of them. */
export async function listPrizeLists(
  tx: Tx,
  actor: Actor,
  input: Listed,
): Promise<{ items: PrizeListRow[]; nextCursor: string | null; total: number }> {
  const page = await registerPage<Read>(tx, register(tx, actor, input), input)
  return { ...page, items: page.items.map(shown) }
}

/** All that the list shows, in its order. */
export async function allPrizeLists(tx: Tx, actor: Actor, input: Listed): Promise<PrizeListRow[]> {
  return (await registerRows<Read>(tx, register(tx, actor, input), input)).map(shown)
}

const shown = (row: Read): PrizeListRow => ({ ...row, madeAt: row.madeAt.toISOString() })

const orders: Register['orders'] = {
  made: asMade,
  contest: column('contest', 'text'),
  heldOn: column('heldOn', 'date'),
  winners: column('winners'),
  total: column('totalFen'),
  paid: column('paidFen'),
}
const states = { unpaid: sql`m."paidFen" < m."totalFen"`, paid: sql`m."paidFen" >= m."totalFen"` }

function register(tx: Tx, actor: Actor, input: Listed): Register {
  const all = [
    inScope(tx, { actor, permission: 'funds.read' }, sql.ref('z.organisation_id')),
    namedLike(input.q, [sql.ref('z.contest'), sql.ref('n.name')]),
  ]
  if (input.year !== undefined) all.push(sql`extract(year from z.held_on) = ${input.year}`)
  const rows = prizeRows(tx, sql.join(all, sql` and `))
  return {
    rows: input.state === undefined ? rows : sql`select m.* from (${rows}) m where ${states[input.state]}`,
    orders,
    unasked: '-made',
  }
}

function prizeRows(tx: Tx, fits: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select z.id, z.organisation_id as "organisationId", n.name as "organisationName", b.name as "budgetName", z.contest, z.held_on as "heldOn",
      z.contestants, z.winners, z.total_fen as "totalFen", p.name as "madeBy", z.made_at as "madeAt",
      (select coalesce(sum(c.gross_fen), 0)::bigint from prize_claims x join claims c on c.tenant_id = x.tenant_id and c.id = x.claim_id
        where x.tenant_id = z.tenant_id and x.prize_list_id = z.id and exists (
          select from payment_line_claims lc join payment_lines l on l.tenant_id = lc.tenant_id and l.id = lc.line_id
          join payment_batch_acts paid on paid.tenant_id = l.tenant_id and paid.batch_id = l.batch_id and paid.act = 'paid'
          left join payment_returns r on r.tenant_id = l.tenant_id and r.line_id = l.id
          where lc.tenant_id = c.tenant_id and lc.claim_id = c.id and r.line_id is null)) as "paidFen"
    from prize_lists z
    cross join lateral (${lastName(tx, sql.ref('z.organisation_id'))}) n
    join budgets b on b.tenant_id = z.tenant_id and b.id = z.budget_id
    join persons p on p.tenant_id = z.tenant_id and p.id = z.made_by_person
    where z.tenant_id = ${tx.tenantId} and ${fits}`
}
