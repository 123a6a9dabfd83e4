import { sql } from 'kysely'
import type { AskedVoice } from '#contract/assessments-voices.ts'
import type { Indicator } from '#contract/assessments-schemes.ts'
import { lastName } from '#server/modules/access/index.ts'
import { nearTo, personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What somebody is asked for, with the assessment as commands need it. */
export type Asked = AskedVoice & { periodId: string; assessedId: string }

/**
 * Of whom the asker may say something as a member of the union, or as a worker of the employer, where the post is held: until the assessment is
 * reviewed for the first time, and never of themselves or declared near relatives. Nothing for whoever is no member.
 */
export async function askedOf(tx: Tx, actor: Actor): Promise<Asked[]> {
  const self = await personRecords(tx, actor.personId)
  if (self === null) return []
  const near = await nearTo(tx, actor.personId)
  const { rows } = await sql<Omit<Asked, 'indicators'> & { indicators: Indicator[] }>`
    select distinct on (p.starts_on, x.organisation_id, a.id) a.id as "assessmentId", a.period_id as "periodId", a.person_id as "assessedId",
      x.organisation_id as "organisationId", o.name as "organisationName", p.name as "periodName", assessed.name as "personName", x.post,
      v.content->'indicators' as indicators, (p.terms->>'leastVoices')::int as "leastVoices",
      exists (select from assessment_voice_givers g where g.tenant_id = a.tenant_id and g.assessment_id = a.id
        and g.organisation_id = x.organisation_id and g.person_id = m.person_id) as given
    from member_index m
    join assessment_posts x on x.tenant_id = m.tenant_id and (x.organisation_id = m.union_id or x.organisation_id = m.employer_id)
    join assessments a on a.tenant_id = x.tenant_id and a.id = x.assessment_id and a.state = 'open' and a.person_id <> m.person_id
    join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id and p.closed_at is null
    join assessment_scheme_versions v on v.tenant_id = p.tenant_id and v.scheme_id = p.scheme_id and v.version = p.scheme_version
    join persons assessed on assessed.tenant_id = a.tenant_id and assessed.id = a.person_id
    cross join lateral (${lastName(tx, sql.ref('x.organisation_id'))}) o
    where m.tenant_id = ${tx.tenantId} and m.person_id = ${self.personId} and m.kind = 'member'
      and not exists (select from assessment_results r where r.tenant_id = a.tenant_id and r.assessment_id = a.id)
    order by p.starts_on desc, x.organisation_id, a.id, x.starts_on desc`.execute(tx)
  return rows.flatMap((row) => {
    const indicators = row.indicators
      .filter(({ source }) => source === 'members')
      .map(({ code, titleZh, titleEn }) => ({ code, titleZh, titleEn }))
    return indicators.length === 0 || near.has(row.assessedId) ? [] : [{ ...row, indicators }]
  })
}

/** The same as the phone shows it. */
export async function listAskedVoices(tx: Tx, actor: Actor): Promise<{ items: AskedVoice[] }> {
  const asked = await askedOf(tx, actor)
  return { items: asked.map(({ periodId: _period, assessedId: _assessed, ...shown }) => shown) }
}
