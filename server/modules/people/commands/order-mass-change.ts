import type { MassChange } from '#contract/people-records.ts'
import { ruleFor, satisfies } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden } from '#server/platform/errors.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import { insertMassOrder, type MassOrder } from '../mass-change-store.ts'

/** Whether so many are changed by a job, so that nobody has to wait: dated rule data. */
export async function isForBackground(tx: Tx, actor: Actor, persons: number): Promise<boolean> {
  return satisfies(persons, await ruleFor<number>(tx, 'people.background_from', actor.today))
}

/** Leaves a change of many to a job. The job judges powers and memberships anew when it comes to it. */
export async function orderMassChange(tx: Tx, actor: Actor, order: MassOrder): Promise<MassChange> {
  if (actor.appointment === null) forbidden()
  const orderId = await insertMassOrder(tx, actor, order)
  const jobId = await enqueueJob(tx, actor, {
    kind: 'people.mass_change',
    payload: { orderId, accountId: actor.accountId, appointmentId: actor.appointment.id },
  })
  return { changeId: null, changed: 0, proposed: 0, leftOut: [], jobId }
}
