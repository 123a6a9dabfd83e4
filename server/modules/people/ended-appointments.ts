import { sql } from 'kysely'
import { endAppointment, inScope, lockAppointment } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { familyOf } from './transfer-store.ts'

/** Posts of persons, merged records included, that hold on a day, and which of them the actor may end. */
export async function postsOn(
  tx: Tx,
  actor: Actor,
  { personIds, on }: { personIds: readonly string[]; on: string },
): Promise<{ id: string; mine: boolean }[]> {
  const { rows } = await sql<{ id: string; mine: boolean }>`
    select a.appointment_id as id, ${inScope(tx, { actor, permission: 'appointments.write' }, sql.ref('a.organisation_id'))} as mine
    from appointments a where a.tenant_id = ${tx.tenantId} and a.superseded_at is null
      and a.person_id in (select record_id from (${familyOf(tx, personIds)}) family)
      and a.starts_on < ${on}::date and (a.ends_before is null or a.ends_before > ${on}::date)
    order by a.appointment_id`.execute(tx)
  return rows
}

/** Ends the posts that the actor may end, together with the memberships. The others stay with whoever answers for them. */
export async function endPostsOf(
  tx: Tx,
  actor: Actor,
  end: { personIds: readonly string[]; on: string; reason: string },
): Promise<number> {
  const mine = (await postsOn(tx, actor, end)).filter((post) => post.mine)
  for (const { id } of mine) {
    const appointment = await lockAppointment(tx, id)
    if (appointment === null) continue
    await endAppointment(tx, actor, {
      appointment,
      end: { endsBefore: end.on, reason: end.reason, documentNo: null },
    })
  }
  return mine.length
}
