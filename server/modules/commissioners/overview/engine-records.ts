import { sql } from 'kysely'
import type { EngineRecords, StoryElection, StoryStipend } from '#contract/commissioners-story.ts'
import type { Permission } from '#contract/permissions.ts'
import type { VenueRow } from '#contract/venues.ts'
import { canReach } from '#server/modules/access/index.ts'
import { concerns } from '#server/modules/assessments/index.ts'
import { elections } from '#server/modules/ballots/index.ts'
import { attendancesOf } from '#server/modules/training/index.ts'
import { venueRows } from '#server/modules/venues/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { isPaidOn } from '../gaps/engine-gaps.ts'

/** A two-new organisation and the union that covers it. */
interface Place {
  organisationId: string
  unionId: string | null
}

/** What the engines know of an organisation: elections, training, assessments, stipends and venues, each only for whoever may see it there (else null). */
export async function engineRecords(tx: Tx, actor: Actor, place: Place): Promise<EngineRecords> {
  const may = (permission: Permission) => canReach(tx, { actor, permission }, place.organisationId)
  return {
    elections: (await may('ballots.read')) ? await electionsOf(tx, place) : null,
    training: (await may('training.read')) ? await trainingOf(tx, place) : null,
    assessments: (await may('assessments.score')) ? await assessmentsOf(tx, actor, place) : null,
    stipends: (await may('funds.read')) ? await stipendsOf(tx, actor, place) : null,
    venues: (await may('venues.read')) ? await venuesOf(tx, actor, place) : null,
  }
}

const both = ({ organisationId, unionId }: Place) =>
  [organisationId, unionId].filter((id): id is string => id !== null)

async function electionsOf(tx: Tx, { unionId }: Place): Promise<StoryElection[]> {
  const { rows } = await sql<StoryElection>`
    select e.id, e.title, e.state, e."meetingOn" as on from (${elections(tx)}) e
    where e."organisationId" = ${unionId}::uuid order by e."meetingOn" desc, e.id limit 10`.execute(tx)
  return rows
}

/** Class hours of whoever holds or held a post of commissioner there, or leads the union. */
async function trainingOf(tx: Tx, place: Place): Promise<NonNullable<EngineRecords['training']>> {
  const { rows: people } = await sql<{ personId: string; name: string }>`
    select distinct p.id as "personId", p.name from appointments a
    left join person_aliases al on al.tenant_id = a.tenant_id and al.alias_id = a.person_id and al.undone_at is null
    join persons p on p.tenant_id = a.tenant_id and p.id = coalesce(al.person_id, a.person_id)
    where a.tenant_id = ${tx.tenantId} and a.organisation_id = any(${both(place)}::uuid[]) and a.post in ('commissioner', 'union_chair')
      and a.superseded_at is null order by p.name limit 20`.execute(tx)
  const attended = await attendancesOf(
    tx,
    people.map(({ personId }) => personId),
  )
  return people.map(({ personId, name }) => {
    const own = attended.filter((each) => each.personId === personId)
    return {
      name,
      sessions: own.length,
      classHours: own.reduce((sum, { classHours }) => sum + classHours, 0),
      lastOn: own[0]?.on ?? null,
    }
  })
}

/** Assessments by period, the latest first, never one’s own; the grade only once it is approved. */
async function assessmentsOf(
  tx: Tx,
  actor: Actor,
  place: Place,
): Promise<NonNullable<EngineRecords['assessments']>> {
  const { rows } = await sql<NonNullable<EngineRecords['assessments']>[number]>`
    select a.id, p.name, q.name as period, a.state,
      case when a.state in ('approved', 'appealed', 'final') then (select r.grade from assessment_results r where r.tenant_id = a.tenant_id
        and r.assessment_id = a.id order by r.no desc limit 1) end as grade
    from assessments a
    join assessment_periods q on q.tenant_id = a.tenant_id and q.id = a.period_id
    join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tx.tenantId} and exists (select from assessment_posts x where x.tenant_id = a.tenant_id and x.assessment_id = a.id
      and x.organisation_id = any(${both(place)}::uuid[])) and ${concerns(tx, actor)}
    order by q.starts_on desc, p.name, a.id limit 20`.execute(tx)
  return rows
}

/** Stipends worked out for posts there, the latest month first. */
async function stipendsOf(tx: Tx, actor: Actor, place: Place): Promise<StoryStipend[]> {
  const { rows } = await sql<StoryStipend>`
    select c.id, p.name, c.period, c.net_fen as "amountFen", case when ${isPaidOn(actor.today)} then 'paid' else 'unpaid' end as state
    from claims c join persons p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tx.tenantId} and c.reason = 'stipend' and c.organisation_id = any(${both(place)}::uuid[])
    order by c.period desc, c.number desc, c.id limit 12`.execute(tx)
  return rows
}

async function venuesOf(tx: Tx, actor: Actor, place: Place): Promise<NonNullable<EngineRecords['venues']>> {
  const kept = sql`v.organisation_id = any(${both(place)}::uuid[]) and v.closed_on is null`
  const { rows } = await sql<VenueRow>`${venueRows(tx, actor.today, kept)} order by v.name limit 10`.execute(
    tx,
  )
  return rows.map(({ id, name, state, met, needed }) => ({ id, name, state, met, needed }))
}
