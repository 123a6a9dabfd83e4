import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Whether somebody stayed away or cancelled late, and whether that was excused since; null: neither. */
export async function lastAbsence(tx: Tx, registrationId: string): Promise<'absent' | 'excused' | null> {
  const { rows } = await sql<{ step: string }>`
    select step from registration_steps
    where tenant_id = ${tx.tenantId} and registration_id = ${registrationId}
      and (step in ('no_show', 'excused') or (step = 'cancelled' and reason = 'late'))
    order by taken_at desc, id desc limit 1`.execute(tx)
  if (rows[0] === undefined) return null
  return rows[0].step === 'excused' ? 'excused' : 'absent'
}

/** Records for everybody who had a place and did not come that they stayed away; returns how many. Nobody is recorded twice. */
export async function insertNoShows(tx: Tx, eventId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select r.id from registrations r
    where r.tenant_id = ${tx.tenantId} and r.event_id = ${eventId} and r.state = 'admitted'
      and not exists (select from check_ins c where c.tenant_id = r.tenant_id and c.registration_id = r.id)
      and not exists (select from registration_steps s where s.tenant_id = r.tenant_id and s.registration_id = r.id and s.step = 'no_show')`.execute(
    tx,
  )
  if (rows.length === 0) return 0
  await tx
    .insertInto('registration_steps')
    .values(
      rows.map(({ id }) => ({ tenant_id: tx.tenantId, id: newId(), registration_id: id, step: 'no_show' })),
    )
    .execute()
  return rows.length
}
