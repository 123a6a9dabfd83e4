import { sql } from 'kysely'
import type { OrganisationStory, StoryLine, StoryPost } from '#contract/commissioners.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { dueRules, isDue } from '../eligibility/due-rules.ts'
import { engineRecords } from './engine-records.ts'
import { asTwoNew, askedFor, shownColumns, worklist, type WorklistRow } from '../gaps/worklist.ts'

/** One two-new organisation within scope: what it is, whether it must have a commissioner and why, what it lacks, and what happened. */
export async function getOrganisationStory(
  tx: Tx,
  actor: Actor,
  { organisationId }: { organisationId: string },
): Promise<OrganisationStory> {
  await mustReach(tx, { actor, permission: 'commissioners.read' }, organisationId)
  const asked = await askedFor(tx, actor.today)
  const { rows } = await sql<WorklistRow & { directPoint: boolean }>`
    select ${shownColumns(tx)}, shown.direct_point as "directPoint" from (${worklist(tx, actor, asked)}) shown
    where shown.id = ${organisationId}`.execute(tx)
  const row = rows[0]
  if (row === undefined) refuse('commissioners.not_two_new')
  const { reasons } = isDue(
    { type: row.type, workers: row.workers, hasPartyBody: row.partyBody !== null },
    await dueRules(tx, actor.today),
  )
  const reach = { actor, permission: 'commissioners.write' } as const
  return {
    ...asTwoNew(row),
    unionId: row.unionId,
    directPoint: row.directPoint,
    reasons,
    chair: await chairOf(tx, row.unionId),
    posts: await postsAt(tx, organisationId),
    story: await storyOf(tx, organisationId, row.unionId),
    records: await engineRecords(tx, actor, { organisationId, unionId: row.unionId }),
    can: {
      appoint: await canReach(tx, reach, organisationId),
      change: await canReach(tx, { actor, permission: 'organisations.write' }, organisationId),
    },
  }
}

async function chairOf(tx: Tx, unionId: string | null): Promise<string | null> {
  if (unionId === null) return null
  const { rows } = await sql<{ name: string }>`
    select p.name from appointments c join persons p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tx.tenantId} and c.organisation_id = ${unionId} and c.post = 'union_chair' and c.substitutes_id is null
      and c.superseded_at is null and c.starts_on <= app_today() and (c.ends_before is null or app_today() < c.ends_before)
    order by c.starts_on desc limit 1`.execute(tx)
  return rows[0]?.name ?? null
}

/** Posts of commissioners there, the present ones first, then the latest that ended. */
async function postsAt(tx: Tx, organisationId: string): Promise<StoryPost[]> {
  const { rows } = await sql<StoryPost>`
    select c.appointment_id as "appointmentId", p.name, case when c.full_time then 'party_affairs_officer' else 'part_time_chair' end as kind,
      c.basis, c.document_no as "documentNo", c.starts_on as "startsOn", c.ends_before as "endsBefore", c.end_reason as "endReason"
    from appointments c join persons p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tx.tenantId} and c.organisation_id = ${organisationId} and c.post = 'commissioner' and c.substitutes_id is null
      and c.superseded_at is null
    order by c.ends_before is not null and c.ends_before <= app_today(), c.starts_on desc, c.appointment_id limit 50`.execute(
    tx,
  )
  return rows
}

/** The days worth telling, newest first. Names of persons stand with the posts, not here. */
async function storyOf(tx: Tx, organisationId: string, unionId: string | null): Promise<StoryLine[]> {
  const { rows } = await sql<StoryLine>`
    select "on", code, text from (
      select min(p.starts_on) as "on", 'founded' as code, null as text from organisation_profiles p
        where p.tenant_id = ${tx.tenantId} and p.organisation_id = ${organisationId} and p.superseded_at is null
      union all select h.as_of, 'workers', h.workers::text from headcounts h
        where h.tenant_id = ${tx.tenantId} and h.organisation_id = ${organisationId} and h.superseded_at is null
      union all select a.starts_on, 'party_body', null from affiliations a
        where a.tenant_id = ${tx.tenantId} and a.child_id = ${organisationId} and a.kind = 'party' and a.superseded_at is null
      union all select v.starts_on, 'covered', null from coverages v
        where v.tenant_id = ${tx.tenantId} and v.employer_id = ${organisationId} and v.superseded_at is null
      union all select v.ends_before, 'uncovered', null from coverages v
        where v.tenant_id = ${tx.tenantId} and v.employer_id = ${organisationId} and v.superseded_at is null and v.ends_before is not null
      union all select t.starts_on, 'elected', t.term_years::text from union_terms t
        where t.tenant_id = ${tx.tenantId} and t.organisation_id = ${unionId}::uuid and t.superseded_at is null
      union all select c.starts_on, 'post_given', null from appointments c
        where c.tenant_id = ${tx.tenantId} and c.organisation_id = ${organisationId} and c.post = 'commissioner' and c.superseded_at is null
      union all select c.ends_before, 'post_ended', null from appointments c
        where c.tenant_id = ${tx.tenantId} and c.organisation_id = ${organisationId} and c.post = 'commissioner' and c.superseded_at is null
          and c.ends_before is not null) told
    where "on" <= app_today() order by "on" desc, code limit 100`.execute(tx)
  return rows
}
