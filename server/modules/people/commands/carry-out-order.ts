import type { EndingKind } from '#contract/people-records.ts'
import { loadActor } from '#server/modules/access/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found } from '#server/platform/errors.ts'
import type { RunningJob } from '#server/platform/jobs.ts'
import { findMassOrder } from '../mass-change-store.ts'
import { selectPersons } from '../selection.ts'
import { endSelected } from './end-memberships.ts'
import { moveSelected } from './move-members.ts'

/**
 * Carries out an order of a change of many as whoever gave it, with the powers they have by now, in one transaction. Run again after a crash
 * it does nothing twice. The answer counts who was passed over by the code of the reason.
 */
export async function carryOutOrder(tx: Tx, job: RunningJob): Promise<Record<string, unknown>> {
  const order = found(await findMassOrder(tx, job.payload.orderId!))
  if (order.changeId !== null) return { changeId: order.changeId }
  const day = await today(tx)
  const actor = await loadActor(tx, {
    sessionId: job.id,
    accountId: job.payload.accountId!,
    appointmentId: job.payload.appointmentId!,
    today: day,
  })
  if (actor === null || actor.appointment === null) forbidden()
  const { personIds, on, endsAlso } = order
  const selected = await selectPersons(tx, actor, { selection: { personIds: [...personIds] }, on })
  const run = {
    orderId: job.payload.orderId!,
    progress: (done: number, total: number) => job.progress('memberships', done, total),
  }
  const change =
    order.unionId === null
      ? await endSelected(tx, actor, { kind: order.kind as EndingKind, on, endsAlso, selected, run })
      : await moveSelected(tx, actor, { toUnionId: order.unionId, on, selected, run })
  const leftOut = Map.groupBy(change.leftOut, ({ code }) => code)
  return {
    changeId: change.changeId,
    changed: change.changed,
    leftOut: Object.fromEntries([...leftOut].map(([code, some]) => [code, some.length])),
  }
}
