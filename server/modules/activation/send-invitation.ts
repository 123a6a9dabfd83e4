import { sendMessage } from '#server/modules/messages/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { invitationText } from './invitation-text.ts'
import { newSecret, secretHash } from './secrets.ts'
import { endInvitations, insertInvitation } from './store.ts'

/** Whom to invite, for which appointment, and how it reaches them; `recipient` is the number or address, '' on paper. */
export interface InvitationOrder {
  appointmentId: string
  personId: string
  organisationId: string
  channel: 'sms' | 'mail' | 'print'
  recipient: string
  day: string
}

/** Writes an invitation, replaces one still open, and sends it where it is not printed. The token is known here and nowhere else. */
export async function sendInvitation(
  tx: Tx,
  author: Author,
  order: InvitationOrder,
): Promise<{ invitationId: string; expiresAt: Date; token: string }> {
  const { personId, channel, recipient, day, ...post } = order
  const { value: days } = await ruleFor<number>(tx, 'activation.invitation_days', day)
  await endInvitations(tx, { personId }, { outcome: 'replaced', endedBy: author?.accountId ?? null })
  const [id, token] = [newId(), newSecret()]
  const hash = secretHash(tx.keys, token)
  const expiresAt = await insertInvitation(tx, author, { id, personId, channel, hash, days, ...post })
  if (channel !== 'print')
    await sendMessage(tx, {
      channel,
      purpose: 'activation.invitation',
      personId,
      recipient,
      ...invitationText({ token, days }),
    })
  await audit(tx, author, 'activation.invited', {
    kind: 'invitation',
    id,
    organisationId: order.organisationId,
    params: { channel },
  })
  return { invitationId: id, expiresAt, token }
}
