import type { operations, Registration as Shown } from '#contract/events-admission.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { AppError, found } from '#server/platform/errors.ts'
import { mustRun } from '../policy.ts'
import { registerAll } from './register.ts'

/** Registers somebody who came without registering, until the event ends; whether they may and whether there is a place is judged as for anybody. */
export async function registerOnSite(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['registerOnSite']>,
): Promise<Shown> {
  await mustRun(tx, actor, input.eventId)
  const records = found(await personRecords(tx, input.personId))
  await mustReach(tx, { actor, permission: 'events.run' }, found(records.organisationId))
  const asking = { actor, personId: records.personId, takenBy: actor.appointment?.id ?? null }
  const [answer] = await registerAll(tx, { eventId: input.eventId, by: 'officer' }, [asking])
  if (answer instanceof AppError) throw answer
  return answer!
}
