import type { InspectionRefusal } from '#contract/venues-inspections.ts'
import { canReach } from '#server/modules/access/index.ts'
import { whoServesThere } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Why somebody may not judge the venues of a keeper, or null: an inspector of its scope may, but not one of the very organisation, which would judge
 * itself, nor one who holds a post there or whose declared near relative does.
 */
export async function whyNotInspect(tx: Tx, actor: Actor, keeperId: string): Promise<InspectionRefusal> {
  if (actor.appointment === null) return 'no_power'
  if (!(await canReach(tx, { actor, permission: 'venues.inspect' }, keeperId))) return 'no_power'
  if (actor.appointment.organisationId === keeperId) return 'own_venue'
  const serves = await whoServesThere(tx, actor.personId, keeperId)
  if (serves === null) return null
  return serves === 'oneself' ? 'own_venue' : 'near_relative'
}
