import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What stands at a place for requests about series and joint hosts to aim at. */
export interface SeriesPlace {
  /** A series that ended long ago. */
  seriesId: string
  /** An invitation to that organisation to host the event there together, declined. */
  hostInvitationId: string
}

/** The same of a place that does not exist. */
export const nowhereToRepeat: SeriesPlace = { seriesId: newId(), hostInvitationId: newId() }

/** Makes it for an organisation and an event there. */
export async function seriesAt(tx: Tx, organisationId: string, eventId: string): Promise<SeriesPlace> {
  const [seriesId, hostInvitationId] = [newId(), newId()]
  await sql`insert into event_series (tenant_id, id, organisation_id, kind, name, starts_on, ends_before, created_by)
    values (${tx.tenantId}, ${seriesId}, ${organisationId}, 'editions', '测试系列', '2000-01-01', '2001-01-01', ${newId()})`.execute(
    tx,
  )
  await sql`insert into event_host_invitations (tenant_id, id, event_id, organisation_id, invited_by)
    values (${tx.tenantId}, ${hostInvitationId}, ${eventId}, ${organisationId}, ${newId()})`.execute(tx)
  await sql`insert into event_host_answers (tenant_id, invitation_id, answer, answered_by)
    values (${tx.tenantId}, ${hostInvitationId}, 'declined', ${newId()})`.execute(tx)
  return { seriesId, hostInvitationId }
}
