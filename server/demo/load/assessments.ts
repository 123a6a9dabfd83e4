import { sql } from 'kysely'
import type { SchemeContent } from '#contract/assessments-schemes.ts'
import {
  computeResult,
  declareSubjects,
  findPeriod,
  insertResult,
  replacePosts,
  termsOn,
} from '#server/modules/assessments/index.ts'
import { commissionerSubject } from '#server/modules/commissioners/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { loadTraining, type Assessed } from './training.ts'

/** Three years of training and assessment of so many commissioners and chairs: two periods are closed, this year's is being scored. */
export async function loadAssessed(tx: Tx, top: string, count: number): Promise<void> {
  if (count === 0) return
  const assessed = await chooseAssessed(tx, top, count)
  await loadTraining(tx, assessed)
  await loadAssessments(tx, assessed)
}

/** Who is trained and assessed: commissioners and chairs since before last year, those with an account first, then some full-time ones, then by the organisations' codes. */
async function chooseAssessed(tx: Tx, top: string, count: number): Promise<Assessed> {
  const { rows } = await sql<{ id: string }>`
    select a.person_id as id from appointments a join organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
    where a.tenant_id = ${tx.tenantId} and a.superseded_at is null and a.post in ('commissioner', 'union_chair')
      and a.starts_on <= app_today() and (a.ends_before is null or a.ends_before > app_today())
      and (a.starts_on < date_trunc('year', app_today())::date - 300 or exists (select from accounts c where c.tenant_id = a.tenant_id and c.person_id = a.person_id))
      and o.kind in ('basic_union', 'employer')
    group by a.person_id
    order by bool_or(exists (select from accounts c where c.tenant_id = a.tenant_id and c.person_id = a.person_id)) desc,
      bool_or(a.full_time and a.post = 'commissioner')
        and row_number() over (partition by bool_or(a.full_time and a.post = 'commissioner') order by min(md5(o.stat_code))) <= 4 desc,
      min(md5(o.stat_code))
    limit ${count}`.execute(tx)
  return { top, personIds: rows.map((row) => row.id) }
}

/** A scheme, two closed years and this year's period, which is being scored: results computed by the engine from what was loaded before. */
async function loadAssessments(tx: Tx, assessed: Assessed): Promise<void> {
  declareSubjects([commissionerSubject])
  const { rows } = await sql<{ year: number; day: string; officers: string[] }>`
    select extract(year from app_today())::int as year, app_today() as day, array_agg(a.appointment_id order by a.starts_on, a.appointment_id)::text[] as officers
    from appointments a where a.tenant_id = ${tx.tenantId} and a.organisation_id = ${assessed.top} and a.post = 'federation_officer' and a.superseded_at is null`.execute(
    tx,
  )
  const { year, day, officers } = rows[0]!
  const [officer, second] = [officers[0]!, officers[1] ?? officers[0]!]
  const schemeId = newId()
  await sql`insert into assessment_schemes (tenant_id, id, organisation_id, subject_kind, name, created_by, created_at)
    values (${tx.tenantId}, ${schemeId}, ${assessed.top}, 'commissioner', '党工专员年度考核办法', ${officer}, ${`${year - 2}-01-05T02:00:00Z`})`.execute(
    tx,
  )
  await sql`insert into assessment_scheme_versions (tenant_id, scheme_id, version, content, written_by, written_at)
    values (${tx.tenantId}, ${schemeId}, 1, ${JSON.stringify(content())}, ${officer}, ${`${year - 2}-01-05T02:00:00Z`})`.execute(
    tx,
  )
  const terms = await termsOn(tx, day)
  for (const each of [year - 2, year - 1, year]) {
    const periodId = newId()
    const closedAt = each === year ? null : `${each + 1}-01-28T08:00:00Z`
    await sql`insert into assessment_periods (tenant_id, id, organisation_id, scheme_id, scheme_version, name, starts_on, ends_before, terms, opened_by, opened_at,
        closed_by, closed_at)
      values (${tx.tenantId}, ${periodId}, ${assessed.top}, ${schemeId}, 1, ${`${each} 年度考核`}, ${`${each}-01-01`}, ${`${each + 1}-01-01`},
        ${JSON.stringify(terms)}, ${officer}, ${`${each}-01-10T02:00:00Z`}, ${closedAt === null ? null : officer}, ${closedAt})`.execute(
      tx,
    )
    await openCases(tx, assessed, { periodId, officer })
    await scoreCases(tx, { periodId, year: each, running: each === year })
    if (closedAt !== null) await finishPeriod(tx, { periodId, year: each, officers: [officer, second] })
  }
}

// The preset without events of the unit, of which the demo has none; its weight goes to the opinions.
function content(): SchemeContent {
  const { indicators, leastKnown } = commissionerSubject.preset
  const more: Record<string, number> = { unit: 5, superior: 5, voices: 5 }
  return {
    leastKnown,
    indicators: indicators
      .filter(({ code }) => code !== 'events')
      .map((each) => ({
        ...each,
        weight: each.weight + (more[each.code] ?? 0),
        target: each.target === null ? null : each.target / 2,
      })),
  }
}

async function openCases(
  tx: Tx,
  { personIds }: Assessed,
  at: { periodId: string; officer: string },
): Promise<void> {
  const period = await findPeriod(tx, at.periodId)
  const posts = await commissionerSubject.posts(tx, {
    from: period.startsOn,
    until: period.endsBefore,
    personIds,
  })
  const idOf = new Map(
    [...new Set(posts.map((post) => post.personId))].map((personId) => [personId, newId()]),
  )
  await sql`insert into assessments (tenant_id, id, period_id, person_id, created_by, created_at)
    select ${tx.tenantId}::uuid, n.id, ${at.periodId}::uuid, n.person_id, ${at.officer}::uuid, ${period.startsOn}::date + 10
    from unnest(${[...idOf.values()]}::uuid[], ${[...idOf.keys()]}::uuid[]) as n (id, person_id)`.execute(tx)
  await replacePosts(
    tx,
    [...idOf.values()],
    posts.map((post) => ({ ...post, assessmentId: idOf.get(post.personId)! })),
  )
}

// The street's opinion and what members said, by the officer of the street; the unit's own by its chair where that is somebody else. Of the
// running year half is still to come.
async function scoreCases(tx: Tx, at: { periodId: string; year: number; running: boolean }): Promise<void> {
  await sql`
    insert into assessment_scores (tenant_id, id, assessment_id, indicator, organisation_id, value, voices, scored_by, scorer_id, scored_at)
    select a.tenant_id, gen_random_uuid(), a.id, i.code, x.organisation_id, least(9900, i.least + ${draw('value')} % 1500), case when i.code = 'voices' then 6 + ${draw('voices')} % 30 end,
      j.appointment_id, j.person_id, ${`${at.running ? at.year : at.year + 1}-01-12T03:00:00Z`}::timestamptz + (case when ${at.running} then 290 else 0 end) * interval '1 day'
    from assessments a
    join (select distinct tenant_id, assessment_id, organisation_id from assessment_posts) x on x.tenant_id = a.tenant_id and x.assessment_id = a.id
    join organisations o on o.tenant_id = a.tenant_id and o.id = x.organisation_id
    cross join (values ('superior', 8300), ('voices', 8500), ('unit', 8400)) as i (code, least)
    cross join lateral (
      select p.appointment_id, p.person_id from organisation_tree t join appointments p on p.tenant_id = t.tenant_id and p.organisation_id = t.ancestor_id
      where t.tenant_id = a.tenant_id and t.descendant_id = x.organisation_id and t.ends_before is null and p.superseded_at is null and p.person_id <> a.person_id
        and p.post = case when i.code = 'unit' then 'union_chair' else 'street_officer' end
        and (p.ends_before is null or p.ends_before > app_today())
      order by t.depth, p.starts_on, p.appointment_id limit 1) j
    where a.tenant_id = ${tx.tenantId} and a.period_id = ${at.periodId} and (not ${at.running} or ${draw('done')} % 2 = 0)
    on conflict do nothing`.execute(tx)
}

/** A number of two bytes that an assessment has by its organisation and indicator, one for each salt. */
const draw = (salt: string) =>
  sql<number>`(('x' || left(md5(o.stat_code || i.code || a.period_id::text || ${salt}), 4))::bit(16)::int)`

async function finishPeriod(
  tx: Tx,
  at: { periodId: string; year: number; officers: readonly [string, string] },
): Promise<void> {
  const period = await findPeriod(tx, at.periodId)
  const { rows: cases } = await sql<{ id: string; personId: string }>`
    select id, person_id as "personId" from assessments where tenant_id = ${tx.tenantId} and period_id = ${at.periodId} order by id`.execute(
    tx,
  )
  const { rows: takers } = await sql<{ id: string; personId: string }>`
    select appointment_id as id, person_id as "personId" from appointments where tenant_id = ${tx.tenantId} and superseded_at is null
      and appointment_id = any(${at.officers}::uuid[])`.execute(tx)
  const [reviewer, approver] = at.officers.map((id) => takers.find((taker) => taker.id === id)!)
  for (const assessment of cases)
    await insertResult(tx, {
      assessmentId: assessment.id,
      ...(await computeResult(tx, period, { ...assessment, voices: 'counted' })),
      reviewedBy: reviewer!.id,
      reviewerId: reviewer!.personId,
    })
  for (const [step, taker, taken] of [
    ['reviewed', reviewer!, `${at.year + 1}-01-15T03:00:00Z`],
    ['approved', approver!, `${at.year + 1}-01-18T03:00:00Z`],
  ] as const)
    await sql`insert into assessment_steps (tenant_id, id, assessment_id, person_id, step, taken_by, taker_id, taken_at)
      select tenant_id, gen_random_uuid(), id, person_id, ${step}, ${taker.id}::uuid, ${taker.personId}::uuid, ${taken}::timestamptz
      from assessments where tenant_id = ${tx.tenantId} and period_id = ${at.periodId}`.execute(tx)
  await sql`update assessment_results r set reviewed_at = ${`${at.year + 1}-01-15T03:00:00Z`} from assessments a
    where a.tenant_id = ${tx.tenantId} and a.period_id = ${at.periodId} and r.tenant_id = a.tenant_id and r.assessment_id = a.id`.execute(
    tx,
  )
  await sql`update assessments set state = 'final' where tenant_id = ${tx.tenantId} and period_id = ${at.periodId}`.execute(
    tx,
  )
}
