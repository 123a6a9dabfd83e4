import type { HandOverItem, operations } from '#contract/appointments.ts'
import type { InputOf } from '#contract/operation.ts'
import {
  endDelegationsOfHandOver,
  findAppointment,
  raiseAccessVersion,
  revokeTokensOf,
} from '#server/modules/access/index.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { lockTenant } from '../lock-tenant.ts'
import { mustDecideOn } from '../policy.ts'
import { countUnderWay, mustBeSuccessor } from '../queries/hand-over.ts'
import { findHandOver, insertHandOver, insertHandOverUndoing } from '../store.ts'

/**
 * Hands everything an appointment has under way over to a successor in one step: what both reach goes on with the successor, delegations are
 * given anew where the successor's own post may, tokens stop. Facts keep their author, and nobody's reach grows by it.
 */
export async function handOver(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['handOver']>,
): Promise<{ handOverId: string; items: HandOverItem[] }> {
  await lockTenant(tx)
  await mustBeSuccessor(tx, actor, input)
  const { items, delegations } = await countUnderWay(tx, actor, input)

  const id = newId()
  const { appointmentId: fromId, toAppointmentId: toId } = input
  await insertHandOver(tx, actor, { id, fromId, toId, documentNo: input.documentNo ?? null, items })
  await delegations.giveAnew(actor, id)
  await revokeTokensOf(tx, actor, { column: 'appointment_id', id: fromId, reason: 'handed_over' })
  await raiseAccessVersion(tx)
  const to = found(await findAppointment(tx, toId))
  await createTask(tx, actor, {
    kind: 'appointments.handed_over',
    organisationId: to.organisationId,
    permission: 'inbox.read',
    subjectId: toId,
    params: { count: items.reduce((sum, item) => sum + item.comesAlong, 0) },
    dueOn: null,
  })
  await audit(tx, actor, 'appointments.handed_over', {
    kind: 'appointment',
    id: fromId,
    organisationId: to.organisationId,
    params: { toId, ...Object.fromEntries(items.map((item) => [item.kind, item.comesAlong])) },
  })
  return { handOverId: id, items }
}

/** Takes a hand-over back while its window is open: delegations given anew end. Revoked tokens stay revoked. */
export async function undoHandOver(
  tx: Tx,
  actor: Actor,
  input: { handOverId: string },
): Promise<Record<string, never>> {
  await lockTenant(tx)
  const rule = await ruleFor<number>(tx, 'access.hand_over_undo_hours', actor.today)
  const made = found(await findHandOver(tx, { handOverId: input.handOverId, hours: rule.value }))
  const from = found(await findAppointment(tx, made.fromId))
  await mustDecideOn(tx, actor, from)
  if (!made.isOpen) refuse('access.undo_closed', { hours: rule.value })
  await insertHandOverUndoing(tx, actor, made.id)
  await endDelegationsOfHandOver(tx, actor, made.id)
  await raiseAccessVersion(tx)
  await audit(tx, actor, 'appointments.hand_over_undone', {
    kind: 'appointment',
    id: made.fromId,
    organisationId: from.organisationId,
  })
  return {}
}
