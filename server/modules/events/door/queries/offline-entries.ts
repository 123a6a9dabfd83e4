import { sql } from 'kysely'
import type { OfflineEntry, operations } from '#contract/events-door.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { passToken } from '../passes.ts'
import { passCheck } from '../rules/pass-code.ts'
import { mustRunEvent } from '../run-event.ts'

interface Registered {
  id: string
  state: string
  badgeNo: number | null
  door: string | null
  checkedInAt: Date | null
}

/**
 * What a device takes along to know passes again without a network: for each registration a hash of its pass, the badge number and how it
 * stands. No name, no union, no id: who finds the phone learns nothing about anybody, and cannot make a pass.
 */
export async function listOfflineEntries(
  tx: Tx,
  actor: Actor,
  input: { eventId: string },
): Promise<OutputOf<(typeof operations)['listOfflineEntries']>> {
  const event = await mustRunEvent(tx, actor, input.eventId)
  const { rows } = await sql<Registered>`
    select r.id, r.state, r.badge_no as "badgeNo", c.door, c.checked_in_at as "checkedInAt"
    from registrations r
    left join check_ins c on c.tenant_id = r.tenant_id and c.registration_id = r.id
    where r.tenant_id = ${tx.tenantId} and r.event_id = ${event.id} order by r.badge_no nulls last`.execute(
    tx,
  )
  const doors = await tx
    .selectFrom('event_doors')
    .select('name')
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', event.id)
    .orderBy('opened_at')
    .execute()
  const { rows: clock } = await sql<{ now: Date }>`select now() as now`.execute(tx)
  return {
    title: event.title,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    doors: doors.map((door) => door.name),
    takenAt: clock[0]!.now.toISOString(),
    entries: rows.map((row) => ({
      check: passCheck(passToken(tx, row.id)),
      badgeNo: row.badgeNo,
      state: stateOf(row),
      door: row.door,
      checkedInAt: row.checkedInAt?.toISOString() ?? null,
    })),
  }
}

function stateOf(row: Registered): OfflineEntry['state'] {
  if (row.checkedInAt !== null) return 'present'
  if (row.state === 'admitted') return 'expected'
  if (['waiting', 'offered', 'entered'].includes(row.state)) return 'waiting'
  return row.state === 'cancelled' ? 'cancelled' : 'not_admitted'
}
