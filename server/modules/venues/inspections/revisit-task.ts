import { createTask, endTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

const kind = 'venues.to_revisit'

/** An inspection settles what was to be looked at again, and may ask for another visit by a day. */
export async function askToRevisit(
  tx: Tx,
  actor: Actor,
  {
    venueId,
    organisationId,
    revisitOn,
  }: { venueId: string; organisationId: string; revisitOn: string | null },
): Promise<void> {
  await endTasksAbout(tx, actor, { subjectIds: [venueId], kinds: [kind], outcome: 'done' })
  if (revisitOn === null) return
  await createTask(tx, actor, {
    kind,
    organisationId,
    permission: 'venues.inspect',
    subjectId: venueId,
    params: {},
    dueOn: revisitOn,
  })
}
