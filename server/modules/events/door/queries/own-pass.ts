import { sql } from 'kysely'
import type { operations } from '#contract/events-door.ts'
import type { OutputOf } from '#contract/operation.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { passToken } from '../passes.ts'
import { passCode } from '../rules/pass-code.ts'

type Pass = OutputOf<(typeof operations)['getOwnEventPass']>

/**
 * One's own pass to an event one has registered for. The code is there only while one has a place; it stays the same, so that it can be shown
 * without a network.
 */
export async function getOwnEventPass(tx: Tx, actor: Actor, input: { eventId: string }): Promise<Pass> {
  const records = found(await personRecords(tx, actor.personId))
  const { rows } = await sql<
    Omit<Pass, 'code' | 'startsAt' | 'endsAt' | 'checkedInAt'> & {
      registrationId: string
      startsAt: Date
      endsAt: Date
      checkedInAt: Date | null
    }
  >`
    select r.id as "registrationId", e.title, e.starts_at as "startsAt", e.ends_at as "endsAt", e.venue, r.state, r.badge_no as "badgeNo",
      c.door, c.checked_in_at as "checkedInAt"
    from registrations r
    join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
    left join check_ins c on c.tenant_id = r.tenant_id and c.registration_id = r.id
    where r.tenant_id = ${tx.tenantId} and r.event_id = ${input.eventId} and r.person_id = any(${records.recordIds}::uuid[])
    order by r.state = 'admitted' desc limit 1`.execute(tx)
  const { registrationId, ...row } = found(rows[0])
  return {
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
    code: row.state === 'admitted' ? passCode(row.badgeNo, passToken(tx, registrationId)) : null,
  }
}
