import { sql } from 'kysely'
import type { BatchState, ReturnCause } from '#contract/funds-payments.ts'
import { canReach, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { accountsInClear } from './bank-lines.ts'
import { actsOf } from './batches.ts'
import { stateOfBatch } from './find-batch.ts'
import { masked } from './masked.ts'

/** What the engine knows of a claim: the sum, its budget, and every line that paid it or tried to. */
export interface ClaimTrace {
  claimId: string
  organisationId: string
  personId: string
  name: string
  organisationName: string
  reason: 'stipend' | 'award' | 'benefit'
  period: string
  isDifference: boolean
  grossFen: number
  taxFen: number
  netFen: number
  taxCategory: string
  budgetName: string
  lines: {
    batchId: string
    batchNumber: number
    number: number
    account: string
    amountFen: number
    state: BatchState
    acts: { act: BatchState; name: string; actedAt: string }[]
    returned: ReturnCause | null
    entries: { kind: string; recordedAt: string }[]
  }[]
}

/** A claim within reach of `funds.read` with the way its money went; else: not there. */
export async function traceOfClaim(tx: Tx, actor: Actor, claimId: string): Promise<ClaimTrace> {
  const { rows } = await sql<Omit<ClaimTrace, 'lines'>>`
    select c.id as "claimId", c.organisation_id as "organisationId", c.person_id as "personId", p.name, o.name as "organisationName", c.reason, c.period,
      c.number > 0 as "isDifference", c.gross_fen as "grossFen", c.tax_fen as "taxFen", c.net_fen as "netFen", c.tax_category as "taxCategory",
      b.name as "budgetName"
    from claims c
    join persons p on p.tenant_id = c.tenant_id and p.id = c.person_id
    join budgets b on b.tenant_id = c.tenant_id and b.id = c.budget_id
    cross join lateral (${lastName(tx, sql.ref('c.organisation_id'))}) o
    where c.tenant_id = ${tx.tenantId} and c.id = ${claimId}`.execute(tx)
  const claim = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'funds.read' }, claim.organisationId))) notFound()
  return { ...claim, lines: await linesOfClaim(tx, claimId) }
}

type Row = Omit<ClaimTrace['lines'][number], 'account' | 'acts' | 'entries'> & {
  accountId: string
  fileId: string | null
}

async function linesOfClaim(tx: Tx, claimId: string): Promise<ClaimTrace['lines']> {
  const { rows } = await sql<Row>`
    select b.id as "batchId", b.number as "batchNumber", l.number, l.payee_account_id as "accountId", l.amount_fen as "amountFen", ${stateOfBatch} as state,
      r.cause as returned, r.file_id as "fileId"
    from payment_line_claims lc
    join payment_lines l on l.tenant_id = lc.tenant_id and l.id = lc.line_id
    join payment_batches b on b.tenant_id = l.tenant_id and b.id = l.batch_id
    left join payment_returns r on r.tenant_id = l.tenant_id and r.line_id = l.id
    where lc.tenant_id = ${tx.tenantId} and lc.claim_id = ${claimId} order by lc.attempt`.execute(tx)
  const accounts = await accountsInClear(
    tx,
    rows.map((row) => row.accountId),
  )
  const lines: ClaimTrace['lines'] = []
  for (const { accountId, fileId, ...row } of rows) {
    const acts = (await actsOf(tx, row.batchId)).map(({ act, name, actedAt }) => ({ act, name, actedAt }))
    const entries = await entriesAbout(tx, fileId === null ? [row.batchId] : [row.batchId, fileId])
    lines.push({ ...row, account: masked(accounts.get(accountId)) ?? '—', acts, entries })
  }
  return lines
}

async function entriesAbout(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<{ kind: string; recordedAt: string }[]> {
  const { rows } = await sql<{ kind: string; recordedAt: Date }>`
    select kind, recorded_at as "recordedAt" from ledger_entries
    where tenant_id = ${tx.tenantId} and subject_id = any(${subjectIds}::uuid[]) order by id`.execute(tx)
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}
