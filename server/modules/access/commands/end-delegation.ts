import type { operations } from '#contract/access.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound } from '#server/platform/errors.ts'
import { insertDelegationEnding, lockDelegation } from '../delegation-store.ts'
import { may } from '../rules.ts'
import { raiseAccessVersion } from '../store.ts'

/** Takes powers back at once: whoever gave them, or the security administrator. Everybody else finds no such delegation. */
export async function endDelegation(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['endDelegation']>,
): Promise<Record<string, never>> {
  await raiseAccessVersion(tx)
  const delegation = found(await lockDelegation(tx, input.delegationId))
  const isGiver = actor.appointment !== null && actor.appointment.id === delegation.giverId
  if (!isGiver && !may(actor, 'grants.manage')) notFound()
  if (delegation.endsBefore <= actor.today) conflict('access.delegation_over')
  await insertDelegationEnding(tx, actor, {
    delegationId: delegation.id,
    endsBefore: actor.today,
    reason: input.reason,
  })
  await audit(tx, actor, 'access.delegation_ended', {
    kind: 'delegation',
    id: delegation.id,
    organisationId: delegation.organisationId,
  })
  return {}
}
