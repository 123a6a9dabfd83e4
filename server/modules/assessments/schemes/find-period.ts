import { sql } from 'kysely'
import type { PeriodTerms, SchemeContent } from '#contract/assessments-schemes.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** A period with what it froze. */
export interface PeriodRow {
  id: string
  organisationId: string
  subjectKind: string
  name: string
  startsOn: string
  endsBefore: string
  terms: PeriodTerms
  content: SchemeContent
  closedAt: Date | null
}

/** The period; answers "not there" for an unknown id. Whether somebody may see it is asked by whoever calls. */
export async function findPeriod(tx: Tx, periodId: string): Promise<PeriodRow> {
  const { rows } = await sql<PeriodRow>`
    select p.id, p.organisation_id as "organisationId", s.subject_kind as "subjectKind", p.name, p.starts_on as "startsOn",
      p.ends_before as "endsBefore", p.terms, v.content, p.closed_at as "closedAt"
    from assessment_periods p
    join assessment_schemes s on s.tenant_id = p.tenant_id and s.id = p.scheme_id
    join assessment_scheme_versions v on v.tenant_id = p.tenant_id and v.scheme_id = p.scheme_id and v.version = p.scheme_version
    where p.tenant_id = ${tx.tenantId} and p.id = ${periodId}`.execute(tx)
  return found(rows[0])
}

/** The period, locked: while it is held, nothing of it is opened or closed. */
export async function lockPeriod(tx: Tx, periodId: string): Promise<PeriodRow> {
  await sql`select from assessment_periods where tenant_id = ${tx.tenantId} and id = ${periodId} for update`.execute(
    tx,
  )
  return findPeriod(tx, periodId)
}

/** The period, kept from being closed until the transaction ends; others may work in it. */
export async function holdPeriod(tx: Tx, periodId: string): Promise<PeriodRow> {
  await sql`select from assessment_periods where tenant_id = ${tx.tenantId} and id = ${periodId} for share`.execute(
    tx,
  )
  return findPeriod(tx, periodId)
}
