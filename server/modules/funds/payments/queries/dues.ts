import { sql } from 'kysely'
import type { ReturnCause } from '#contract/funds-payments.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Due } from '../rules.ts'

type Row = Omit<Due, 'returned'> & {
  returnedLineId: string | null
  returnedAccountId: string | null
  cause: ReturnCause | null
}

/**
 * What is due on a budget and stands on no list that lives: never listed, sent back before it was paid, or returned by the bank. In the order of
 * organisations and payees, so that the same dues make the same list.
 */
export async function duesOf(tx: Tx, budgetId: string): Promise<Due[]> {
  const { rows } = await sql<Row>`
    select c.id as "claimId", c.payee as "personId", c.gross_fen as "grossFen", c.tax_fen as "taxFen", c.net_fen as "netFen",
      c.attempts, account.id as "accountId", returned.line_id as "returnedLineId", returned.payee_account_id as "returnedAccountId", returned.cause
    from (
      select c.*, coalesce(al.person_id, c.person_id) as payee,
        (select count(*)::int from payment_line_claims lc where lc.tenant_id = c.tenant_id and lc.claim_id = c.id) as attempts
      from claims c left join person_aliases al on al.tenant_id = c.tenant_id and al.alias_id = c.person_id and al.undone_at is null
      where c.tenant_id = ${tx.tenantId} and c.budget_id = ${budgetId}) c
    left join lateral (
      select a.id from payee_accounts a where a.tenant_id = c.tenant_id and a.person_id in (c.payee, c.person_id) order by a.id desc limit 1) account on true
    left join lateral (
      select r.line_id, l.payee_account_id, r.cause from payment_line_claims lc
      join payment_lines l on l.tenant_id = lc.tenant_id and l.id = lc.line_id
      join payment_returns r on r.tenant_id = lc.tenant_id and r.line_id = lc.line_id
      where lc.tenant_id = c.tenant_id and lc.claim_id = c.id order by lc.attempt desc limit 1) returned on c.attempts > 0
    where c.attempts = 0 or not exists (
      select from payment_line_claims lc
      join payment_lines l on l.tenant_id = lc.tenant_id and l.id = lc.line_id
      left join payment_returns r on r.tenant_id = lc.tenant_id and r.line_id = lc.line_id
      left join payment_batch_acts back on back.tenant_id = l.tenant_id and back.batch_id = l.batch_id and back.act = 'sent_back'
      where lc.tenant_id = c.tenant_id and lc.claim_id = c.id and r.line_id is null and back.batch_id is null)
    order by c.organisation_id, c.payee, c.period, c.number`.execute(tx)
  return rows.map(({ returnedLineId, returnedAccountId, cause, ...due }) => ({
    ...due,
    returned:
      returnedLineId === null
        ? null
        : { lineId: returnedLineId, accountId: returnedAccountId!, cause: cause! },
  }))
}
