import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { makePerson, type TestTenant } from '#server/test/makers.ts'
import { recordEntry } from '../ledger/store.ts'
import { makeBudget } from './make-budget.ts'

/** What two do at once: they lock, look whether it is still to be done, and do it, each as `nth`; `sum` is the money that stands in the end. */
export interface Raced {
  lock: (tx: Tx) => Promise<void>
  look: (tx: Tx) => Promise<boolean>
  act: (tx: Tx, nth: 0 | 1) => Promise<unknown>
  sum: (tx: Tx) => Promise<number>
}

/** Where money could be doubled or overdrawn by two at once: made in a tenant, and what the database itself holds it by besides the lock. */
export interface MoneyRace {
  /** Without one only the database holds it. */
  hasLock: boolean
  /** `table.constraint`; none: only the lock holds it. */
  constraints: readonly string[]
  make: (tx: Tx, tenant: TestTenant) => Promise<Raced>
}

/** The sum that is right once. */
export const once = 100

export const day = '2026-03-02'

/** Somebody without a post who acts. */
export async function somebodyIn(tx: Tx): Promise<Actor & { personId: string }> {
  return { appointment: null, personId: await makePerson(tx, { name: '林测试' }) } as Actor & {
    personId: string
  }
}

/** The one `number` a query answers. */
export async function numberOf(tx: Tx, query: RawBuilder<unknown>): Promise<number> {
  return ((await query.execute(tx)).rows[0] as { number: number }).number
}

/** What stands on an account of a budget. */
export const balanceOf = (tx: Tx, budgetId: string, kind: string) =>
  numberOf(
    tx,
    sql`select balance_fen as number from ledger_accounts where tenant_id = ${tx.tenantId} and budget_id = ${budgetId} and kind = ${kind}`,
  )

/** The version of some rule, for rows that name one. */
export const anyRule = async (tx: Tx): Promise<string> =>
  (await sql<{ id: string }>`select id from rules order by id limit 1`.execute(tx)).rows[0]!.id

/** Promises money of a budget, or pays what was promised. */
export const move = (
  tx: Tx,
  kind: 'commit' | 'pay',
  moved: { subjectId: string; budgetId: string },
  fen = once,
) =>
  recordEntry(tx, {
    kind,
    subjectId: moved.subjectId,
    recordedBy: null,
    postings: [
      { of: moved.budgetId, kind: kind === 'pay' ? 'paid' : 'committed', amountFen: fen },
      { of: moved.budgetId, kind: kind === 'pay' ? 'committed' : 'available', amountFen: -fen },
    ],
  })

/** A budget for union funds. */
export const fund = (tx: Tx, tenant: TestTenant, amountFen: number) =>
  makeBudget(tx, { organisationId: tenant.federationId, amountFen, purpose: 'union_funds' })
