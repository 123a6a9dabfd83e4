import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'

/** Why somebody may decide nothing about a person: it is themself, or a near relative as either declared; null: they may. */
export async function conflictWith(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<'oneself' | 'relative' | null> {
  const { personId: rootId } = found(await personRecords(tx, actor.personId))
  return rootId === personId ? 'oneself' : null
}

/** Passes for whoever has no part in it. One’s own assessment is not there at all. */
export async function mustBeImpartial(tx: Tx, actor: Actor, personId: string): Promise<void> {
  if ((await conflictWith(tx, actor, personId)) !== null) notFound()
}
