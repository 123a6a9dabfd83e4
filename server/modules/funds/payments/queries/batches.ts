import { sql, type RawBuilder } from 'kysely'
import type { operations, PaymentBatch, PaymentBatchRow } from '#contract/funds-payments.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { asMade, column, namedLike, registerPage, registerRows, type Register } from '../../register.ts'
import { whyNot, type Step } from '../policy.ts'
import { findBatch, stateOfBatch } from './find-batch.ts'

type Row = Omit<PaymentBatchRow, 'madeAt'> & { madeAt: Date; returnedFen: number }

type Listed = InputOf<(typeof operations)['listPaymentBatches']>

/** Payment lists within scope, unasked the newest first. */
export async function listPaymentBatches(
  tx: Tx,
  actor: Actor,
  input: Listed,
): Promise<{ items: PaymentBatchRow[]; nextCursor: string | null; total: number }> {
  const page = await registerPage<Row>(tx, register(tx, actor, input), input)
  return { ...page, items: page.items.map(rowOf) }
}

/** All that the list shows, in its order. */
export async function allPaymentBatches(tx: Tx, actor: Actor, input: Listed): Promise<PaymentBatchRow[]> {
  return (await registerRows<Row>(tx, register(tx, actor, input), input)).map(rowOf)
}

// Lists stand in the order they were made in as in that of their ids.
const orders: Register['orders'] = {
  madeAt: asMade,
  budget: column('budgetName', 'text'),
  organisation: column('organisationName', 'text'),
  lines: column('lines'),
  sum: column('totalFen'),
  returned: column('returnedLines'),
}

function register(tx: Tx, actor: Actor, input: Listed): Register {
  const all = [
    inScope(tx, { actor, permission: 'funds.read' }, sql.ref('b.organisationId')),
    namedLike(input.q, [sql.ref('b.budgetName'), sql.ref('b.organisationName')]),
  ]
  if (input.state !== undefined) all.push(sql`b.state = ${input.state}`)
  if (input.budgetId !== undefined) all.push(sql`b."budgetId" = ${input.budgetId}::uuid`)
  if (input.year !== undefined)
    all.push(sql`extract(year from b."madeAt" at time zone 'Asia/Shanghai') = ${input.year}`)
  return {
    rows: sql`select b.* from (${batchRows(tx)}) b where ${sql.join(all, sql` and `)}`,
    orders,
    unasked: '-madeAt',
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
