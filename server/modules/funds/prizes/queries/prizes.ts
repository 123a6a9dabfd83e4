import { sql } from 'kysely'
import type { operations, PrizeListRow, PrizeTerms } from '#contract/funds-prizes.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
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

/** Prizes of contests within scope, the newest first, with what was paid of them. */
export async function listPrizeLists(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listPrizeLists']>,
): Promise<{ items: PrizeListRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const scope = inScope(tx, { actor, permission: 'funds.read' }, sql.ref('z.organisation_id'))
  const year = input.year === undefined ? sql`true` : sql`extract(year from z.held_on) = ${input.year}`
  const matching = sql`from prize_lists z where z.tenant_id = ${tx.tenantId} and ${scope} and ${year}`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<Omit<PrizeListRow, 'madeAt'> & { madeAt: Date }>`
    select z.id, z.organisation_id as "organisationId", n.name as "organisationName", b.name as "budgetName", z.contest, z.held_on as "heldOn",
      z.contestants, z.winners, z.total_fen as "totalFen", p.name as "madeBy", z.made_at as "madeAt",
      (select coalesce(sum(c.gross_fen), 0)::bigint from prize_claims x join claims c on c.tenant_id = x.tenant_id and c.id = x.claim_id
        where x.tenant_id = z.tenant_id and x.prize_list_id = z.id and exists (
          select from payment_line_claims lc join payment_lines l on l.tenant_id = lc.tenant_id and l.id = lc.line_id
          join payment_batch_acts paid on paid.tenant_id = l.tenant_id and paid.batch_id = l.batch_id and paid.act = 'paid'
          left join payment_returns r on r.tenant_id = l.tenant_id and r.line_id = l.id
          where lc.tenant_id = c.tenant_id and lc.claim_id = c.id and r.line_id is null)) as "paidFen"
    from (select z.* ${matching} and (${after} = '' or z.id < nullif(${after}, '')::uuid) order by z.id desc limit ${limit + 1}) z
    cross join lateral (${lastName(tx, sql.ref('z.organisation_id'))}) n
    join budgets b on b.tenant_id = z.tenant_id and b.id = z.budget_id
    join persons p on p.tenant_id = z.tenant_id and p.id = z.made_by_person order by z.id desc`.execute(tx)
  const items = rows.slice(0, limit).map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }))
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null,
    total: counted[0]!.total,
  }
}
