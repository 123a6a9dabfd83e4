import type { Tx } from '#server/platform/db/transaction.ts'
import { destroySheets, lockForClosing, socialEvent } from '../store.ts'
import { closeSheets } from './close-choices.ts'

/** With its event the choices end: closed with it, unless they were before; of a cancelled event nothing is kept. */
export async function endChoices(
  tx: Tx,
  { id, state }: { id: string; state: 'closed' | 'cancelled' },
): Promise<void> {
  const event = await socialEvent(tx, id)
  if (event === undefined) return
  if (state === 'closed') {
    await closeSheets(tx, null, event)
    return
  }
  await lockForClosing(tx, id)
  await destroySheets(tx, id)
}
