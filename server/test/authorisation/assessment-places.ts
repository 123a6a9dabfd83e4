import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson } from '#server/test/makers.ts'

/** What stands at a place for requests about assessments to aim at. */
export interface AssessmentPlace {
  schemeId: string
  /** A period that is closed: nothing of it can be changed. */
  assessmentPeriodId: string
  /** The assessment of somebody there, in that period. */
  assessmentId: string
}

/** The same of a place that does not exist. */
export const nowhereToAssess: AssessmentPlace = {
  schemeId: newId(),
  assessmentPeriodId: newId(),
  assessmentId: newId(),
}

/** Makes it for an organisation. */
export async function assessmentsAt(tx: Tx, organisationId: string): Promise<AssessmentPlace> {
  const [schemeId, periodId, assessmentId, by] = [newId(), newId(), newId(), newId()]
  const personId = await makePerson(tx, { name: '冯测试' })
  const content = { leastKnown: 1, indicators: [] }
  const terms = { bands: [], monthDays: 15, leastMonths: 3, appealDays: 7, leastVoices: 5, rules: [] }
  await sql`insert into assessment_schemes (tenant_id, id, organisation_id, subject_kind, name, created_by)
    values (${tx.tenantId}, ${schemeId}, ${organisationId}, 'commissioner', '年度考核', ${by})`.execute(tx)
  await sql`insert into assessment_scheme_versions (tenant_id, scheme_id, version, content, written_by)
    values (${tx.tenantId}, ${schemeId}, 1, ${JSON.stringify(content)}, ${by})`.execute(tx)
  await sql`insert into assessment_periods (tenant_id, id, organisation_id, scheme_id, scheme_version, name, starts_on, ends_before, terms, opened_by,
      closed_by, closed_at)
    values (${tx.tenantId}, ${periodId}, ${organisationId}, ${schemeId}, 1, '2021 年', '2021-01-01', '2022-01-01', ${JSON.stringify(terms)}, ${by}, ${by}, now())`.execute(
    tx,
  )
  await sql`insert into assessments (tenant_id, id, period_id, person_id, state, created_by)
    values (${tx.tenantId}, ${assessmentId}, ${periodId}, ${personId}, 'open', ${by})`.execute(tx)
  await sql`insert into assessment_posts (tenant_id, assessment_id, organisation_id, starts_on, post)
    values (${tx.tenantId}, ${assessmentId}, ${organisationId}, '2021-01-01', 'commissioner')`.execute(tx)
  return { schemeId, assessmentPeriodId: periodId, assessmentId }
}
