import { sql, type RawBuilder } from 'kysely'
import type { operations } from '#contract/ballots.ts'
import type { ChairVacancy } from '#contract/ballots-shapes.ts'
import type { OutputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

const most = 500

/** From how many days on a vacancy is soon too long, and late. */
export interface VacancyDays {
  soon: number
  late: number
}

/**
 * Unions within scope whose chair's post has been vacant for as long as the rule calls soon or late (B14), the longest first.
 */
export async function listChairVacancies(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['listChairVacancies']>> {
  const rule = await ruleFor<VacancyDays>(tx, 'ballots.chair_vacancy', actor.today)
  const items = await chairVacancies(tx, {
    days: rule.value,
    within: inScope(tx, { actor, permission: 'ballots.read' }, sql.ref('term.organisation_id')),
  })
  return { items, soonDays: rule.value.soon, lateDays: rule.value.late, source: rule.source }
}

/**
 * Unions whose chair's post is vacant for so many days, the longest first: since the last chair's appointment ended, or since the term began where there
 * never was one. A union with a term only: without a committee there is nobody to fill it. `within` is a condition on `term.organisation_id`.
 */
export async function chairVacancies(
  tx: Tx,
  { days: { soon, late }, within }: { days: VacancyDays; within: RawBuilder<unknown> },
): Promise<ChairVacancy[]> {
  const { rows } = await sql<ChairVacancy>`
    select v.organisation_id as "organisationId", (select at.name from (${lastName(tx, sql.ref('v.organisation_id'))}) at) as "organisationName",
      v.since as "vacantSince", v.days, case when v.days >= ${late} then 'late' else 'soon' end as level,
      (select e.id from elections e where e.tenant_id = ${tx.tenantId} and e.organisation_id = v.organisation_id and e.kind = 'chair'
        and not exists (select from election_steps s where s.tenant_id = e.tenant_id and s.election_id = e.id and s.step = 'confirmed')
        order by e.meeting_on desc, e.id desc limit 1) as "ballotId"
    from (
      select term.organisation_id, coalesce(last.ended, term.starts_on) as since, app_today() - coalesce(last.ended, term.starts_on) as days
      from (select distinct on (t.organisation_id) t.organisation_id, t.starts_on from union_terms t
        where t.tenant_id = ${tx.tenantId} and t.superseded_at is null and t.starts_on <= app_today() and t.ends_before > app_today()
        order by t.organisation_id, t.starts_on desc) term
      left join lateral (
        select max(coalesce(c.ends_before, 'infinity')) as ended, bool_or(c.starts_on <= app_today() and (c.ends_before is null or c.ends_before > app_today())) as held
        from appointments c where c.tenant_id = ${tx.tenantId} and c.organisation_id = term.organisation_id and c.post = 'union_chair'
          and c.superseded_at is null and c.substitutes_id is null and c.starts_on <= app_today()) last on true
      where last.held is not true and ${within}) v
    where v.days >= ${soon} order by v.days desc, v.organisation_id limit ${most}`.execute(tx)
  return rows
}
