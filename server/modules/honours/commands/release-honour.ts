import type { operations } from '#contract/honours-public.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { insertRelease, lockHonour, withdrawRelease, type LockedHonour } from '../store.ts'

/**
 * Puts an honour that stands on the public pages: of a person on their consent or after a public notice, whose document is named (H2); of an
 * organisation by the document that conferred it. Once; one that was withdrawn stays withdrawn.
 */
export async function releaseHonour(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['releaseHonour']>,
): Promise<Record<string, never>> {
  const honour = await lockReached(tx, actor, input.honourId)
  if (honour.isRevoked) refuse('honours.revoked_already')
  if ((honour.holderPersonId === null) !== (input.basis === 'organisation'))
    invalid([{ path: 'basis', code: 'honours.wrong_basis' }])
  const isNew = await insertRelease(tx, { ...input, releasedBy: actor.appointment!.id })
  if (!isNew) conflict('honours.released_already')
  await audit(tx, actor, 'honours.released', subjectOf(honour))
  return {}
}

/** Takes it off the public pages: the entry stays and says so, without who it was. */
export async function withdrawHonourRelease(
  tx: Tx,
  actor: Actor,
  input: { honourId: string },
): Promise<Record<string, never>> {
  const honour = await lockReached(tx, actor, input.honourId)
  if (!(await withdrawRelease(tx, { honourId: honour.id, withdrawnBy: actor.appointment!.id })))
    refuse('honours.not_released')
  await audit(tx, actor, 'honours.release_withdrawn', subjectOf(honour))
  return {}
}

async function lockReached(tx: Tx, actor: Actor, honourId: string): Promise<LockedHonour> {
  const honour = found(await lockHonour(tx, honourId))
  if (!(await canReach(tx, { actor, permission: 'honours.confer' }, honour.organisationId))) notFound()
  return honour
}

function subjectOf({ id, organisationId }: LockedHonour) {
  return { kind: 'honour', id, organisationId }
}
