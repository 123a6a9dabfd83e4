import { sql } from 'kysely'
import type { operations, ScanRow } from '#contract/events-door.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { mustRunEvent } from '../run-event.ts'

/** What was read at the doors, the latest first: by receipt, then by the device's own numbers. Badge numbers, nobody's name. */
export async function listScans(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listScans']>,
): Promise<OutputOf<(typeof operations)['listScans']>> {
  const event = await mustRunEvent(tx, actor, input.eventId)
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, [''])
  const matching = sql`s.tenant_id = ${tx.tenantId} and s.event_id = ${event.id}
    and (${input.door ?? null}::text is null or s.door = ${input.door ?? null})
    and (${input.outcome ?? null}::text is null or s.outcome = ${input.outcome ?? null})`
  const { rows } = await sql<Row>`
    select s.nonce, s.door, s.method, s.outcome, r.badge_no as "badgeNo", s.received_at as "receivedAt", s.claimed_at as "claimedAt",
      to_char(s.received_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || lpad(s.device_seq::text, 8, '0') || s.nonce::text as place
    from check_in_scans s
    left join registrations r on r.tenant_id = s.tenant_id and r.id = s.registration_id
    where ${matching} and (${after} = '' or to_char(s.received_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')
      || lpad(s.device_seq::text, 8, '0') || s.nonce::text < ${after})
    order by s.received_at desc, s.device_seq desc, s.nonce desc limit ${limit + 1}`.execute(tx)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from check_in_scans s where ${matching}`.execute(tx)
  const items = rows.slice(0, limit)
  return {
    items: items.map(rowOf),
    nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.place]) : null,
    total: counted[0]!.total,
  }
}

type Row = Omit<ScanRow, 'receivedAt' | 'claimedAt'> & {
  receivedAt: Date
  claimedAt: Date | null
  place: string
}

function rowOf({ place: _, ...row }: Row): ScanRow {
  return {
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    claimedAt: row.claimedAt?.toISOString() ?? null,
  }
}
