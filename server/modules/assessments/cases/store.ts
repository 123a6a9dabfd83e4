import { sql } from 'kysely'
import type { Grade } from '#contract/assessments-schemes.ts'
import type { Reason } from '#contract/assessments.ts'
import type { SubjectPost } from '#server/platform/assessment-subject.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { Facts } from './facts.ts'

/** Opens an assessment for each of these persons who has none in the period; gives the new ones. */
export async function insertCases(
  tx: Tx,
  opened: { periodId: string; personIds: readonly string[]; createdBy: string },
): Promise<{ id: string; personId: string }[]> {
  const ids = opened.personIds.map(() => newId())
  const { rows } = await sql<{ id: string; personId: string }>`
    insert into assessments (tenant_id, id, period_id, person_id, created_by)
    select ${tx.tenantId}::uuid, n.id, ${opened.periodId}::uuid, n.person_id, ${opened.createdBy}::uuid
    from unnest(${ids}::uuid[], ${opened.personIds}::uuid[]) as n (id, person_id)
    on conflict (tenant_id, period_id, person_id) do nothing returning id, person_id as "personId"`.execute(
    tx,
  )
  return rows
}

/** Replaces the posts of assessments by what the register says now. */
export async function replacePosts(
  tx: Tx,
  assessmentIds: readonly string[],
  posts: readonly (Omit<SubjectPost, 'personId'> & { assessmentId: string })[],
): Promise<void> {
  await sql`delete from assessment_posts where tenant_id = ${tx.tenantId} and assessment_id = any(${assessmentIds}::uuid[])`.execute(
    tx,
  )
  await sql`
    insert into assessment_posts (tenant_id, assessment_id, organisation_id, starts_on, ends_before, post)
    select ${tx.tenantId}::uuid, p.* from unnest(${posts.map((post) => post.assessmentId)}::uuid[], ${posts.map((post) => post.organisationId)}::uuid[],
      ${posts.map((post) => post.startsOn)}::date[], ${posts.map((post) => post.endsBefore)}::date[], ${posts.map((post) => post.post)}::text[]) as p
    on conflict do nothing`.execute(tx)
}

/** Adds days away. */
export async function insertLeave(
  tx: Tx,
  leave: { assessmentId: string; startsOn: string; endsBefore: string; recordedBy: string },
): Promise<void> {
  await sql`insert into assessment_leaves (tenant_id, id, assessment_id, starts_on, ends_before, recorded_by)
    values (${tx.tenantId}, ${newId()}, ${leave.assessmentId}, ${leave.startsOn}, ${leave.endsBefore}, ${leave.recordedBy})`.execute(
    tx,
  )
}

/** A score, before it is kept. */
export interface NewScore {
  indicator: string
  organisationId: string
  value: number
  voices: number | null
  note: string
}

/** Keeps scores of one scorer; what they had scored before is superseded. */
export async function saveScores(
  tx: Tx,
  by: { assessmentId: string; scoredBy: string; scorerId: string },
  scores: readonly NewScore[],
): Promise<void> {
  const [codes, places] = [scores.map((each) => each.indicator), scores.map((each) => each.organisationId)]
  await sql`
    update assessment_scores s set superseded_at = app_now()
    from unnest(${codes}::text[], ${places}::uuid[]) as n (indicator, organisation_id)
    where s.tenant_id = ${tx.tenantId} and s.assessment_id = ${by.assessmentId} and s.scorer_id = ${by.scorerId} and s.superseded_at is null
      and s.indicator = n.indicator and s.organisation_id = n.organisation_id`.execute(tx)
  await sql`
    insert into assessment_scores (tenant_id, id, assessment_id, indicator, organisation_id, value, voices, note, scored_by, scorer_id)
    select ${tx.tenantId}::uuid, n.id, ${by.assessmentId}::uuid, n.indicator, n.organisation_id, n.value, n.voices, n.note, ${by.scoredBy}::uuid,
      ${by.scorerId}::uuid
    from unnest(${scores.map(() => newId())}::uuid[], ${codes}::text[], ${places}::uuid[], ${scores.map((each) => each.value)}::smallint[],
      ${scores.map((each) => each.voices)}::smallint[], ${scores.map((each) => each.note)}::text[])
      as n (id, indicator, organisation_id, value, voices, note)`.execute(tx)
}

/** A result of a review, before it has a number. */
export interface NewResult {
  assessmentId: string
  score: number | null
  grade: Grade
  facts: Facts
  reasons: readonly Reason[]
  reviewedBy: string
  reviewerId: string
}

/** Adds the next result of an assessment, which the caller has locked; gives its number. */
export async function insertResult(tx: Tx, result: NewResult): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into assessment_results (tenant_id, assessment_id, no, score, grade, facts, reasons, reviewed_by, reviewer_id)
    select ${tx.tenantId}::uuid, ${result.assessmentId}::uuid, coalesce(max(r.no), 0) + 1, ${result.score}::int, ${result.grade},
      ${JSON.stringify(result.facts)}::jsonb, ${JSON.stringify(result.reasons)}::jsonb, ${result.reviewedBy}::uuid, ${result.reviewerId}::uuid
    from assessment_results r where r.tenant_id = ${tx.tenantId} and r.assessment_id = ${result.assessmentId}
    returning no`.execute(tx)
  return rows[0]!.no
}

/** A step of an assessment. `takenBy` is the appointment; null: the assessed person. */
export interface NewStep {
  assessmentId: string
  personId: string
  step: keyof typeof stateAfter
  reason: string | null
  takenBy: string | null
  takerId: string
}

/** The state after each step; undefined: as before. */
const stateAfter = {
  reported: undefined,
  reviewed: 'reviewed',
  returned: 'open',
  approved: 'approved',
  appealed: 'appealed',
  appeal_accepted: 'open',
  appeal_rejected: 'approved',
} as const

/** Takes a step, and keeps the state that follows from it. */
export async function takeStep(tx: Tx, step: NewStep): Promise<void> {
  await sql`
    insert into assessment_steps (tenant_id, id, assessment_id, person_id, step, reason, taken_by, taker_id)
    values (${tx.tenantId}, ${newId()}, ${step.assessmentId}, ${step.personId}, ${step.step}, ${step.reason}, ${step.takenBy}, ${step.takerId})`.execute(
    tx,
  )
  const state = stateAfter[step.step]
  if (state === undefined) return
  await sql`update assessments set state = ${state} where tenant_id = ${tx.tenantId} and id = ${step.assessmentId}`.execute(
    tx,
  )
}

/** Everything that is approved in the period is final. */
export async function finishCases(tx: Tx, periodId: string): Promise<void> {
  await sql`update assessments set state = 'final' where tenant_id = ${tx.tenantId} and period_id = ${periodId} and state = 'approved'`.execute(
    tx,
  )
}

/** Adds a self-report; gives its id. */
export async function insertSelfReport(
  tx: Tx,
  report: { assessmentId: string; personId: string; body: string },
): Promise<string> {
  const id = newId()
  await sql`insert into assessment_self_reports (tenant_id, id, assessment_id, person_id, body)
    values (${tx.tenantId}, ${id}, ${report.assessmentId}, ${report.personId}, ${report.body})`.execute(tx)
  return id
}
