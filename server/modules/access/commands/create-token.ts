import type { operations } from '#contract/access.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Permission } from '#contract/permissions.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import { randomBytes } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, invalid, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { tokenHashOf } from '../authenticate-token.ts'
import { passablePermissions } from '../delegation-store.ts'
import { may } from '../rules.ts'
import { lockAppointment } from '../store.ts'
import { insertToken, lockWorkingTokens } from '../token-store.ts'

/** How a token begins, so that a leaked one is recognised in a file or a log. */
const prefix = 'ghp_'

/**
 * Makes a token for a program that works as the appointment in use with the permissions named, until a day at most a year ahead. The secret
 * is told once and kept only as a hash. It stops with the appointment and with the account.
 */
export async function createToken(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createToken']>,
): Promise<{ tokenId: string; token: string }> {
  const appointment = actor.appointment ?? forbidden()
  // Two tokens made at the same moment wait for each other, so that neither passes the limit unseen.
  await lockAppointment(tx, appointment.id)
  if (input.endsBefore <= actor.today) invalid([{ path: 'endsBefore', code: 'access.not_in_the_past' }])
  const longest = await ruleFor<number>(tx, 'access.token_days', actor.today)
  if (input.endsBefore > addDays(actor.today, longest.value))
    refuse('access.token_too_long', { days: longest.value })
  const passable = await passablePermissions(tx, 'token', actor.today)
  for (const permission of input.permissions) {
    if (!passable.has(permission) || !may(actor, permission as Permission))
      refuse('access.not_for_a_token', { permission })
  }
  const most = await ruleFor<number>(tx, 'access.tokens_at_once', actor.today)
  const working = await lockWorkingTokens(tx, { column: 'appointment_id', id: appointment.id })
  if (working.length >= most.value) refuse('access.too_many_tokens', { most: most.value })

  const tokenId = newId()
  const token = `${prefix}${randomBytes(32).toString('base64url')}`
  await insertToken(tx, actor, {
    id: tokenId,
    tokenHash: tokenHashOf(token),
    appointmentId: appointment.id,
    name: input.name,
    permissions: [...new Set(input.permissions)],
    endsBefore: input.endsBefore,
  })
  await audit(tx, actor, 'access.token_created', {
    kind: 'api_token',
    id: tokenId,
    organisationId: appointment.organisationId,
    params: { permissions: input.permissions.length, endsBefore: input.endsBefore },
  })
  return { tokenId, token }
}
