import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Whether a union hosts the event already, or was asked and has not answered. */
export async function isHostOrAsked(tx: Tx, eventId: string, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`select
    exists (select from events e where e.tenant_id = ${tx.tenantId} and e.id = ${eventId} and e.organisation_id = ${organisationId})
    or exists (select from event_hosts h where h.tenant_id = ${tx.tenantId} and h.event_id = ${eventId} and h.organisation_id = ${organisationId})
    or exists (select from event_host_invitations i where i.tenant_id = ${tx.tenantId} and i.event_id = ${eventId} and i.organisation_id = ${organisationId}
      and not exists (select from event_host_answers a where a.tenant_id = i.tenant_id and a.invitation_id = i.id)) as asked`.execute(
    tx,
  )
  return rows[0]!.asked
}

/** Writes an invitation; returns its id. */
export async function insertInvitation(
  tx: Tx,
  invitation: { eventId: string; organisationId: string; invitedBy: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('event_host_invitations')
    .values({
      tenant_id: tx.tenantId,
      id,
      event_id: invitation.eventId,
      organisation_id: invitation.organisationId,
      invited_by: invitation.invitedBy,
    })
    .execute()
  return id
}

/** An invitation with its answer, where there is one; undefined when it is not there. */
export async function findInvitation(tx: Tx, id: string) {
  return tx
    .selectFrom('event_host_invitations as i')
    .leftJoin('event_host_answers as a', (join) =>
      join.onRef('a.tenant_id', '=', 'i.tenant_id').onRef('a.invitation_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.event_id as eventId', 'i.organisation_id as organisationId', 'a.answer'])
    .where('i.tenant_id', '=', tx.tenantId)
    .where('i.id', '=', id)
    .executeTakeFirst()
}

/** Writes the answer; its key is the guard against answering twice. */
export async function insertAnswer(
  tx: Tx,
  answer: { invitationId: string; answer: 'accepted' | 'declined'; answeredBy: string },
): Promise<void> {
  await tx
    .insertInto('event_host_answers')
    .values({
      tenant_id: tx.tenantId,
      invitation_id: answer.invitationId,
      answer: answer.answer,
      answered_by: answer.answeredBy,
    })
    .execute()
}

/** Adds one that hosts the event together with its host. */
export async function addHost(tx: Tx, eventId: string, organisationId: string): Promise<void> {
  await tx
    .insertInto('event_hosts')
    .values({ tenant_id: tx.tenantId, event_id: eventId, organisation_id: organisationId })
    .onConflict((taken) => taken.doNothing())
    .execute()
}
