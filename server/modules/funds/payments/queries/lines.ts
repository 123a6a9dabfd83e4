import { sql } from 'kysely'
import type { ClaimState, OpenClaim, operations, PaymentLine } from '#contract/funds-payments.ts'
import type { InputOf } from '#contract/operation.ts'
import { lastName } from '#server/modules/access/index.ts'
import { nearTo } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { findBudget } from '../../budgets/queries/find-budget.ts'
import { aboveCeilings } from '../../ceilings/above-ceilings.ts'
import { dueTogether } from '../rules.ts'
import { accountsInClear } from './bank-lines.ts'
import { duesOf } from './dues.ts'
import { findBatch } from './find-batch.ts'
import { masked } from './masked.ts'

/** What is due on a budget and stands on no list, payee by payee, and what keeps it off the next one. */
export async function listOpenClaims(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listOpenClaims']>,
): Promise<{ items: OpenClaim[]; nextCursor: string | null; total: number }> {
  const budget = await findBudget(tx, { actor, permission: 'funds.read' }, input.budgetId)
  const dues = await duesOf(tx, budget.id)
  const above = await aboveCeilings(
    tx,
    dues.map(({ claimId }) => claimId),
  )
  const all = dueTogether(dues, {
    near: await nearTo(tx, actor.personId),
    above: new Set(above.map(({ claimId }) => claimId)),
  }).filter(({ state }) => input.state === undefined || state === input.state)
  const from = Number(readCursor(input.cursor, ['0'])[0])
  const page = all.slice(from, from + (input.limit ?? 50))
  const accounts = await accountsInClear(
    tx,
    page.flatMap(({ claims }) => claims[0]!.accountId ?? []),
  )
  const facts = await factsOf(
    tx,
    page.flatMap(({ claims }) => claims.map(({ claimId }) => claimId)),
  )
  return {
    items: page.map((each) => ({
      personId: each.personId,
      ...facts.get(each.claims[0]!.claimId)!,
      periods: [...new Set(each.claims.map(({ claimId }) => facts.get(claimId)!.period))],
      claims: each.claims.length,
      netFen: each.netFen,
      taxFen: each.taxFen,
      account: masked(accounts.get(each.claims[0]!.accountId ?? '')),
      state: each.state satisfies ClaimState,
      cause: each.cause,
    })),
    nextCursor: from + page.length < all.length ? writeCursor([String(from + page.length)]) : null,
    total: all.length,
  }
}

/** The lines of a list; accounts by bank and last four digits. */
export async function listPaymentLines(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listPaymentLines']>,
): Promise<{ items: PaymentLine[]; nextCursor: string | null; total: number }> {
  const batch = await findBatch(tx, { actor, permission: 'funds.read' }, input.batchId)
  const limit = input.limit ?? 50
  const after = Number(readCursor(input.cursor, ['0'])[0])
  const matching = sql`(${linesOfBatch(tx, batch.id)}) l where (${input.state ?? null}::text is null or l.state = ${input.state ?? null})`
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from ${matching}`.execute(tx)
  const { rows } = await sql<Omit<PaymentLine, 'account'> & { accountId: string }>`
    select * from ${matching} and l.number > ${after} order by l.number limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const accounts = await accountsInClear(
    tx,
    items.map((line) => line.accountId),
  )
  const last = items.at(-1)
  return {
    items: items.map(({ accountId, ...line }) => ({
      ...line,
      account: masked(accounts.get(accountId)) ?? '—',
    })),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([String(last.number)]) : null,
    total: counted[0]!.total,
  }
}

/** Lines of a list that the bank has given back. */
export async function returnedLineIds(tx: Tx, batchId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select l.id from payment_lines l join payment_returns r on r.tenant_id = l.tenant_id and r.line_id = l.id
    where l.tenant_id = ${tx.tenantId} and l.batch_id = ${batchId}`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

function linesOfBatch(tx: Tx, batchId: string) {
  return sql`
    select l.id, l.number, p.name, claim.organisation as "organisationName", l.payee_account_id as "accountId", l.amount_fen as "amountFen",
      l.tax_fen as "taxFen", claim.periods, claim.id as "claimId", l.reissues_id is not null as "isReissue", r.cause,
      case when again.id is not null then 'reissued' when r.line_id is not null then 'returned'
        when paid.batch_id is not null then 'paid' else 'listed' end as state
    from payment_lines l
    join persons p on p.tenant_id = l.tenant_id and p.id = l.person_id
    cross join lateral (
      select min(c.id::text) as id, array_agg(distinct c.period order by c.period) as periods, min(o.name) as organisation
      from payment_line_claims lc join claims c on c.tenant_id = lc.tenant_id and c.id = lc.claim_id
      cross join lateral (${lastName(tx, sql.ref('c.organisation_id'))}) o
      where lc.tenant_id = l.tenant_id and lc.line_id = l.id) claim
    left join payment_returns r on r.tenant_id = l.tenant_id and r.line_id = l.id
    left join lateral (select a.id from payment_lines a where a.tenant_id = l.tenant_id and a.reissues_id = l.id limit 1) again on true
    left join payment_batch_acts paid on paid.tenant_id = l.tenant_id and paid.batch_id = l.batch_id and paid.act = 'paid'
    where l.tenant_id = ${tx.tenantId} and l.batch_id = ${batchId}`
}

type Facts = { name: string; organisationName: string; period: string }

async function factsOf(tx: Tx, claimIds: readonly string[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<{ id: string } & Facts>`
    select c.id, p.name, o.name as "organisationName", c.period from claims c
    join persons p on p.tenant_id = c.tenant_id and p.id = c.person_id
    cross join lateral (${lastName(tx, sql.ref('c.organisation_id'))}) o
    where c.tenant_id = ${tx.tenantId} and c.id = any(${claimIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}
