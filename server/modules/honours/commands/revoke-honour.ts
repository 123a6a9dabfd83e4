import type { operations } from '#contract/honours.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach } from '#server/modules/access/index.ts'
import { nearTo } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, notFound, refuse } from '#server/platform/errors.ts'
import { insertRevocation, lockHonour } from '../store.ts'

/** Takes an honour back from today on: it stays in the register, says so, and so does its certificate. */
export async function revokeHonour(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['revokeHonour']>,
): Promise<{ id: string }> {
  const honour = found(await lockHonour(tx, input.honourId))
  if (!(await canReach(tx, { actor, permission: 'honours.confer' }, honour.organisationId))) notFound()
  if (honour.isRevoked) refuse('honours.revoked_already')
  if (honour.holderPersonId !== null && (await nearTo(tx, actor.personId)).has(honour.holderPersonId))
    refuse('honours.near_relative')
  await insertRevocation(tx, {
    honourId: honour.id,
    reason: input.reason.trim(),
    recoveredFen: input.recoveredFen ?? null,
    revokedBy: (actor.appointment ?? forbidden()).id,
  })
  const { id, organisationId } = honour
  await audit(tx, actor, 'honours.revoked', { kind: 'honour', id, organisationId })
  return { id }
}
