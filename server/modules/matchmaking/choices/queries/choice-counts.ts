import { sql } from 'kysely'
import type { ChoiceCounts } from '#contract/matchmaking-choices.ts'
import { canReachEvent, mustReachEvent } from '#server/modules/events/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { shownPairs } from '../commands/close-choices.ts'
import { findClosing, findSocialEvent } from '../store.ts'

/** Numbers of an event's sheets for whoever runs it: how many are there, how many have handed in. */
export async function choiceCounts(tx: Tx, actor: Actor, input: { eventId: string }): Promise<ChoiceCounts> {
  const event = await findSocialEvent(tx, input.eventId)
  await mustReachEvent(tx, { actor, permission: 'events.run' }, event)
  const closing = await findClosing(tx, event.id)
  const { present, sheets } = await liveCounts(tx, event.id)
  return {
    present,
    // Sheets are destroyed some time after the closing; how many there were stays.
    sheets: closing?.sheets ?? sheets,
    closesAt: event.choicesCloseAt.toISOString(),
    closedAt: closing?.closedAt.toISOString() ?? null,
    pairs: closing === undefined ? null : await shownPairs(tx, actor.today, closing.pairs),
    can: {
      close: closing === undefined && (event.state === 'published' || event.state === 'closed'),
      keyPaper:
        closing === undefined &&
        !event.due &&
        (await canReachEvent(tx, { actor, permission: 'matchmaking.key_choices' }, event)),
    },
  }
}

/** How many have checked in and how many sheets there are, empty ones too: also for the hall's screen. */
async function liveCounts(tx: Tx, eventId: string): Promise<{ present: number; sheets: number }> {
  const { rows } = await sql<{ present: number; sheets: number }>`
    select (select count(*) from check_ins where tenant_id = ${tx.tenantId} and event_id = ${eventId})::int as present,
      (select count(*) from choice_sheets where tenant_id = ${tx.tenantId} and event_id = ${eventId})::int as sheets`.execute(
    tx,
  )
  return rows[0]!
}
