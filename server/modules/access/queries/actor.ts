import { sql } from 'kysely'
import type { ActingAs, Actor, Grant } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { grantsOfAppointment } from './appointment-grants.ts'

/** What a session says of somebody before powers are known. */
export interface SessionOfActor {
  sessionId: string
  accountId: string
  appointmentId: string | null
  today: string
}

/** Builds the actor: the person, the appointment in use if it still holds, and exactly that appointment's grants. Powers of several posts never add up. */
export async function loadActor(tx: Tx, session: SessionOfActor): Promise<Actor | null> {
  const account = await tx
    .selectFrom('accounts as a')
    .leftJoin('account_closures as c', (join) =>
      join.onRef('c.tenant_id', '=', 'a.tenant_id').onRef('c.account_id', '=', 'a.id'),
    )
    .select(['a.person_id', 'c.account_id as closed'])
    .where('a.tenant_id', '=', tx.tenantId)
    .where('a.id', '=', session.accountId)
    .executeTakeFirst()
  if (account === undefined || account.closed !== null) return null
  const appointments = await appointmentsOf(tx, account.person_id, session.today)
  const appointment = appointments.find((each) => each.id === session.appointmentId) ?? null
  return {
    tenantId: tx.tenantId,
    sessionId: session.sessionId,
    accountId: session.accountId,
    personId: account.person_id,
    appointment,
    grants: [
      ...ownGrants(),
      ...(appointment === null ? [] : await grantsOfAppointment(tx, appointment, session.today)),
    ],
    tokenId: null,
    today: session.today,
    // Sign-in knows; whoever acts without a session has nothing due.
    signInDue: null,
  }
}

/**
 * The person's appointments that hold on a day, the highest post first: the one a new session works as. Posts of every record that is read
 * as this person count, the record's own first: a merge takes nobody's post away.
 */
export async function appointmentsOf(tx: Tx, personId: string, day: string): Promise<ActingAs[]> {
  const { rows } = await sql<{ id: string }>`
    with root as (
      select coalesce((select a.person_id from person_aliases a where a.tenant_id = ${tx.tenantId} and a.alias_id = ${personId}
        and a.undone_at is null), ${personId}::uuid) as id)
    select id from root
    union all
    select a.alias_id from person_aliases a join root on a.person_id = root.id where a.tenant_id = ${tx.tenantId} and a.undone_at is null`.execute(
    tx,
  )
  const held = []
  for (const { id } of rows) held.push(...(await appointmentsOfRecord(tx, id, day)))
  return held
}

/** Of one record, the highest post first. One that stands in for another holds only while the other does. */
async function appointmentsOfRecord(tx: Tx, personId: string, day: string): Promise<ActingAs[]> {
  const { rows } = await sql<ActingAs>`
    select a.appointment_id as id, a.post, a.organisation_id as "organisationId", p.name as "organisationName",
      a.starts_on as "startsOn", a.ends_before as "endsBefore", a.full_time as "fullTime", a.substitutes_id is not null as acting
    from appointments a
    join posts on posts.code = a.post
    join organisation_profiles p on p.tenant_id = a.tenant_id and p.organisation_id = a.organisation_id and p.superseded_at is null
      and p.starts_on <= ${day}::date and (p.ends_before is null or ${day}::date < p.ends_before)
    where a.tenant_id = ${tx.tenantId} and a.person_id = ${personId} and a.superseded_at is null
      and a.starts_on <= ${day}::date and (a.ends_before is null or ${day}::date < a.ends_before)
      and (a.substitutes_id is null or exists (
        select from appointments held where held.tenant_id = a.tenant_id and held.appointment_id = a.substitutes_id and held.superseded_at is null
          and held.starts_on <= ${day}::date and (held.ends_before is null or ${day}::date < held.ends_before)))
    order by posts.sort, a.substitutes_id is not null, a.starts_on, a.appointment_id`.execute(tx)
  return rows
}

/** Everybody signed in may see and mend what is their own. */
function ownGrants(): Grant[] {
  const always = {
    reach: 'self',
    organisationId: '',
    source: 'person',
    startsOn: '0001-01-01',
    endsBefore: null,
    delegationId: null,
  } as const
  return [
    { permission: 'own.read', ...always },
    { permission: 'own.write', ...always },
  ]
}
