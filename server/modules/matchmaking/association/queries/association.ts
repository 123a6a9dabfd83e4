import { sql } from 'kysely'
import type {
  Association,
  AssociationTerm,
  Meeting,
  MeetingRow,
  PlanItem,
} from '#contract/matchmaking-association.ts'
import { lastName, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

const permission = 'matchmaking.manage'

/** Terms, the plan of a year (this one unless asked otherwise) and meetings of a federation's association. */
export async function getAssociation(
  tx: Tx,
  actor: Actor,
  input: { organisationId: string; year?: number },
): Promise<Association> {
  const { organisationId } = input
  await mustReach(tx, { actor, permission }, organisationId)
  const year = input.year ?? Number(actor.today.slice(0, 4))
  return {
    organisationId,
    organisationName: await nameOf(tx, organisationId),
    year,
    terms: await termsOf(tx, organisationId),
    plan: await planOf(tx, organisationId, year),
    meetings: await meetingsOf(tx, organisationId),
  }
}

/** One meeting within scope: everybody who could come, and what was recorded. */
export async function getMeeting(tx: Tx, actor: Actor, input: { meetingId: string }): Promise<Meeting> {
  const meeting = found(
    await tx
      .selectFrom('association_meetings')
      .select(['id', 'organisation_id as organisationId', 'title', 'held_on as heldOn', 'place', 'agenda'])
      .select((eb) => eb.ref('kind').$castTo<Meeting['kind']>().as('kind'))
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', input.meetingId)
      .executeTakeFirst(),
  )
  await mustReach(tx, { actor, permission }, meeting.organisationId)
  const { rows: numbers } = await sql<{ number: number }>`
    select m.number from meeting_cases m
    join matchmaker_cases c on c.tenant_id = m.tenant_id and c.id = m.case_id and c.ended_on is null
    join meeting_agreements a on a.tenant_id = c.tenant_id and a.person_id = c.person_id and a.ended_at is null
    where m.tenant_id = ${tx.tenantId} and m.meeting_id = ${meeting.id} order by m.number`.execute(tx)
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from meeting_introductions where tenant_id = ${tx.tenantId} and meeting_id = ${meeting.id}`.execute(
    tx,
  )
  return {
    ...meeting,
    organisationName: await nameOf(tx, meeting.organisationId),
    attendances: await attendancesOf(tx, meeting),
    numbers: numbers.map((row) => row.number),
    introductions: counted[0]!.n,
  }
}

async function nameOf(tx: Tx, organisationId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`${lastName(tx, sql`${organisationId}::uuid`)}`.execute(tx)
  return rows[0]?.name ?? ''
}

async function termsOf(tx: Tx, organisationId: string): Promise<AssociationTerm[]> {
  const { rows } = await sql<AssociationTerm>`
    select t.id, t.name, t.starts_on as "startsOn", t.ends_before as "endsBefore",
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', p.name, 'organisationName', o.name, 'role', s.role, 'startsOn', s.starts_on,
          'endsBefore', s.ends_before) order by array_position(array['president', 'vice_president', 'secretary', 'council', 'member'], s.role), p.name)
        from association_seats s
        join matchmakers m on m.tenant_id = s.tenant_id and m.id = s.matchmaker_id
        join persons p on p.tenant_id = m.tenant_id and p.id = m.person_id
        cross join lateral (${lastName(tx, sql.ref('m.organisation_id'))}) o
        where s.tenant_id = t.tenant_id and s.term_id = t.id), '[]') as seats
    from association_terms t where t.tenant_id = ${tx.tenantId} and t.organisation_id = ${organisationId}
    order by t.starts_on desc, t.id`.execute(tx)
  return rows
}

async function planOf(tx: Tx, organisationId: string, year: number): Promise<PlanItem[]> {
  const { rows } = await sql<PlanItem>`
    select id, title, due_on as "dueOn", done_on as "doneOn" from association_plan_items
    where tenant_id = ${tx.tenantId} and organisation_id = ${organisationId} and year = ${year} order by due_on, id`.execute(
    tx,
  )
  return rows
}

async function meetingsOf(tx: Tx, organisationId: string): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select m.id, m.kind, m.title, m.held_on as "heldOn", m.place,
      (select count(*)::int from association_attendances a where a.tenant_id = m.tenant_id and a.meeting_id = m.id and a.status = 'present') as present,
      (select count(*)::int from meeting_cases c where c.tenant_id = m.tenant_id and c.meeting_id = m.id) as cases,
      (select count(*)::int from meeting_introductions i where i.tenant_id = m.tenant_id and i.meeting_id = m.id) as introductions
    from association_meetings m where m.tenant_id = ${tx.tenantId} and m.organisation_id = ${organisationId}
    order by m.held_on desc, m.id limit 60`.execute(tx)
  return rows
}

/** Every matchmaker of the federation and below who is in the register, with what was recorded. */
async function attendancesOf(
  tx: Tx,
  meeting: { id: string; organisationId: string },
): Promise<Meeting['attendances']> {
  const { rows } = await sql<Meeting['attendances'][number]>`
    select m.id as "matchmakerId", p.name, o.name as "organisationName", a.status
    from matchmakers m
    join persons p on p.tenant_id = m.tenant_id and p.id = m.person_id
    cross join lateral (${lastName(tx, sql.ref('m.organisation_id'))}) o
    left join association_attendances a on a.tenant_id = m.tenant_id and a.matchmaker_id = m.id and a.meeting_id = ${meeting.id}
    where m.tenant_id = ${tx.tenantId} and (a.status is not null or (m.ended_on is null and exists (
      select from organisation_tree t where t.tenant_id = m.tenant_id and t.ancestor_id = ${meeting.organisationId}
        and t.descendant_id = m.organisation_id and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before))))
    order by o.name, p.name, m.id limit 500`.execute(tx)
  return rows
}
