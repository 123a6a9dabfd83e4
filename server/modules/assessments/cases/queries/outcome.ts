import { sql } from 'kysely'
import type { Grade } from '#contract/assessments-schemes.ts'
import type {
  AssessmentOutcome,
  AssessmentStep,
  IndicatorLine,
  Reason,
  SelfReport,
} from '#contract/assessments.ts'
import { attachmentsOf } from '#server/modules/attachments/index.ts'
import { lastName } from '#server/modules/access/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { gradeOf } from '../../grading/grade.ts'
import type { PeriodRow } from '../../schemes/find-period.ts'
import { knownOf, type Facts } from '../facts.ts'

/** A result as it was kept. */
export interface KeptResult {
  no: number
  score: number | null
  grade: Grade
  facts: Facts
  reasons: readonly Reason[]
}

/** The newest result of an assessment; undefined where nobody has reviewed it. */
export async function newestResult(tx: Tx, assessmentId: string): Promise<KeptResult | undefined> {
  const { rows } = await sql<KeptResult>`
    select no, score, grade, facts, reasons from assessment_results where tenant_id = ${tx.tenantId} and assessment_id = ${assessmentId}
    order by no desc limit 1`.execute(tx)
  return rows[0]
}

/** A result as it is shown, with organisations by name; `scorable` says which indicator the asker may score where. */
export async function shownOutcome(
  tx: Tx,
  { period, result }: { period: PeriodRow; result: KeptResult },
  scorable: (code: string, organisationId: string) => boolean,
): Promise<AssessmentOutcome> {
  const { facts } = result
  const parts = facts.lines.flatMap((line) => line.parts)
  const names = await namesOf(
    tx,
    parts.map((part) => part.organisationId),
  )
  const scorers = await scorersOf(
    tx,
    parts.flatMap((part) => part.scores.map((score) => score.scoredBy)),
  )
  const values = gradeOf(period.content, knownOf(facts), period.terms).values
  const lines = period.content.indicators.map((indicator): IndicatorLine => {
    const line = facts.lines.find(({ code }) => code === indicator.code)
    return {
      indicator,
      value: values.get(indicator.code) ?? null,
      parts: (line?.parts ?? []).map((part) => ({
        ...part,
        organisationName: names.get(part.organisationId) ?? '',
        scores: part.scores.map(({ scoredBy, ...score }) => ({
          ...score,
          ...(scorers.get(scoredBy ?? '') ?? { post: '', by: '' }),
        })),
        mayScore: scorable(indicator.code, part.organisationId),
      })),
    }
  })
  return {
    draft: result.no === 0,
    no: result.no,
    months: facts.months,
    ofMonths: facts.ofMonths,
    score: result.score,
    grade: result.grade,
    lines,
    reasons: [...result.reasons],
  }
}

/** Names of organisations by their ids; one that has ended keeps its last. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select i.id, o.name from unnest(${[...new Set(ids)]}::uuid[]) as i (id) cross join lateral (${lastName(tx, sql.ref('i.id'))}) o`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function scorersOf(
  tx: Tx,
  appointmentIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, { post: string; by: string }>> {
  const { rows } = await sql<{ id: string; post: string; by: string }>`
    select distinct on (a.appointment_id) a.appointment_id as id, a.post, o.name as by from appointments a
    cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) o
    where a.tenant_id = ${tx.tenantId} and a.appointment_id = any(${[...new Set(appointmentIds)].filter((id) => id !== null)}::uuid[])
    order by a.appointment_id, a.superseded_at desc nulls first`.execute(tx)
  return new Map(rows.map(({ id, ...said }) => [id, said]))
}

/** Everything that was done with an assessment, the first first; people by post and organisation, never by name. */
export async function stepsOf(tx: Tx, assessmentId: string): Promise<AssessmentStep[]> {
  const { rows } = await sql<Omit<AssessmentStep, 'at'> & { at: Date }>`
    select s.step, s.reason, a.post as "byPost", o.name as "byOrganisation", s.taken_at as at
    from assessment_steps s
    left join lateral (select post, organisation_id from appointments a where a.tenant_id = s.tenant_id and a.appointment_id = s.taken_by
      order by a.superseded_at desc nulls first limit 1) a on true
    left join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) o on true
    where s.tenant_id = ${tx.tenantId} and s.assessment_id = ${assessmentId} order by s.taken_at, s.id`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** What the evidence of a self-report belongs to. */
export const evidenceOf = (selfReportId: string) => ({ kind: 'assessment_self_report', id: selfReportId })

/** The newest self-report, with its evidence. */
export async function selfReportOf(tx: Tx, assessmentId: string): Promise<SelfReport | null> {
  const row = await tx
    .selectFrom('assessment_self_reports')
    .select(['id', 'body', 'written_at as writtenAt'])
    .where('tenant_id', '=', tx.tenantId)
    .where('assessment_id', '=', assessmentId)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    body: row.body,
    writtenAt: row.writtenAt.toISOString(),
    evidence: await attachmentsOf(tx, evidenceOf(row.id)),
  }
}
