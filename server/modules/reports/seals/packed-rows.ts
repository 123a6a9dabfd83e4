import { sql, type RawBuilder } from 'kysely'
import { rowsBehind, type Question } from '#server/modules/measures/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The rows behind a question as a seal keeps them: `id`, `organisation_id`, `value`, `day`, `counted`. */
export function sealableRows(tx: Tx, question: Question): RawBuilder<unknown> {
  const { counts, counting } = question.definition
  const day = counts === 'flow' ? sql`r.occurred_on` : sql`null::date`
  const counted = counting === 'distinct_by' ? sql`r.counted_as` : sql`null::uuid`
  return sql`select r.id, r.organisation_id, r.value::bigint as value, ${day} as day, ${counted} as counted
    from (${rowsBehind(tx, question)}) r`
}

/** The rows a figure was sealed with, in their order: `id`, `organisation_id`, `value`, `day`, `counted`, `place`. */
export function sealedRowsOf(tx: Tx, figure: { reportId: string; number: number }): RawBuilder<unknown> {
  return sql`select s.* from sealed_rows k
    cross join unnest(k.row_ids, k.organisation_ids, k.amounts, k.days, k.counted_as) with ordinality as s (id, organisation_id, value, day, counted, place)
    where k.tenant_id = ${tx.tenantId} and k.report_id = ${figure.reportId} and k.number = ${figure.number}`
}

/** SHA-256 over rows of `source` in the order of `order`, as hex. Binary, so that a figure of a whole city hashes in a second. */
export function rowsHash(order: RawBuilder<unknown>): RawBuilder<string> {
  const bytes = sql`uuid_send(id) || uuid_send(organisation_id) || int8send(value) || coalesce(date_send(day), ''::bytea) || coalesce(uuid_send(counted), ''::bytea)`
  return sql<string>`encode(sha256(coalesce(string_agg(${bytes}, ''::bytea order by ${order}), ''::bytea)), 'hex')`
}

/** What rows come to, by the counting of the measure. */
export function totalOfRows({ definition }: Pick<Question, 'definition'>): RawBuilder<number> {
  return definition.counting === 'distinct_by'
    ? sql<number>`count(distinct counted)`
    : sql<number>`coalesce(sum(value), 0)::bigint`
}
