import { sql } from 'kysely'
import type { Question } from '#server/modules/measures/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { rowsHash, sealableRows, totalOfRows } from './packed-rows.ts'
import { noSeal, type FigureText } from './text.ts'

/**
 * The moment up to which everything that was recorded can be seen: now, or just before the oldest transaction that is still open. What such
 * a transaction commits later bears an earlier time, and must not turn up behind a sealed figure.
 */
export async function knownMoment(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select ${sql.raw(instant("least(now(), min(xact_start) - interval '1 microsecond')"))} as at from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`.execute(tx)
  return rows[0]!.at
}

/** An instant as the text that seals cover: UTC with microseconds. */
export function instant(expression: string): string {
  return `to_char((${expression}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

/** Keeps a definition, once. */
export async function keepDefinition(
  tx: Tx,
  definition: { fingerprint: Buffer; measure: string; body: string },
): Promise<void> {
  await tx
    .insertInto('sealed_definitions')
    .values({ tenant_id: tx.tenantId, ...definition })
    .onConflict((on) => on.doNothing())
    .execute()
}

export interface NewReport {
  id: string
  organisationId: string
  title: string
  correctsId: string | null
  version: number
  knownAt: string
  sealedBy: string
}

/** Writes the head of a report; answers when it was sealed, as text. */
export async function insertReport(tx: Tx, report: NewReport): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    insert into sealed_reports (tenant_id, id, organisation_id, title, corrects_id, version, known_at, sealed_by)
    values (${tx.tenantId}, ${report.id}, ${report.organisationId}, ${report.title}, ${report.correctsId}, ${report.version},
      ${report.knownAt}::timestamptz, ${report.sealedBy})
    returning ${sql.raw(instant('sealed_at'))} as at`.execute(tx)
  return rows[0]!.at
}

/** Keeps the rows behind a question, without their ever leaving the database; answers what they come to. */
export async function packRows(
  tx: Tx,
  place: { reportId: string; number: number },
  question: Question,
): Promise<{ rowCount: number; total: number; rowsHash: string }> {
  const { rows } = await sql<{ rowCount: number; total: number; rowsHash: string }>`
    with behind as materialized (select * from (${sealableRows(tx, question)}) r order by id),
    kept as (
      insert into sealed_rows (tenant_id, report_id, number, row_ids, organisation_ids, amounts, days, counted_as)
      select ${tx.tenantId}::uuid, ${place.reportId}::uuid, ${place.number}::smallint, coalesce(array_agg(id order by id), '{}'),
        coalesce(array_agg(organisation_id order by id), '{}'), coalesce(array_agg(value order by id), '{}'),
        coalesce(array_agg(day order by id), '{}'), coalesce(array_agg(counted order by id), '{}') from behind)
    select count(*)::int as "rowCount", ${totalOfRows(question)} as total, ${rowsHash(sql`id`)} as "rowsHash" from behind`.execute(
    tx,
  )
  return rows[0]!
}

/** Writes a figure with the hash over all of it. */
export async function insertFigure(
  tx: Tx,
  reportId: string,
  figure: FigureText & { hash: string },
): Promise<void> {
  await tx
    .insertInto('sealed_figures')
    .values({
      tenant_id: tx.tenantId,
      report_id: reportId,
      number: figure.number,
      measure: figure.measure,
      definition: Buffer.from(figure.definition, 'hex'),
      organisation_id: figure.organisationId,
      organisation_name: figure.organisationName,
      as_of: figure.asOf,
      from_day: figure.from,
      to_day: figure.to,
      broken_down_by: figure.by,
      total: figure.total,
      groups: figure.groups,
      row_count: figure.rowCount,
      rows_hash: Buffer.from(figure.rowsHash, 'hex'),
      hash: Buffer.from(figure.hash, 'hex'),
    })
    .execute()
}

/** The newest seal of the tenant, locked until the transaction ends: whoever seals next waits here. */
export async function lockHead(tx: Tx): Promise<{ number: number; hash: string }> {
  await tx
    .insertInto('report_seal_heads')
    .values({ tenant_id: tx.tenantId, number: 0, hash: Buffer.from(noSeal, 'hex') })
    .onConflict((on) => on.doNothing())
    .execute()
  const { rows } = await sql<{ number: number; hash: string }>`
    select number, encode(hash, 'hex') as hash from report_seal_heads where tenant_id = ${tx.tenantId} for update`.execute(
    tx,
  )
  return rows[0]!
}

/** Appends a seal to the chain; the head is locked. */
export async function appendSeal(
  tx: Tx,
  seal: { number: number; reportId: string; previous: string; hash: string },
): Promise<void> {
  const hash = Buffer.from(seal.hash, 'hex')
  await tx
    .insertInto('report_seals')
    .values({
      tenant_id: tx.tenantId,
      number: seal.number,
      report_id: seal.reportId,
      previous_hash: Buffer.from(seal.previous, 'hex'),
      hash,
    })
    .execute()
  await tx
    .updateTable('report_seal_heads')
    .set({ number: seal.number, hash })
    .where('tenant_id', '=', tx.tenantId)
    .execute()
}
