import { sql } from 'kysely'
import type { Grade } from '#contract/assessments-schemes.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A grade that is final, and where it comes from. `score` in hundredths of a point; null where nothing was graded. */
export interface FinalGrade {
  personId: string
  assessmentId: string
  resultNo: number
  periodId: string
  startsOn: string
  endsBefore: string
  grade: Grade
  score: number | null
}

/**
 * The final grades of these persons (root records): of a period, or those in force in a month (`YYYY-MM`): of the last period of the kind that had
 * ended when the month ended. A period that is not closed gives none. Who has no grade is not in the answer.
 */
export async function gradesOf(
  tx: Tx,
  ask: { personIds: readonly string[]; subjectKind: string } & ({ periodId: string } | { month: string }),
): Promise<ReadonlyMap<string, FinalGrade>> {
  const which =
    'periodId' in ask
      ? sql`p.id = ${ask.periodId}`
      : sql`p.ends_before <= ${`${ask.month}-01`}::date + interval '1 month'`
  const { rows } = await sql<FinalGrade>`
    select distinct on (a.person_id) a.person_id as "personId", a.id as "assessmentId", r.no as "resultNo", p.id as "periodId",
      p.starts_on as "startsOn", p.ends_before as "endsBefore", r.grade, r.score
    from assessments a
    join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id and p.closed_at is not null
    join assessment_schemes s on s.tenant_id = p.tenant_id and s.id = p.scheme_id and s.subject_kind = ${ask.subjectKind}
    cross join lateral (select no, grade, score from assessment_results r where r.tenant_id = a.tenant_id and r.assessment_id = a.id
      order by r.no desc limit 1) r
    where a.tenant_id = ${tx.tenantId} and a.person_id = any(${ask.personIds}::uuid[]) and a.state = 'final' and ${which}
    order by a.person_id, p.ends_before desc, p.id desc`.execute(tx)
  return new Map(rows.map((row) => [row.personId, row]))
}

/** Every final grade of these persons (root records) in closed periods of a kind, the latest period first; who has none is not in the answer. */
export async function finalGradesOf(
  tx: Tx,
  personIds: readonly string[],
  subjectKind: string,
): Promise<ReadonlyMap<string, readonly FinalGrade[]>> {
  const { rows } = await sql<FinalGrade>`
    select a.person_id as "personId", a.id as "assessmentId", r.no as "resultNo", p.id as "periodId", p.starts_on as "startsOn",
      p.ends_before as "endsBefore", r.grade, r.score
    from assessments a
    join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id and p.closed_at is not null
    join assessment_schemes s on s.tenant_id = p.tenant_id and s.id = p.scheme_id and s.subject_kind = ${subjectKind}
    cross join lateral (select no, grade, score from assessment_results r where r.tenant_id = a.tenant_id and r.assessment_id = a.id
      order by r.no desc limit 1) r
    where a.tenant_id = ${tx.tenantId} and a.person_id = any(${personIds}::uuid[]) and a.state = 'final'
    order by p.ends_before desc, p.id desc`.execute(tx)
  return Map.groupBy(rows, ({ personId }) => personId)
}
