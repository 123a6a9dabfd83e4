import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden } from '#server/platform/errors.ts'

/** The venues `v` the actor's own organisation may book today: its own, and those shared with somebody who leads it. */
export function isSharedWith(tx: Tx, actor: Actor): RawBuilder<boolean> {
  const { organisationId } = actor.appointment ?? forbidden()
  return sql<boolean>`((v.closed_on is null or v.closed_on > ${actor.today}::date) and v.opened_on <= ${actor.today}::date and (
    v.organisation_id = ${organisationId} or v.shared_with_id in (
      select t.ancestor_id from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.descendant_id = ${organisationId}
        and t.starts_on <= ${actor.today}::date and (t.ends_before is null or ${actor.today}::date < t.ends_before))))`
}
