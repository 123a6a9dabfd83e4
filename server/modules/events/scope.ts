import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import { canReach, inScope, mustHave } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import { hostIdsOf } from './store.ts'

type Reach = { actor: Actor; permission: Permission }

/** True for events (alias `e`) whose host, or a union that hosts them together with it, is within scope: who hosts together sees and runs. */
export function eventScope(tx: Tx, reach: Reach): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${inScope(tx, reach, sql.ref('e.organisation_id'))} or exists (
    select from event_hosts joint where joint.tenant_id = e.tenant_id and joint.event_id = e.id
      and ${inScope(tx, reach, sql.ref('joint.organisation_id'))}))`
}

/** Passes when the permission reaches the host of the event or one of those that host it together; otherwise the answer "not there". */
export async function mustReachEvent(
  tx: Tx,
  reach: Reach,
  event: { id: string; organisationId: string },
): Promise<void> {
  mustHave(reach.actor, reach.permission)
  if (!(await canReachEvent(tx, reach, event))) notFound()
}

/** Whether it does, for `can` flags. */
export async function canReachEvent(
  tx: Tx,
  reach: Reach,
  event: { id: string; organisationId: string },
): Promise<boolean> {
  if (await canReach(tx, reach, event.organisationId)) return true
  for (const id of await hostIdsOf(tx, event.id)) if (await canReach(tx, reach, id)) return true
  return false
}
