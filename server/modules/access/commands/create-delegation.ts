import { sql } from 'kysely'
import type { operations } from '#contract/access.ts'
import type { InputOf } from '#contract/operation.ts'
import { permissions, type Permission } from '#contract/permissions.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, invalid, refuse } from '#server/platform/errors.ts'
import { insertDelegation, passablePermissions } from '../delegation-store.ts'
import { mayPassOn, type Place } from '../rules.ts'
import { mustReach, placeOf } from '../scope.ts'
import { lockAppointment, raiseAccessVersion, type AppointmentRow } from '../store.ts'

type Input = InputOf<(typeof operations)['createDelegation']>

/**
 * Passes some powers of the appointment in use on to another appointment within reach. Only what follows from the own post and may leave
 * its holder's hands goes, for a place within it, dated, and never further than one step. It ends with the giver's appointment.
 */
export async function createDelegation(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ delegationId: string }> {
  const giver = actor.appointment ?? forbidden()
  await raiseAccessVersion(tx)
  await mustReach(tx, { actor, permission: 'delegations.write' }, input.organisationId)
  await mustBeDated(tx, actor, input)
  await mustReceive(tx, actor, input)
  const place = found(await placeOf(tx, input.organisationId, actor.today))
  await mustPassOn(tx, actor, { input, place })

  const delegationId = await insertDelegation(tx, actor, {
    ...input,
    giverId: giver.id,
    permissions: [...new Set(input.permissions)],
    documentNo: input.documentNo ?? null,
    handOverId: null,
  })
  await audit(tx, actor, 'access.delegated', {
    kind: 'delegation',
    id: delegationId,
    organisationId: input.organisationId,
    params: {
      permissions: input.permissions.length,
      receiverId: input.receiverId,
      startsOn: input.startsOn,
      endsBefore: input.endsBefore,
    },
  })
  return { delegationId }
}

async function mustBeDated(tx: Tx, actor: Actor, { startsOn, endsBefore }: Input): Promise<void> {
  if (endsBefore <= startsOn) invalid([{ path: 'endsBefore', code: 'access.end_before_start' }])
  if (startsOn < actor.today) invalid([{ path: 'startsOn', code: 'access.not_in_the_past' }])
  const longest = await ruleFor<number>(tx, 'access.delegation_days', startsOn)
  if (endsBefore > addDays(startsOn, longest.value))
    refuse('access.delegation_too_long', { days: longest.value })
}

/** Another person's appointment within reach that will hold; administrators stay separate from what others do. */
async function mustReceive(tx: Tx, actor: Actor, input: Input): Promise<AppointmentRow> {
  const receiver = found(await lockAppointment(tx, input.receiverId))
  await mustReach(tx, { actor, permission: 'delegations.write' }, receiver.organisationId)
  if (receiver.personId === actor.personId) refuse('access.not_to_oneself')
  if (receiver.endsBefore !== null && receiver.endsBefore <= input.startsOn)
    refuse('access.receiver_ended', { endsBefore: receiver.endsBefore })
  const { rows } = await sql<{ separation: string | null }>`
    select separation from posts where code = ${receiver.post}`.execute(tx)
  if (rows[0]?.separation != null) refuse('access.administrators_apart')
  return receiver
}

async function mustPassOn(
  tx: Tx,
  actor: Actor,
  { input, place }: { input: Input; place: Place },
): Promise<void> {
  const passable = await passablePermissions(tx, 'delegation', actor.today)
  for (const permission of input.permissions) {
    if (!isPermission(permission)) invalid([{ path: 'permissions', code: 'field.format' }])
    if (!mayPassOn(actor, { permission, place, reach: input.reach }, passable))
      refuse('access.not_yours_to_pass_on', { permission })
  }
}

function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text)
}
