import { createTask, endTasksAbout } from '#server/modules/inbox/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

const kinds = ['matchmaking.matchmaker_wished']

/** Tells the federation that somebody waits for a matchmaker, not who. */
export async function tellOfWish(tx: Tx, wish: { wishId: string; organisationId: string }): Promise<void> {
  await createTask(tx, null, {
    kind: 'matchmaking.matchmaker_wished',
    organisationId: wish.organisationId,
    permission: 'matchmaking.manage',
    subjectId: wish.wishId,
    params: {},
    dueOn: null,
  })
}

/** Nobody waits any more. */
export async function forgetWish(
  tx: Tx,
  wishId: string | null,
  outcome: 'done' | 'overtaken',
): Promise<void> {
  if (wishId !== null) await endTasksAbout(tx, null, { subjectIds: [wishId], kinds, outcome })
}
