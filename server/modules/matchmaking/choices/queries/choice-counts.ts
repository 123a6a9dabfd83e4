import { sql } from 'kysely'
import type { ChoiceCounts } from '#contract/matchmaking-choices.ts'
import { canReachEvent, mustReachEvent } from '#server/modules/events/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { shownPairs } from '../commands/close-choices.ts'
import { findClosing, findSocialEvent } from '../store.ts'

/** Numbers of an event's sheets for whoever runs it: how many are there, how many have handed in. */
export async function choiceCounts(tx: Tx, actor: Actor, input: { eventId: string }): Promise<ChoiceCounts> {
  const event = await findSocialEvent(tx, input.eventId)
  await mustReachEvent(tx, { actor, permission: 'events.run' }, event)
  const closing = await findClosing(tx, event.id)
  const { present, sheets, paperOpen } = await liveCounts(tx, event.id)
  return {
    present,
    // Sheets are destroyed some time after the closing; how many there were stays.
    sheets: closing?.sheets ?? sheets,
    paperOpen,
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

interface LiveCounts {
  present: number
  sheets: number
  paperOpen: number
}

/** How many have checked in and how many sheets there are, empty ones too: also for the hall's screen. */
async function liveCounts(tx: Tx, eventId: string): Promise<LiveCounts> {
  const { rows } = await sql<LiveCounts>`
    select (select count(*) from check_ins where tenant_id = ${tx.tenantId} and event_id = ${eventId})::int as present,
      (select count(*) from choice_sheets where tenant_id = ${tx.tenantId} and event_id = ${eventId})::int as sheets,
      (select count(distinct registration_id) from choice_paper_entries where tenant_id = ${tx.tenantId} and event_id = ${eventId})::int as "paperOpen"`.execute(
    tx,
  )
  return rows[0]!
}

/** What the hall's screen may show: sheets handed in, and after the closing the number of pairs where it is large enough. */
export async function hallFigures(
  tx: Tx,
  eventId: string,
): Promise<{ sheets: number; pairs: number | null }> {
  const { sheets } = await liveCounts(tx, eventId)
  const closing = await findClosing(tx, eventId)
  if (closing === undefined) return { sheets, pairs: null }
  return { sheets: closing.sheets, pairs: await shownPairs(tx, await today(tx), closing.pairs) }
}
