import { sql, type RawBuilder } from 'kysely'
import type { AssessmentRow, operations } from '#contract/assessments.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { concerns } from '../scope.ts'

/** Assessments of a period within scope, by name. A score and a grade stand where a review has found them. */
export async function listAssessedPersons(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listAssessedPersons']>,
): Promise<{ items: AssessmentRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const [name, id] = readCursor(input.cursor, ['', ''])
  const { rows } = await sql<AssessmentRow & { total: number }>`
    with chosen as (
      select a.id, p.name, a.state, w.missing, w.mine, r.score, r.grade, count(*) over ()::int as total
      from assessments a
      join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
      cross join lateral (${waiting(tx, actor)}) w
      left join lateral (select score, grade from assessment_results r where r.tenant_id = a.tenant_id and r.assessment_id = a.id and a.state <> 'open'
        order by no desc limit 1) r on true
      where a.tenant_id = ${tx.tenantId} and a.period_id = ${input.periodId} and ${concerns(tx, actor)} and ${wanted(input)})
    select c.id, c.name as "personName", c.state, c.missing, c.mine, c.score, c.grade, c.total,
      (select coalesce(json_agg(distinct o.name), '[]') from assessment_posts x
        join organisation_profiles o on o.tenant_id = x.tenant_id and o.organisation_id = x.organisation_id and o.superseded_at is null
        where x.tenant_id = ${tx.tenantId} and x.assessment_id = c.id) as organisations,
      exists (select from assessment_self_reports s where s.tenant_id = ${tx.tenantId} and s.assessment_id = c.id) as reported
    from chosen c where ${id === ''} or (c.name, c.id::text) > (${name}, ${id})
    order by c.name, c.id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit).map(({ total: _total, ...row }) => row)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([last.personName, last.id]) : null,
    total: rows[0]?.total ?? 0,
  }
}

/** How many scores one open assessment waits for, and how many of them from the asker. */
export async function waitingFor(
  tx: Tx,
  actor: Actor,
  assessmentId: string,
): Promise<{ missing: number; mine: number }> {
  const { rows } = await sql<{ missing: number; mine: number }>`
    select w.missing, w.mine from assessments a cross join lateral (${waiting(tx, actor)}) w
    where a.tenant_id = ${tx.tenantId} and a.id = ${assessmentId}`.execute(tx)
  return rows[0]!
}

/** The assessment of a person in a period. */
export async function findCaseOf(
  tx: Tx,
  of: { periodId: string; personId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('assessments')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('period_id', '=', of.periodId)
    .where('person_id', '=', of.personId)
    .executeTakeFirst()
  return row?.id
}

// Every indicator that is scored, at every organisation of the assessment (`a`), without a score that stands. The same rule as `mayScore`.
function waiting(tx: Tx, actor: Actor): RawBuilder<unknown> {
  const own = actor.appointment?.organisationId ?? null
  const reached = inScope(tx, { actor, permission: 'assessments.score' }, sql.ref('o.organisation_id'))
  return sql`
    select count(*)::int as missing, count(*) filter (where case when i.source = 'unit' then o.organisation_id = ${own}::uuid
      when i.source = 'superior' then o.organisation_id <> ${own}::uuid else true end and ${reached})::int as mine
    from (select distinct x.organisation_id from assessment_posts x where x.tenant_id = a.tenant_id and x.assessment_id = a.id) o
    cross join (select i ->> 'code' as code, i ->> 'source' as source, (q.terms ->> 'leastVoices')::int as least_voices from assessment_periods q
      join assessment_scheme_versions v on v.tenant_id = q.tenant_id and v.scheme_id = q.scheme_id and v.version = q.scheme_version
      cross join lateral jsonb_array_elements(v.content -> 'indicators') i
      where q.tenant_id = a.tenant_id and q.id = a.period_id and i ->> 'source' <> 'counted') i
    where a.state = 'open' and not exists (select from assessment_scores s where s.tenant_id = a.tenant_id and s.assessment_id = a.id
      and s.indicator = i.code and s.organisation_id = o.organisation_id and s.superseded_at is null)
      and not (i.source = 'members' and (select count(*) from assessment_voice_givers g where g.tenant_id = a.tenant_id and g.assessment_id = a.id
        and g.organisation_id = o.organisation_id) >= i.least_voices)`
}

function wanted(input: InputOf<(typeof operations)['listAssessedPersons']>): RawBuilder<unknown> {
  const { state = null, grade = null, q = '' } = input
  const words = `%${q.trim().replace(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`(${state}::text is null or a.state = ${state}) and (${grade}::text is null or r.grade = ${grade})
    and (${input.waiting !== 'mine'} or w.mine > 0)
    and (${q.trim() === ''} or p.name like ${words} or exists (select from assessment_posts x
      join organisation_profiles o on o.tenant_id = x.tenant_id and o.organisation_id = x.organisation_id and o.superseded_at is null
      where x.tenant_id = a.tenant_id and x.assessment_id = a.id and o.name like ${words}))`
}
