import { sql } from 'kysely'
import { funnelSteps, type MatchmakingFunnel, type operations } from '#contract/matchmaking-figures.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import { roundedDown } from '#server/modules/measures/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound, refuse } from '#server/platform/errors.ts'
import { shareOf } from '../rules.ts'

type Ask = InputOf<(typeof operations)['getMatchmakingFunnel']>
type Counts = Record<(typeof funnelSteps)[number] | 'participants' | 'withoutMutual', number>

/**
 * How many of those who registered for closed events came, handed in a sheet, found mutual interest, gave each other a contact, became a couple,
 * married. Whoever may not open the rows asks for whole years, is not told small counts, and the others rounded down.
 */
export async function getMatchmakingFunnel(tx: Tx, actor: Actor, input: Ask): Promise<MatchmakingFunnel> {
  const organisationId = input.organisationId ?? actor.appointment?.organisationId ?? notFound()
  await mustReach(tx, { actor, permission: 'figures.read' }, organisationId)
  if (input.from !== undefined && input.to !== undefined && input.to < input.from)
    invalid([{ path: 'to', code: 'field.format' }])
  const mayOpen = await canReach(tx, { actor, permission: 'figures.open' }, organisationId)
  if (!mayOpen) mustBeYears(input)
  const counts = await countSteps(tx, { organisationId, from: input.from ?? null, to: input.to ?? null })
  const least = mayOpen ? 0 : (await ruleFor<number>(tx, 'measures.smallest_count', actor.today)).value
  const told = (count: number) => {
    if (least === 0) return count
    return count > 0 && count < least ? null : roundedDown(count, least)
  }
  return {
    steps: funnelSteps.map((step, at) => {
      const count = told(counts[step])
      return {
        step,
        count,
        ofBefore: at === 0 ? null : shareTold(count, told(counts[funnelSteps[at - 1]!])),
        ofAttended: at > 2 ? shareTold(count, told(counts.attended)) : null,
      }
    }),
    participants: told(counts.participants),
    withoutMutual: told(counts.withoutMutual),
  }
}

// Of what is told: an exact share of rounded counts would give the counts away.
function shareTold(count: number | null, of: number | null) {
  return count === null || of === null ? null : shareOf(count, of)
}

function mustBeYears({ from, to }: Ask): void {
  const isWhole =
    from === undefined ? to === undefined : from.endsWith('-01-01') && (to?.endsWith('-12-31') ?? true)
  if (!isWhole) refuse('measures.years_only')
}

async function countSteps(
  tx: Tx,
  asked: { organisationId: string; from: string | null; to: string | null },
): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with held as (
      select e.id from events e
      join organisation_tree t on t.tenant_id = e.tenant_id and t.descendant_id = e.organisation_id and t.ancestor_id = ${asked.organisationId}
        and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before)
      where e.tenant_id = ${tx.tenantId} and e.state = 'closed'
        and (${asked.from}::date is null or (e.starts_at at time zone 'Asia/Shanghai')::date >= ${asked.from}::date)
        and (${asked.to}::date is null or (e.starts_at at time zone 'Asia/Shanghai')::date <= ${asked.to}::date)),
    released as (
      select interest_id from contact_releases where tenant_id = ${tx.tenantId} group by interest_id having count(distinct person_id) = 2),
    married as (
      select distinct person_a, person_b from pair_outcomes where tenant_id = ${tx.tenantId} and outcome = 'married'),
    found as (
      select m.event_id, p.person_id, bool_or(f.interest_id is not null) as released, bool_or(c.id is not null) as couple,
        bool_or(c.id is not null and w.person_a is not null) as married
      from mutual_interests m join held on held.id = m.event_id
      left join couples c on c.tenant_id = m.tenant_id and c.interest_id = m.id and c.confirmed_at is not null
      left join released f on f.interest_id = m.id
      left join married w on w.person_a = m.person_a and w.person_b = m.person_b
      cross join lateral (values (m.person_a), (m.person_b)) as p (person_id)
      where m.tenant_id = ${tx.tenantId} group by m.event_id, p.person_id),
    lucky as (select distinct person_id from found),
    gone as (
      select r.person_id, r.state, i.registration_id is not null as came, f.person_id is not null as mutual, coalesce(f.released, false) as released,
        coalesce(f.couple, false) as couple, coalesce(f.married, false) as married, l.person_id is not null as lucky
      from registrations r join held on held.id = r.event_id
      left join check_ins i on i.tenant_id = r.tenant_id and i.registration_id = r.id
      left join found f on f.event_id = r.event_id and f.person_id = r.person_id
      left join lucky l on l.person_id = r.person_id
      where r.tenant_id = ${tx.tenantId})
    select count(*) as registered, count(*) filter (where state = 'admitted') as admitted, count(*) filter (where came) as attended,
      (select coalesce(sum(s.sheets), 0)::bigint from choice_closings s join held on held.id = s.event_id where s.tenant_id = ${tx.tenantId}) as sheets,
      count(*) filter (where mutual) as mutual, count(*) filter (where released) as released, count(*) filter (where couple) as couple,
      count(*) filter (where married) as married, count(distinct person_id) filter (where came) as participants,
      count(distinct person_id) filter (where came and not lucky) as "withoutMutual"
    from gone`.execute(tx)
  return rows[0]!
}
