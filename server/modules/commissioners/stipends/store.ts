import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { Part } from './rules.ts'

/** A month that was worked out. */
export interface NewRun {
  id: string
  organisationId: string
  budgetId: string
  month: string
  taxCategory: string
  /** By key: the version of each rule. */
  rules: Readonly<Record<string, string>>
  lineCount: number
  grossFen: number
  runBy: string | null
}

/** How a claim came about. */
export interface NewStipendLine {
  claimId: string
  personId: string
  appointmentId: string | null
  gradeId: string | null
  grade: string | null
  rateFen: number
  days: number
  monthDays: number
  part: Part
  dueFen: number
  beforeFen: number
}

/** Keeps a run. */
export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx
    .insertInto('stipend_runs')
    .values({
      tenant_id: tx.tenantId,
      id: run.id,
      organisation_id: run.organisationId,
      budget_id: run.budgetId,
      month: `${run.month}-01`,
      tax_category: run.taxCategory,
      rules: JSON.stringify(run.rules),
      line_count: run.lineCount,
      gross_fen: run.grossFen,
      run_by: run.runBy,
    })
    .execute()
}

/** Keeps how each claim of a run came about, with one statement; the claims stand already. */
export async function insertLines(tx: Tx, runId: string, lines: readonly NewStipendLine[]): Promise<void> {
  await sql`
    insert into stipend_lines (tenant_id, claim_id, run_id, person_id, appointment_id, grade_id, grade, rate_fen, days, month_days, part, due_fen, before_fen)
    select ${tx.tenantId}, l."claimId", ${runId}, l."personId", l."appointmentId", l."gradeId", l.grade, l."rateFen", l.days, l."monthDays", l.part,
      l."dueFen", l."beforeFen"
    from json_to_recordset(${JSON.stringify(lines)}::json) as l ("claimId" uuid, "personId" uuid, "appointmentId" uuid, "gradeId" uuid, grade text,
      "rateFen" bigint, days smallint, "monthDays" smallint, part text, "dueFen" bigint, "beforeFen" bigint)`.execute(
    tx,
  )
}

/** Keeps a grade that somebody entered; it pays nobody until it is approved. */
export async function insertGrade(
  tx: Tx,
  grade: {
    personId: string
    organisationId: string
    grade: string
    startsOn: string
    endsBefore: string
    reason: string
    enteredBy: string | null
    enteredByPerson: string
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('stipend_grades')
    .values({
      tenant_id: tx.tenantId,
      id,
      person_id: grade.personId,
      organisation_id: grade.organisationId,
      grade: grade.grade,
      starts_on: grade.startsOn,
      ends_before: grade.endsBefore,
      reason: grade.reason,
      entered_by: grade.enteredBy,
      entered_by_person: grade.enteredByPerson,
    })
    .execute()
  return id
}

/** Keeps the decision about a grade; a second one is refused by its key (409). */
export async function insertGradeDecision(
  tx: Tx,
  decision: { gradeId: string; outcome: string; decidedBy: string | null; decidedByPerson: string },
): Promise<void> {
  await tx
    .insertInto('stipend_grade_decisions')
    .values({
      tenant_id: tx.tenantId,
      grade_id: decision.gradeId,
      outcome: decision.outcome,
      decided_by: decision.decidedBy,
      decided_by_person: decision.decidedByPerson,
    })
    .execute()
}
