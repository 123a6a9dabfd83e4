import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/activation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { accountOfPerson } from '#server/modules/accounts/index.ts'
import { ownMobile } from '#server/modules/messages/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { sendInvitation } from '../send-invitation.ts'

type Operation = (typeof operations)['inviteOfficer']

/**
 * Invites the holder of an appointment within scope to open an account; an invitation still open is replaced. Sent by text message to the
 * mobile on their file, by mail to the address given, or told once for printing.
 */
export async function inviteOfficer(
  tx: Tx,
  actor: Actor,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const appointment = await lockAppointment(tx, actor, input.appointmentId)
  const reach = { actor, permission: 'accounts.invite' } as const
  await mustReach(tx, reach, found(appointment).organisation_id)
  const { person_id: personId, organisation_id: organisationId } = appointment!
  const { recordIds } = found(await personRecords(tx, personId))
  if ((await accountOfPerson(tx, recordIds)) !== null) refuse('activation.has_account')
  const recipient = await recipientOf(tx, personId, input)

  const { invitationId, expiresAt, token } = await sendInvitation(tx, actor, {
    appointmentId: input.appointmentId,
    personId,
    organisationId,
    channel: input.channel,
    recipient,
    day: actor.today,
  })
  return {
    invitationId,
    expiresAt: expiresAt.toISOString(),
    token: input.channel === 'print' ? token : null,
  }
}

async function lockAppointment(tx: Tx, actor: Actor, appointmentId: string) {
  const row = await tx
    .selectFrom('appointments')
    .select(['person_id', 'organisation_id', 'starts_on', 'ends_before'])
    .where('tenant_id', '=', tx.tenantId)
    .where('appointment_id', '=', appointmentId)
    .where('superseded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) notFound()
  const over = row.ends_before !== null && row.ends_before <= actor.today
  return over || row.starts_on > actor.today ? notFound() : row
}

async function recipientOf(
  tx: Tx,
  personId: string,
  { channel, mail }: { channel: 'sms' | 'mail' | 'print'; mail?: string | undefined },
): Promise<string> {
  if (channel === 'print') return ''
  if (channel === 'sms') return (await ownMobile(tx, personId)) ?? refuse('activation.no_mobile')
  return mail ?? invalid([{ path: 'mail', code: 'field.required' }])
}
