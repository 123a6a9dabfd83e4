import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found } from '#server/platform/errors.ts'
import { endInvitations } from '../store.ts'

/** Makes an invitation worthless. One that was used, replaced or revoked already: a conflict. */
export async function revokeInvitation(
  tx: Tx,
  actor: Actor,
  input: { invitationId: string },
): Promise<Record<string, never>> {
  const invitation = found(
    await tx
      .selectFrom('invitations')
      .select('organisation_id')
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', input.invitationId)
      .executeTakeFirst(),
  )
  const organisationId = invitation.organisation_id
  await mustReach(tx, { actor, permission: 'accounts.invite' }, organisationId)
  const ending = { outcome: 'revoked', endedBy: actor.accountId } as const
  if ((await endInvitations(tx, { invitationId: input.invitationId }, ending)) === 0)
    conflict('activation.invitation_ended')
  await audit(tx, actor, 'activation.invitation_revoked', {
    kind: 'invitation',
    id: input.invitationId,
    organisationId,
  })
  return {}
}
