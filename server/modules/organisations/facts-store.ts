import { sql } from 'kysely'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DatedRow, Rewrite, Span } from './rules.ts'
import { supersede, type Stamp } from './store.ts'

/** Numbers an organisation reported for a day. */
export interface ReportedNumbers {
  organisationId: string
  asOf: string
  workers: number
  women?: number | null
  migrants?: number | null
  members?: number | null
  womenMembers?: number | null
  source?: string
}

/** Adds reports; a current one for the same day makes it a conflict (`organisations.headcount_exists`). */
export async function insertHeadcounts(
  tx: Tx,
  stamp: Stamp,
  rows: readonly ReportedNumbers[],
): Promise<void> {
  const reports = rows.map((row) => ({ id: newId(), ...row, source: row.source ?? 'entered' }))
  await sql`insert into headcounts (tenant_id, id, organisation_id, as_of, workers, women, migrants, members, women_members, source, recorded_at, recorded_by, import_id)
    select ${tx.tenantId}::uuid, id, "organisationId", "asOf", workers, women, migrants, members, "womenMembers", source, ${stamp.at}::timestamptz, ${stamp.by}::uuid, ${stamp.importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb) as r(id uuid, "organisationId" uuid, "asOf" date, workers integer, women integer,
      migrants integer, members integer, "womenMembers" integer, source text)`.execute(tx)
}

/** Whether this report is the organisation's and is believed still. */
export async function isCurrentHeadcount(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('headcounts')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** A committee's term. */
export interface TermValue {
  electedOn: string
  termYears: number
  documentNo: string | null
}

/** Current terms of a union, the earliest first. */
export async function termsOf(
  tx: Tx,
  organisationId: string,
): Promise<(DatedRow<TermValue> & { endsBefore: string })[]> {
  const { rows } = await sql<TermValue & Span & { id: string; endsBefore: string }>`
    select id, elected_on as "electedOn", term_years as "termYears", document_no as "documentNo", starts_on as "startsOn", ends_before as "endsBefore"
    from union_terms where tenant_id = ${tx.tenantId} and organisation_id = ${organisationId} and superseded_at is null order by starts_on`.execute(
    tx,
  )
  return rows.map(({ id, startsOn, endsBefore, ...value }) => ({ id, startsOn, endsBefore, value }))
}

/** Writes what a rule worked out about terms. */
export async function rewriteTerms(
  tx: Tx,
  stamp: Stamp,
  change: Rewrite<TermValue> & { organisationId: string },
): Promise<void> {
  await supersede(tx, stamp, { table: 'union_terms', ids: change.supersede })
  const rows = change.insert.map(({ value, ...span }) => ({ id: newId(), ...span, ...value }))
  await sql`insert into union_terms (tenant_id, id, organisation_id, elected_on, term_years, starts_on, ends_before, document_no, recorded_at, recorded_by)
    select ${tx.tenantId}::uuid, id, ${change.organisationId}::uuid, "electedOn", "termYears", "startsOn", "endsBefore", "documentNo", ${stamp.at}::timestamptz, ${stamp.by}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "electedOn" date, "termYears" integer, "startsOn" date, "endsBefore" date, "documentNo" text)`.execute(
    tx,
  )
}

/** The lengths a term may have by the rule in force where the tenant lies (A5). */
export async function termYearsAllowed(tx: Tx, day: string): Promise<number[]> {
  return (await ruleFor<number[]>(tx, 'union.term_years', day)).value
}
