import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { slipTargets, type Whom } from '../queries/slip-targets.ts'
import { endSlips } from '../store.ts'

/** Makes the open slips of an organisation or of chosen members worthless. None open: refused, so that nobody believes it was done. */
export async function revokeActivationSlips(tx: Tx, actor: Actor, input: Whom): Promise<{ revoked: number }> {
  const { organisationId, personIds } = await slipTargets(tx, actor, input)
  const ending = { outcome: 'revoked', endedBy: actor.accountId } as const
  const revoked = await endSlips(tx, { personIds, exceptRun: null }, ending)
  if (revoked === 0) refuse('activation.no_open_slip')
  await audit(tx, actor, 'activation.slips_revoked', {
    kind: 'organisation',
    id: organisationId,
    organisationId,
    params: { slips: revoked },
  })
  return { revoked }
}
