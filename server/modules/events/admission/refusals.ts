import type { Tx } from '#server/platform/db/transaction.ts'
import { kindOf } from '../kinds.ts'

/** Of these persons, those who may not take part in the event now, each with the code of the reason; asked anew at every step (J2). */
export async function refusalsAt(
  tx: Tx,
  event: { id: string; kind: string },
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  return kindOf(event).refusals(tx, { eventId: event.id, personIds })
}
