import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** A meeting as commands need it; undefined when it is not there. */
export async function findMeeting(
  tx: Tx,
  meetingId: string,
): Promise<{ id: string; organisationId: string } | undefined> {
  return tx
    .selectFrom('association_meetings')
    .select(['id', 'organisation_id as organisationId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', meetingId)
    .executeTakeFirst()
}

/** Whether an organisation's matchmakers take part in a federation's meetings: it stands there or below. */
export async function meetsWith(tx: Tx, federationId: string, organisationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.ancestor_id = ${federationId} and t.descendant_id = ${organisationId}
      and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before)`.execute(tx)
  return rows.length > 0
}

/** Who stands behind a number: an open case whose person agrees still; undefined otherwise. The id stays on the server. */
export async function personOfNumber(
  tx: Tx,
  asked: { meetingId: string; number: number },
): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select c.person_id as "personId" from meeting_cases m
    join matchmaker_cases c on c.tenant_id = m.tenant_id and c.id = m.case_id and c.ended_on is null
    join meeting_agreements a on a.tenant_id = c.tenant_id and a.person_id = c.person_id and a.ended_at is null
    where m.tenant_id = ${tx.tenantId} and m.meeting_id = ${asked.meetingId} and m.number = ${asked.number}`.execute(
    tx,
  )
  return rows[0]?.personId
}
