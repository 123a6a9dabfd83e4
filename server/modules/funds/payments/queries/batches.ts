import { sql, type RawBuilder } from 'kysely'
import type { operations, PaymentBatch, PaymentBatchRow } from '#contract/funds-payments.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { whyNot, type Step } from '../policy.ts'
import { findBatch, stateOfBatch } from './find-batch.ts'

type Row = Omit<PaymentBatchRow, 'madeAt'> & { madeAt: Date; returnedFen: number }

/** Payment lists within scope, the newest first. */
export async function listPaymentBatches(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listPaymentBatches']>,
): Promise<{ items: PaymentBatchRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const matching = sql`from (${batchRows(tx)}) b where ${inScope(tx, { actor, permission: 'funds.read' }, sql.ref('b.organisationId'))}
    and (${input.state ?? null}::text is null or b.state = ${input.state ?? null})
    and (${input.budgetId ?? null}::uuid is null or b."budgetId" = ${input.budgetId ?? null}::uuid)`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<Row>`
    select * ${matching} and (${after} = '' or b.id < nullif(${after}, '')::uuid) order by b.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(rowOf),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null,
    total: counted[0]!.total,
  }
}

/** One list with its hands, and for each further step why whoever asks may not take it. */
export async function getPaymentBatch(
  tx: Tx,
  actor: Actor,
  { batchId }: { batchId: string },
): Promise<PaymentBatch> {
  const batch = await findBatch(tx, { actor, permission: 'funds.read' }, batchId)
  const { rows } = await sql<Row>`select * from (${batchRows(tx)}) b where b.id = ${batchId}`.execute(tx)
  const why = (step: Step) => whyNot(tx, actor, { step, batch })
  return {
    ...rowOf(rows[0]!),
    returnedFen: rows[0]!.returnedFen,
    checksum: batch.checksum.toString('hex'),
    acts: await actsOf(tx, batchId),
    can: {
      check: await why('check'),
      pay: await why('pay'),
      export: await why('export'),
      sendBack: await why('sendBack'),
    },
  }
}

function rowOf({ returnedFen: _, madeAt, ...row }: Row): PaymentBatchRow {
  return { ...row, madeAt: madeAt.toISOString() }
}

/** What was done with a list, the first first. */
export async function actsOf(tx: Tx, batchId: string): Promise<PaymentBatch['acts']> {
  const { rows } = await sql<Omit<PaymentBatch['acts'][number], 'actedAt'> & { actedAt: Date }>`
    select a.act, p.name, a.acted_at as "actedAt", a.reason from payment_batch_acts a
    join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tx.tenantId} and a.batch_id = ${batchId}
    order by array_position(array['made', 'checked', 'paid', 'sent_back'], a.act)`.execute(tx)
  return rows.map((row) => ({ ...row, actedAt: row.actedAt.toISOString() }))
}

function batchRows(tx: Tx): RawBuilder<unknown> {
  return sql`
    select b.id, b.budget_id as "budgetId", budgets.name as "budgetName", budgets.organisation_id as "organisationId", o.name as "organisationName",
      b.number, ${stateOfBatch} as state, b.line_count as lines, b.total_fen as "totalFen", b.tax_fen as "taxFen", b.made_at as "madeAt",
      returned.lines as "returnedLines", returned.fen as "returnedFen"
    from payment_batches b
    join budgets on budgets.tenant_id = b.tenant_id and budgets.id = b.budget_id
    cross join lateral (${lastName(tx, sql.ref('budgets.organisation_id'))}) o
    cross join lateral (select count(*)::int as lines, coalesce(sum(l.amount_fen), 0)::bigint as fen
      from payment_return_files f join payment_returns r on r.tenant_id = f.tenant_id and r.file_id = f.id
      join payment_lines l on l.tenant_id = r.tenant_id and l.id = r.line_id
      where f.tenant_id = b.tenant_id and f.batch_id = b.id) returned
    where b.tenant_id = ${tx.tenantId}`
}
