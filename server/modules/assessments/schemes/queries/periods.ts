import { sql, type RawBuilder } from 'kysely'
import type { Grade, Period, PeriodFile, PeriodTerms, SchemeContent } from '#contract/assessments-schemes.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { concerns } from '../../cases/scope.ts'
import { unfinished } from '../../cases/queries/unfinished.ts'

/** Periods of organisations within scope, and those in which somebody within scope is assessed; the latest first. Numbers are those within scope. */
export async function listAssessmentPeriods(tx: Tx, actor: Actor): Promise<{ items: Period[] }> {
  const rows = await periodsWhere(tx, actor, sql`true`)
  return { items: rows.map((row) => shown(row)) }
}

/** One of them, with its scheme, its rules, grades as far as they are approved, and until when the last appeal may come. */
export async function getAssessmentPeriod(
  tx: Tx,
  actor: Actor,
  input: { periodId: string },
): Promise<PeriodFile> {
  const row = found((await periodsWhere(tx, actor, sql`period.id = ${input.periodId}`))[0])
  const { appealsUntil } = await unfinished(tx, row)
  return {
    ...shown(row),
    content: row.content,
    terms: row.terms,
    grades: await gradesIn(tx, actor, row.id),
    appealsUntil: appealsUntil?.toISOString() ?? null,
    can: { manage: await canReach(tx, { actor, permission: 'assessments.manage' }, row.organisationId) },
  }
}

type Row = Omit<Period, 'closedAt'> & { closedAt: Date | null; content: SchemeContent; terms: PeriodTerms }

async function periodsWhere(tx: Tx, actor: Actor, condition: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select period.id, period.organisation_id as "organisationId", o.name as "organisationName", period.name, s.subject_kind as "subjectKind", s.id as "schemeId",
      s.name as "schemeName", period.scheme_version as "schemeVersion", period.starts_on as "startsOn", period.ends_before as "endsBefore",
      period.closed_at as "closedAt", v.content, period.terms, x.states
    from assessment_periods period
    join assessment_schemes s on s.tenant_id = period.tenant_id and s.id = period.scheme_id
    join assessment_scheme_versions v on v.tenant_id = period.tenant_id and v.scheme_id = period.scheme_id and v.version = period.scheme_version
    cross join lateral (${lastName(tx, sql.ref('period.organisation_id'))}) o
    cross join lateral (select count(*) as cases, json_build_object(
        'open', count(*) filter (where a.state = 'open'), 'reviewed', count(*) filter (where a.state = 'reviewed'),
        'approved', count(*) filter (where a.state = 'approved'), 'appealed', count(*) filter (where a.state = 'appealed'),
        'final', count(*) filter (where a.state = 'final')) as states
      from assessments a where a.tenant_id = period.tenant_id and a.period_id = period.id and ${concerns(tx, actor)}) x
    where period.tenant_id = ${tx.tenantId} and ${condition}
      and (x.cases > 0 or ${inScope(tx, { actor, permission: 'assessments.score' }, sql.ref('period.organisation_id'))})
    order by period.starts_on desc, period.id desc limit 200`.execute(tx)
  return rows
}

function shown({ content: _content, terms: _terms, closedAt, ...row }: Row): Period {
  return { ...row, closedAt: closedAt?.toISOString() ?? null }
}

async function gradesIn(
  tx: Tx,
  actor: Actor,
  periodId: string,
): Promise<{ grade: Grade; persons: number }[]> {
  const { rows } = await sql<{ grade: Grade; persons: number }>`
    select r.grade, count(*)::int as persons from assessments a
    cross join lateral (select grade from assessment_results r where r.tenant_id = a.tenant_id and r.assessment_id = a.id order by r.no desc limit 1) r
    where a.tenant_id = ${tx.tenantId} and a.period_id = ${periodId} and a.state in ('approved', 'final') and ${concerns(tx, actor)}
    group by r.grade
    order by array_position(array['excellent', 'good', 'pass', 'fail', 'not_assessed', 'incomplete'], r.grade)`.execute(
    tx,
  )
  return rows
}
