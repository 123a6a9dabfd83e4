/** A recount by hand: what is asked, for which organisation and all it led on the day, of which days. */
export interface Recount {
  tenantId: string
  organisationId: string
  asOf: string
  from?: string
  to?: string
  /** Only what the organisation did itself, without what stands below it. */
  itself?: 'only'
}

/**
 * For each figure of the catalogue a statement of its own over the base tables, sharing nothing with the select of the measure: $1 tenant,
 * $2 day, $3 first and $4 last day of a period; `below` holds the organisations that count.
 */
export const recounts: Record<string, string> = {
  two_new_organisations: `select count(*) from organisations o where o.tenant_id = $1 and o.id in (table below)
    and o.kind = 'employer' and o.two_new_type in ('new_economic', 'new_social')
    and $2 >= (select min(p.starts_on) from organisation_profiles p where p.tenant_id = $1 and p.organisation_id = o.id and p.superseded_at is null)
    and o.id not in (select x.organisation_id from organisation_endings x where x.tenant_id = $1 and x.superseded_at is null and x.ended_on <= $2)`,
  workers: `select coalesce(sum(last.workers), 0) from (
      select distinct on (h.organisation_id) h.organisation_id, h.workers from headcounts h
      where h.tenant_id = $1 and h.as_of <= $2 and h.superseded_at is null order by h.organisation_id, h.as_of desc) last
    where last.organisation_id in (table below)
    and last.organisation_id not in (select x.organisation_id from organisation_endings x where x.tenant_id = $1 and x.superseded_at is null and x.ended_on <= $2)`,
  members: `select count(distinct coalesce((select a.person_id from person_aliases a where a.tenant_id = $1 and a.alias_id = m.person_id and a.undone_at is null), m.person_id))
    from memberships m where m.tenant_id = $1 and m.superseded_at is null and m.union_id in (table below)
    and m.starts_on <= $2 and coalesce(m.ends_before > $2, true)`,
  matchmakers: `select count(*) from matchmakers m where m.tenant_id = $1 and m.organisation_id in (table below)
    and daterange(m.registered_on, m.ended_on) @> $2::date`,
  matchmaker_cases: `select count(*) from matchmaker_cases c where c.tenant_id = $1 and daterange(c.opened_on, c.ended_on) @> $2::date
    and (select m.organisation_id from matchmakers m where m.tenant_id = $1 and m.id = c.matchmaker_id) in (table below)`,
  events_held: `select count(*) from held where id in (select event_id from came)`,
  participations: `select count(*) from came`,
  participants: `select count(distinct person_id) from came`,
  choice_sheets: `select coalesce(sum(s.sheets), 0) from choice_closings s where s.tenant_id = $1 and s.event_id in (select id from held)`,
  mutual_interest_pair_times: `select count(*) from mutual_interests m where m.tenant_id = $1 and m.organisation_id in (table below)
    and ${within('m.revealed_at')}`,
  mutual_interest_pairs: `select count(distinct (m.person_a, m.person_b)) from mutual_interests m where m.tenant_id = $1
    and m.organisation_id in (table below) and ${within('m.revealed_at')}`,
  couples: `select count(*) from couples c where c.tenant_id = $1 and c.organisation_id in (table below)
    and c.a_confirmed_at is not null and c.b_confirmed_at is not null and ${within('greatest(c.a_confirmed_at, c.b_confirmed_at)')}`,
  marriages: `select count(*) from (select distinct on (person_a, person_b) organisation_id, happened_on from pair_outcomes
      where tenant_id = $1 and outcome = 'married' order by person_a, person_b, happened_on, id) o
    where o.organisation_id in (table below) and o.happened_on <= $2 and o.happened_on between $3 and $4`,
}

/** Figures of programmes whose rows stand in another demo: each recounted by its programme's own test. */
export const recountedElsewhere: readonly string[] = [
  'eligible_organisations',
  'covered_organisations',
  'commissioners',
  'talents',
  'venues_meeting_six_haves',
  'honours',
  'assessments_closed',
  'elections_held',
  'trained_persons',
  'training_person_times',
  'stipends_due_fen',
  'stipends_paid_fen',
  'stipends_returned_fen',
  'direct_points',
  'direct_point_granted_fen',
  'direct_point_paid_fen',
  'contributions_received_fen',
  'union_funds_on_workers_fen',
]

/** The whole statement of a recount and what to fill in. */
export function recountOf(measure: string, asked: Recount): { text: string; values: unknown[] } {
  const text = `
    with recursive led as (
      select $5::uuid as id union
      select a.child_id from affiliations a join led on led.id = a.parent_id where a.tenant_id = $1 and a.kind = 'leads' and a.superseded_at is null
        and a.starts_on <= $2 and (a.ends_before is null or a.ends_before > $2)),
    below as (select id from led where not $6 or id = $5::uuid),
    held as (
      select e.id from events e where e.tenant_id = $1 and e.state = 'closed' and e.organisation_id in (table below) and ${within('e.starts_at')}),
    came as (
      select r.event_id, r.person_id from registrations r join check_ins c on c.tenant_id = $1 and c.registration_id = r.id
      where r.tenant_id = $1 and r.event_id in (select id from held))
    select (${recounts[measure]})::int as value where $3::date is not null and $4::date is not null`
  const { tenantId, asOf, from = '0001-01-01', to = '9999-12-31', organisationId, itself } = asked
  return { text, values: [tenantId, asOf, from, to, organisationId, itself === 'only'] }
}

function within(moment: string): string {
  const day = `((${moment} at time zone 'UTC') + interval '8 hours')::date`
  return `${day} <= $2 and ${day} between $3 and $4`
}
