import { sql } from 'kysely'
import type { PaymentExplanation } from '#contract/stipends.ts'
import { lastName } from '#server/modules/access/index.ts'
import { electionsBehindPosts } from '#server/modules/ballots/index.ts'
import { explainBenefit, traceOfClaim } from '#server/modules/funds/index.ts'
import { heldBy } from '#server/modules/honours/index.ts'
import { gatesOf } from '#server/modules/training/index.ts'
import { assessedGrade } from '../grades-of.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Why somebody gets this amount: the posts on record and the elections behind them, the grade, the rules as applied, the run, every list and the bank’s line. */
export async function explainPayment(
  tx: Tx,
  actor: Actor,
  { claimId }: { claimId: string },
): Promise<PaymentExplanation> {
  const { personId, budgetName, ...traced } = await traceOfClaim(tx, actor, claimId)
  const year = Number(traced.period.slice(0, 4))
  const claim = {
    ...traced,
    inductionOn: (await gatesOf(tx, [personId], year)).get(personId)?.inductionOn ?? null,
    honours: await heldBy(tx, personId),
  }
  const line = await lineOf(tx, claimId)
  const given = await explainBenefit(tx, claimId)
  if (line === undefined)
    return {
      ...claim,
      posts: [],
      elections: [],
      grade: null,
      sum: null,
      benefit: given?.benefit ?? null,
      rules: await rulesOf(tx, given?.rules ?? []),
      run: null,
    }
  return {
    ...claim,
    benefit: null,
    posts: await postsOf(tx, { personId, month: `${claim.period}-01`, ...line }),
    elections: await electionsBehindPosts(tx, { personId, month: claim.period, knownAt: line.knownAt }),
    grade:
      line.gradeId === null
        ? null
        : await gradeOf(tx, line.gradeId, { personId, month: claim.period, grade: line.grade! }),
    sum: {
      rateFen: line.rateFen,
      days: line.days,
      monthDays: line.monthDays,
      part: line.part,
      dueFen: line.dueFen,
      beforeFen: line.beforeFen,
    },
    rules: await rulesOf(tx, Object.values(line.rules)),
    run: { id: line.runId, runAt: line.runAt.toISOString(), lines: line.runLines, budgetName },
  }
}

interface Line {
  runId: string
  runAt: Date
  runLines: number
  knownAt: string
  rules: Record<string, string>
  grade: string | null
  gradeId: string | null
  rateFen: number
  days: number
  monthDays: number
  part: 'full' | 'none' | 'pro_rata'
  dueFen: number
  beforeFen: number
}

async function lineOf(tx: Tx, claimId: string): Promise<Line | undefined> {
  const { rows } = await sql<Line>`
    select r.id as "runId", r.run_at as "runAt", r.line_count as "runLines", r.known_at::text as "knownAt", r.rules, l.grade, l.grade_id as "gradeId",
      l.rate_fen as "rateFen", l.days, l.month_days as "monthDays", l.part, l.due_fen as "dueFen", l.before_fen as "beforeFen"
    from stipend_lines l join stipend_runs r on r.tenant_id = l.tenant_id and r.id = l.run_id
    where l.tenant_id = ${tx.tenantId} and l.claim_id = ${claimId}`.execute(tx)
  return rows[0]
}

async function postsOf(
  tx: Tx,
  {
    personId,
    month,
    knownAt,
    rules,
  }: { personId: string; month: string; knownAt: string; rules: Record<string, string> },
): Promise<PaymentExplanation['posts']> {
  const rule = rules['stipends.entitled'] ?? null
  const { rows } = await sql<PaymentExplanation['posts'][number]>`
    select o.name as "organisationName", a.starts_on as "startsOn", a.ends_before as "endsBefore", a.full_time as "fullTime",
      a.basis, a.document_no as "documentNo"
    from appointments a
    join rules r on r.id = ${rule}::uuid
    left join person_aliases al on al.tenant_id = a.tenant_id and al.alias_id = a.person_id and al.undone_at is null
    cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) o
    where a.tenant_id = ${tx.tenantId} and coalesce(al.person_id, a.person_id) = ${personId} and a.substitutes_id is null
      and exists (select from jsonb_array_elements(r.value) e where e ->> 'post' = a.post)
      and a.recorded_at <= ${knownAt}::timestamptz and (a.superseded_at is null or a.superseded_at > ${knownAt}::timestamptz)
      and a.starts_on < (${month}::date + interval '1 month')::date and (a.ends_before is null or a.ends_before > ${month}::date)
    group by a.id, o.name, a.starts_on, a.ends_before, a.full_time, a.basis, a.document_no order by a.starts_on, a.id`.execute(
    tx,
  )
  return rows
}

async function gradeOf(
  tx: Tx,
  gradeId: string,
  paid: { personId: string; month: string; grade: string },
): Promise<PaymentExplanation['grade']> {
  const { rows } = await sql<
    Omit<NonNullable<PaymentExplanation['grade']>, 'approvedAt' | 'assessed'> & { approvedAt: Date | null }
  >`
    select g.grade, g.starts_on as "startsOn", g.ends_before as "endsBefore", g.reason, entered.name as "enteredBy", approved.name as "approvedBy",
      d.decided_at as "approvedAt"
    from stipend_grades g
    left join persons entered on entered.tenant_id = g.tenant_id and entered.id = g.entered_by_person
    left join stipend_grade_decisions d on d.tenant_id = g.tenant_id and d.grade_id = g.id
    left join persons approved on approved.tenant_id = d.tenant_id and approved.id = d.decided_by_person
    where g.tenant_id = ${tx.tenantId} and g.id = ${gradeId}`.execute(tx)
  const [grade] = rows
  if (grade !== undefined)
    return { ...grade, approvedAt: grade.approvedAt?.toISOString() ?? null, assessed: null }
  const assessed = await assessedGrade(tx, paid)
  // An appeal may have changed the result since: shown is the grade that paid.
  if (assessed?.assessmentId !== gradeId) return null
  const { startsOn, endsBefore, assessmentId, score } = assessed
  return {
    grade: paid.grade,
    startsOn,
    endsBefore,
    reason: '',
    enteredBy: null,
    approvedBy: null,
    approvedAt: null,
    // A score belongs to the grade it gave, and is left out beside the grade of an earlier result.
    assessed: { assessmentId, score: assessed.grade === paid.grade ? score : null },
  }
}

async function rulesOf(tx: Tx, versions: readonly string[]): Promise<PaymentExplanation['rules']> {
  const { rows } = await sql<PaymentExplanation['rules'][number]>`
    select key, value::text as value, document || ' ' || article as source from rules where id = any(${versions}::uuid[]) order by key`.execute(
    tx,
  )
  return rows
}
