import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Hall } from '#contract/events-door.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import type { ServerEvent } from '#server/platform/http/route.ts'
import type { Platform } from '#server/platform/platform.ts'
import { kindOf } from '../../kinds.ts'
import { mustRunEvent } from '../run-event.ts'
import { headCount } from './head-count.ts'

const pauseMilliseconds = 1000
// Also without a change, so that a screen whose connection died silently notices.
const atLeastEveryMilliseconds = 10_000

/**
 * What the hall's screen shows: how many came, the round that runs with its tables by badge number, how many sheets were handed in, and after
 * closing the number of pairs where it is large enough to point at nobody.
 */
export async function getHall(tx: Tx, actor: Actor, { eventId }: { eventId: string }): Promise<Hall> {
  const event = await mustRunEvent(tx, actor, eventId)
  const figures = await kindOf(event).hallFigures?.(tx, event.id)
  const shownFrom = await ruleFor<number>(tx, 'events.pairs_shown_from', actor.today)
  const pairs = figures?.pairs ?? null
  const { rows } = await sql<{ now: Date }>`select app_now() as now`.execute(tx)
  return {
    title: event.title,
    venue: event.venue,
    state: event.state,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    now: rows[0]!.now.toISOString(),
    count: await headCount(tx, event.id),
    round: await runningRound(tx, event),
    sheets: figures?.sheets ?? null,
    pairs: pairs !== null && pairs >= shownFrom.value ? pairs : null,
  }
}

/** The hall's screen once as it stands, then whenever it changes and every ten seconds, for `seconds` (an hour unless said) or until nobody looks. */
export async function* hallEvents(
  platform: Platform,
  actor: Actor,
  input: { eventId: string; seconds?: number },
  signal: AbortSignal,
): AsyncIterable<ServerEvent> {
  const until = Date.now() + (input.seconds ?? 3600) * 1000
  let sent = ''
  let sentAt = 0
  for (;;) {
    const hall = await inTenant(platform, actor.tenantId, (tx) => getHall(tx, actor, input))
    // The clock alone is no change.
    const text = JSON.stringify({ ...hall, now: null })
    if (text !== sent || Date.now() - sentAt >= atLeastEveryMilliseconds) {
      yield { name: 'hall', data: hall }
      sent = text
      sentAt = Date.now()
    }
    if (Date.now() >= until) return
    await sleep(pauseMilliseconds, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
  }
}

async function runningRound(
  tx: Tx,
  event: { id: string; rounds: number; roundMinutes: number },
): Promise<Hall['round']> {
  const { rows } = await sql<{ no: number; releasedAt: Date; tableNo: number; badgeNos: number[] }>`
    with running as (
      select round_no, released_at from seating_rounds
      where tenant_id = ${tx.tenantId} and event_id = ${event.id} and released_at is not null order by round_no desc limit 1)
    select running.round_no as no, running.released_at as "releasedAt", s.table_no as "tableNo",
      array_agg(r.badge_no order by s.seat, r.badge_no) filter (where r.badge_no is not null) as "badgeNos"
    from running
    join seatings s on s.tenant_id = ${tx.tenantId} and s.event_id = ${event.id} and s.round_no = running.round_no and s.table_no is not null
    join registrations r on r.tenant_id = s.tenant_id and r.id = s.registration_id
    group by running.round_no, running.released_at, s.table_no order by s.table_no`.execute(tx)
  const first = rows[0]
  if (first === undefined) return null
  return {
    no: first.no,
    of: event.rounds,
    releasedAt: first.releasedAt.toISOString(),
    minutes: event.roundMinutes,
    tables: rows.map((row) => ({ tableNo: row.tableNo, badgeNos: row.badgeNos ?? [] })),
  }
}
