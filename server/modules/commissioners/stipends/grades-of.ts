import { sql } from 'kysely'
import { gradesOf as finalGrades, type FinalGrade } from '#server/modules/assessments/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A grade that pays somebody in a month, and the record it stands in. */
export interface GradeForMonth {
  gradeId: string
  grade: string
}

/** Which grades pay in a month, as known at a moment (null: now), by person. */
export type GradesOf = (
  tx: Tx,
  asked: { month: string; knownAt: string | null; personIds: readonly string[] },
) => Promise<Map<string, GradeForMonth>>

/** Grades that one officer entered and another approved; the last one entered holds. */
export const enteredGrades: GradesOf = async (tx, { month, knownAt, personIds }) => {
  const { rows } = await sql<{ personId: string } & GradeForMonth>`
    select distinct on (payee) payee as "personId", id as "gradeId", grade from (
      select g.id, g.grade, coalesce(al.person_id, g.person_id) as payee
      from stipend_grades g
      join stipend_grade_decisions d on d.tenant_id = g.tenant_id and d.grade_id = g.id and d.outcome = 'approved'
      left join person_aliases al on al.tenant_id = g.tenant_id and al.alias_id = g.person_id and al.undone_at is null
      where g.tenant_id = ${tx.tenantId} and g.starts_on <= ${`${month}-01`}::date and ${`${month}-01`}::date < g.ends_before
        and d.decided_at <= coalesce(${knownAt}::timestamptz, 'infinity')) g
    where payee = any(${personIds}::uuid[]) order by payee, id desc`.execute(tx)
  return new Map(rows.map(({ personId, ...grade }) => [personId, grade]))
}

/** Grades of closed assessments, and in place of them what two officers entered for the month. */
export const gradesOfMonth: GradesOf = async (tx, asked) => {
  const { personIds, month } = asked
  const final = await finalGrades(tx, { personIds, subjectKind, month })
  const assessed = [...final.values()].map(
    ({ personId, assessmentId, grade }) => [personId, { gradeId: assessmentId, grade }] as const,
  )
  return new Map([...assessed, ...(await enteredGrades(tx, asked))])
}

/** As what part-time chairs are assessed. */
const subjectKind = 'commissioner'

/** The closed assessment somebody was paid by in a month; undefined when there is none. */
export async function assessedGrade(
  tx: Tx,
  { personId, month }: { personId: string; month: string },
): Promise<FinalGrade | undefined> {
  return (await finalGrades(tx, { personIds: [personId], subjectKind, month })).get(personId)
}
