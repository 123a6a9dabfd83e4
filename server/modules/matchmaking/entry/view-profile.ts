import type { ViewOccasion } from '#contract/matchmaking-entry.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Logs that the appointment in use looks at somebody's profile; the person reads it. Every look of staff goes through here. */
export async function viewProfile(
  tx: Tx,
  actor: Actor,
  look: { personId: string; occasion: ViewOccasion },
): Promise<void> {
  await tx
    .insertInto('profile_views')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      person_id: look.personId,
      appointment_id: actor.appointment!.id,
      occasion: look.occasion,
    })
    .execute()
}
