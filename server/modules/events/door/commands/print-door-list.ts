import { sql } from 'kysely'
import type { DoorListRow, operations } from '#contract/events-door.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { initialsOf } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { mustRunEvent } from '../run-event.ts'
import { insertDoorListPrint } from '../store.ts'

/**
 * The paper list for doors without a network: who has a place, by badge number, with a box to sign. It is the one thing at the door that
 * carries names, so it is asked what for, and kept who printed it.
 */
export async function printDoorList(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['printDoorList']>,
): Promise<OutputOf<(typeof operations)['printDoorList']>> {
  const event = await mustRunEvent(tx, actor, input.eventId)
  if (actor.appointment === null) forbidden()
  if (event.state !== 'published') refuse('events.door_closed')
  const rows = await admitted(tx, event.id)
  const printId = newId()
  await insertDoorListPrint(tx, {
    id: printId,
    eventId: event.id,
    purpose: input.purpose.trim(),
    persons: rows.length,
    printedBy: actor.appointment.id,
  })
  await audit(tx, actor, 'events.door_list_printed', {
    kind: 'event',
    id: event.id,
    organisationId: event.organisationId,
    params: { persons: rows.length },
  })
  const { rows: clock } = await sql<{ now: Date }>`select now() as now`.execute(tx)
  return {
    title: event.title,
    venue: event.venue,
    startsAt: event.startsAt.toISOString(),
    printedAt: clock[0]!.now.toISOString(),
    printNo: printId.slice(-8).toUpperCase(),
    rows,
  }
}

async function admitted(tx: Tx, eventId: string): Promise<DoorListRow[]> {
  const { rows } = await sql<Omit<DoorListRow, 'checkedInAt' | 'initials'> & { checkedInAt: Date | null }>`
    select r.badge_no as "badgeNo", p.name, coalesce(o.name, '') as "unionName", c.checked_in_at as "checkedInAt"
    from registrations r
    join persons p on p.tenant_id = r.tenant_id and p.id = r.person_id
    left join organisation_profiles o on o.tenant_id = r.tenant_id and o.organisation_id = r.union_id and o.superseded_at is null
      and o.ends_before is null
    left join check_ins c on c.tenant_id = r.tenant_id and c.registration_id = r.id
    where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} and r.state = 'admitted'
    order by r.badge_no nulls last, p.name`.execute(tx)
  return rows.map((row) => ({
    ...row,
    initials: initialsOf(row.name),
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
  }))
}
