import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What can happen to money. The same kind happens to one subject once. */
export type EntryKind = 'grant' | 'allocate' | 'reverse' | 'commit' | 'release' | 'pay' | 'return' | 'reissue'

/** The three accounts of a budget, and the one of a source. Budget = available + committed + paid. */
export type AccountKind = 'granted' | 'available' | 'committed' | 'paid'

/** A sum on an account, found by whose it is: a source for `granted`, a budget for the others. Debits are positive; nought is left out. */
export interface Posting {
  of: string
  kind: AccountKind
  amountFen: number
}

/** One entry: what it is about, and its postings, which add up to zero. */
export interface NewEntry {
  kind: EntryKind
  subjectId: string
  recordedBy: string | null
  postings: readonly Posting[]
}

/** Opens the account of a source, or the three of a budget. */
export async function openAccounts(
  tx: Tx,
  owner: { sourceId: string } | { budgetId: string },
): Promise<void> {
  const values =
    'sourceId' in owner
      ? [{ kind: 'granted', source_id: owner.sourceId, budget_id: null }]
      : ['available', 'committed', 'paid'].map((kind) => ({
          kind,
          source_id: null,
          budget_id: owner.budgetId,
        }))
  await tx
    .insertInto('ledger_accounts')
    .columns(['tenant_id', 'id', 'kind', 'source_id', 'budget_id'])
    .values(values.map((value) => ({ tenant_id: tx.tenantId, id: newId(), ...value })))
    .execute()
}

/**
 * Records an entry. The database refuses one that does not add up to zero, one that takes an account below zero, and the same thing twice; the
 * balances follow by themselves.
 */
export async function recordEntry(tx: Tx, entry: NewEntry): Promise<string> {
  const id = newId()
  const postings = entry.postings.filter(({ amountFen }) => amountFen !== 0)
  await sql`
    with entry as (
      insert into ledger_entries (tenant_id, id, kind, subject_id, recorded_by)
      values (${tx.tenantId}, ${id}, ${entry.kind}, ${entry.subjectId}, ${entry.recordedBy}) returning tenant_id, id)
    insert into ledger_postings (tenant_id, entry_id, ledger_account_id, amount_fen)
    select a.tenant_id, entry.id, a.id, p."amountFen"
    from entry cross join json_to_recordset(${JSON.stringify(postings)}::json) as p ("of" uuid, kind text, "amountFen" bigint)
    join ledger_accounts a on a.tenant_id = ${tx.tenantId} and a.kind = p.kind
      and case when p.kind = 'granted' then a.source_id = p."of" else a.budget_id = p."of" end`.execute(tx)
  return id
}
