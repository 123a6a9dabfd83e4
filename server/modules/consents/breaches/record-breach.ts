import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { BreachRow, operations } from '#contract/privacy-records.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, found, invalid } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { breachesOf } from './breaches.ts'
import { findBreach, insertBreach, insertBreachPersons, insertBreachStep } from './store.ts'

/** Records a breach and whom it touches: everybody in a list that left the house, otherwise the members of the organisation and below it. */
export async function recordBreach(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordBreach']>,
): Promise<{ id: string; persons: number }> {
  await mustReach(tx, { actor, permission: 'privacy.manage' }, input.organisationId)
  if (actor.appointment === null) forbidden()
  const { rows } = await sql<{
    future: boolean
  }>`select ${input.noticedAt}::timestamptz > now() as future`.execute(tx)
  if (rows[0]!.future) invalid([{ path: 'noticedAt', code: 'people.date_in_future' }])
  const id = newId()
  await insertBreach(tx, { id, ...input, recordedBy: actor.appointment.id })
  const persons = await insertBreachPersons(tx, id, input)
  await audit(tx, actor, 'consents.breach_recorded', {
    kind: 'breach',
    id,
    organisationId: input.organisationId,
    params: { persons },
  })
  return { id, persons }
}

/** Records a step taken: contained, authority told, people told, closed; each once. Once people are told, each of them reads it on their phone. */
export async function recordBreachStep(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordBreachStep']>,
): Promise<BreachRow> {
  const breach = found(await findBreach(tx, input.breachId))
  await mustReach(tx, { actor, permission: 'privacy.manage' }, breach.organisationId)
  if (actor.appointment === null) forbidden()
  await insertBreachStep(tx, { ...input, takenBy: actor.appointment.id })
  await audit(tx, actor, 'consents.breach_step', {
    kind: 'breach',
    id: breach.id,
    organisationId: breach.organisationId,
    params: { step: input.step },
  })
  return (await breachesOf(tx, sql`b.id = ${breach.id}`))[0]!
}
