import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Whether the actor may judge venues of the keeper: an inspector of its scope, but not of the very organisation, which would judge itself. */
export async function mayInspect(tx: Tx, actor: Actor, keeperId: string): Promise<boolean> {
  if (actor.appointment === null || actor.appointment.organisationId === keeperId) return false
  return canReach(tx, { actor, permission: 'venues.inspect' }, keeperId)
}
