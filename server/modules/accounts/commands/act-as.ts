import type { Me } from '#contract/sessions.ts'
import { appointmentsOf, loadActor } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { describeMe } from '../queries/me.ts'
import { setSessionAppointment } from '../store.ts'

/** Works as another of one's own appointments from now on; powers never add up. Somebody else's, or an ended one, is "not found". */
export async function actAs(tx: Tx, actor: Actor, input: { appointmentId: string }): Promise<Me> {
  const own = await appointmentsOf(tx, actor.personId, actor.today)
  const chosen = found(own.find((each) => each.id === input.appointmentId))
  await setSessionAppointment(tx, actor.sessionId, chosen.id)
  const next = found(await loadActor(tx, { ...actor, appointmentId: chosen.id }))
  await audit(tx, next, 'sessions.acted_as', {
    kind: 'appointment',
    id: chosen.id,
    organisationId: chosen.organisationId,
  })
  return describeMe(tx, next)
}
