import { nearTo, personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound, refuse } from '#server/platform/errors.ts'

/** Why somebody may decide nothing about a person (a root record): it is themself, or a near relative as either declared; null: they may. */
export async function conflictWith(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<'oneself' | 'relative' | null> {
  const self = found(await personRecords(tx, actor.personId))
  if (self.personId === personId) return 'oneself'
  return (await nearTo(tx, actor.personId)).has(personId) ? 'relative' : null
}

/** Passes for whoever has no part in it. One’s own assessment is not there at all. */
export async function mustBeImpartial(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const conflict = await conflictWith(tx, actor, personId)
  if (conflict === 'oneself') notFound()
  if (conflict === 'relative') refuse('assessments.not_a_relative')
}
