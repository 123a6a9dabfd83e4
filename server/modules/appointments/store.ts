import { sql } from 'kysely'
import type { HandOverItem } from '#contract/appointments.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Adds a hand-over with the counts of what went along. */
export async function insertHandOver(
  tx: Tx,
  author: Author,
  made: {
    id: string
    fromId: string
    toId: string
    documentNo: string | null
    items: readonly HandOverItem[]
  },
): Promise<void> {
  await tx
    .insertInto('hand_overs')
    .values({
      tenant_id: tx.tenantId,
      id: made.id,
      from_id: made.fromId,
      to_id: made.toId,
      document_no: made.documentNo,
      moved: JSON.stringify(made.items),
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
}

/** A hand-over and whether its window is still open, or null. `hours` is the length of the window. */
export async function findHandOver(
  tx: Tx,
  asked: { handOverId: string; hours: number },
): Promise<{ id: string; fromId: string; isOpen: boolean } | null> {
  const { rows } = await sql<{ id: string; fromId: string; isOpen: boolean }>`
    select id, from_id as "fromId", recorded_at > now() - interval '1 hour' * ${asked.hours} as "isOpen" from hand_overs
    where tenant_id = ${tx.tenantId} and id = ${asked.handOverId}`.execute(tx)
  return rows[0] ?? null
}

/** Takes a hand-over back; its key is the guard against doing so twice. */
export async function insertHandOverUndoing(tx: Tx, author: Author, handOverId: string): Promise<void> {
  await tx
    .insertInto('hand_over_undoings')
    .values({
      tenant_id: tx.tenantId,
      hand_over_id: handOverId,
      undone_by: author?.appointment?.id ?? null,
    })
    .execute()
}

/** Remembers that an appointment has been named in a task. */
export async function insertReminders(
  tx: Tx,
  taskId: string,
  named: readonly { appointmentId: string; kind: string; concernsOn: string }[],
): Promise<void> {
  await tx
    .insertInto('appointment_reminders')
    .values(
      named.map((each) => ({
        tenant_id: tx.tenantId,
        appointment_id: each.appointmentId,
        kind: each.kind,
        concerns_on: each.concernsOn,
        task_id: taskId,
      })),
    )
    .execute()
}
