import { sql } from 'kysely'
import type { PeriodTerms, SchemeContent } from '#contract/assessments-schemes.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Adds a scheme without a version yet; null where the organisation has one of that name. */
export async function insertScheme(
  tx: Tx,
  scheme: { organisationId: string; subjectKind: string; name: string; createdBy: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into assessment_schemes (tenant_id, id, organisation_id, subject_kind, name, created_by)
    values (${tx.tenantId}, ${newId()}, ${scheme.organisationId}, ${scheme.subjectKind}, ${scheme.name}, ${scheme.createdBy})
    on conflict (tenant_id, organisation_id, name) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Adds the next version of a scheme, which the caller has locked; gives its number. */
export async function insertVersion(
  tx: Tx,
  version: { schemeId: string; content: SchemeContent; writtenBy: string },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into assessment_scheme_versions (tenant_id, scheme_id, version, content, written_by)
    select ${tx.tenantId}::uuid, ${version.schemeId}::uuid, coalesce(max(v.version), 0) + 1, ${JSON.stringify(version.content)}::jsonb,
      ${version.writtenBy}::uuid
    from assessment_scheme_versions v where v.tenant_id = ${tx.tenantId} and v.scheme_id = ${version.schemeId}
    returning version`.execute(tx)
  return rows[0]!.version
}

/** A period before it has an id. */
export interface NewPeriod {
  organisationId: string
  schemeId: string
  schemeVersion: number
  name: string
  startsOn: string
  endsBefore: string
  terms: PeriodTerms
  openedBy: string
}

/** Adds a period; null where the scheme has one of the organisation that begins on the day. */
export async function insertPeriod(tx: Tx, period: NewPeriod): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into assessment_periods (tenant_id, id, organisation_id, scheme_id, scheme_version, name, starts_on, ends_before, terms, opened_by)
    values (${tx.tenantId}, ${newId()}, ${period.organisationId}, ${period.schemeId}, ${period.schemeVersion}, ${period.name}, ${period.startsOn},
      ${period.endsBefore}, ${JSON.stringify(period.terms)}::jsonb, ${period.openedBy})
    on conflict (tenant_id, organisation_id, scheme_id, starts_on) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Closes a period, which the caller has locked; gives the time. */
export async function insertClosing(tx: Tx, closing: { periodId: string; closedBy: string }): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    update assessment_periods set closed_at = app_now(), closed_by = ${closing.closedBy}
    where tenant_id = ${tx.tenantId} and id = ${closing.periodId} and closed_at is null returning closed_at as at`.execute(
    tx,
  )
  return rows[0]!.at
}

/** The scheme, locked against another version at the same moment; undefined when there is none. */
export function lockScheme(tx: Tx, schemeId: string) {
  return tx
    .selectFrom('assessment_schemes')
    .select(['id', 'organisation_id as organisationId', 'subject_kind as subjectKind'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', schemeId)
    .forUpdate()
    .executeTakeFirst()
}

/** The newest version of a scheme. */
export async function newestVersion(
  tx: Tx,
  schemeId: string,
): Promise<{ version: number; content: SchemeContent }> {
  const { rows } = await sql<{ version: number; content: SchemeContent }>`
    select version, content from assessment_scheme_versions where tenant_id = ${tx.tenantId} and scheme_id = ${schemeId}
    order by version desc limit 1`.execute(tx)
  return rows[0]!
}
