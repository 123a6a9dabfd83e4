import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoEvent, DemoMatchmaking } from '../../shapes-events.ts'
import { TableLoad } from '../table-load.ts'
import type { MatchmakingIds } from './ids.ts'

/** Writes series and events with their steps, rounds and closings. */
export async function loadEvents(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  const series = records.series.map(() => newId())
  for (const [at, row] of records.series.entries())
    await sql`
      insert into event_series (tenant_id, id, organisation_id, kind, name, starts_on, created_by)
      values (${tx.tenantId}, ${series[at]!}::uuid, ${ids.organisation(row.organisation)}::uuid, 'editions', ${row.name}, ${row.startsOn}::date,
        ${ids.appointment(row.createdBy)}::uuid)`.execute(tx)
  const heads = headTable(tx)
  const social = new TableLoad(tx, 'social_events', {
    event_id: 'uuid',
    choice_limit: 'int2',
    takes_scores: 'boolean',
    choices_close_at: 'instant',
  })
  const sessions = new TableLoad(tx, 'event_sessions', {
    event_id: 'uuid',
    no: 'int2',
    title: 'text',
    starts_at: 'instant',
    ends_at: 'instant',
  })
  for (const event of records.events) {
    heads.add(headOf(event, ids, event.series === null ? null : series[event.series - 1]!))
    social.add({
      event_id: ids.event(event.number),
      choice_limit: event.choiceLimit,
      takes_scores: false,
      choices_close_at: event.choicesCloseAt,
    })
    sessions.add({
      event_id: ids.event(event.number),
      no: 1,
      title: '一对一轮换见面',
      starts_at: event.startsAt,
      ends_at: event.endsAt,
    })
  }
  await heads.flush()
  await social.flush()
  await sessions.flush()
  await loadSteps(tx, records, ids)
  await loadClosings(tx, records, ids)
}

function headTable(tx: Tx) {
  return new TableLoad(tx, 'events', {
    id: 'uuid',
    kind: 'text',
    organisation_id: 'uuid',
    host_kind: 'text',
    series_id: 'uuid',
    edition_no: 'int2',
    title: 'text',
    summary: 'text',
    venue: 'text',
    address: 'text',
    starts_at: 'instant',
    ends_at: 'instant',
    registration_opens_at: 'instant',
    registration_closes_at: 'instant',
    cancel_until: 'instant',
    admission: 'text',
    capacity: 'int4',
    offer_minutes: 'int4',
    seating: 'text',
    rounds: 'int2',
    round_minutes: 'int2',
    two_part: 'boolean',
    state: 'text',
    version: 'int4',
    created_by: 'uuid',
    created_at: 'instant',
  })
}

function headOf(event: DemoEvent, ids: MatchmakingIds, seriesId: string | null) {
  return {
    id: ids.event(event.number),
    kind: 'social',
    organisation_id: ids.organisation(event.organisation),
    host_kind: event.hostKind,
    series_id: seriesId,
    edition_no: event.editionNo,
    title: event.title,
    summary: event.summary,
    venue: event.venue,
    address: event.address,
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    registration_opens_at: event.registrationOpensAt,
    registration_closes_at: event.registrationClosesAt,
    cancel_until: event.registrationClosesAt,
    admission: event.admission,
    capacity: event.capacity,
    offer_minutes: 720,
    seating: event.seating,
    rounds: event.rounds,
    round_minutes: event.roundMinutes,
    two_part: false,
    state: event.state,
    version: 1 + event.steps.length,
    created_by: ids.appointment(event.createdBy),
    created_at: event.createdAt,
  }
}

async function loadSteps(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  const table = new TableLoad(tx, 'event_steps', {
    id: 'uuid',
    event_id: 'uuid',
    step: 'text',
    taken_by: 'uuid',
    taken_at: 'instant',
  })
  for (const event of records.events)
    for (const { step, by, at } of event.steps)
      table.add({
        id: newId(),
        event_id: ids.event(event.number),
        step,
        taken_by: by === null ? null : ids.appointment(by),
        taken_at: at,
      })
  await table.flush()
}

async function loadClosings(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  const table = new TableLoad(tx, 'choice_closings', {
    event_id: 'uuid',
    sheets: 'int4',
    pairs: 'int4',
    closed_by: 'uuid',
    closed_at: 'instant',
  })
  for (const { number, closing } of records.events)
    if (closing !== null)
      table.add({
        event_id: ids.event(number),
        sheets: closing.sheets,
        pairs: closing.pairs,
        closed_by: closing.by === null ? null : ids.appointment(closing.by),
        closed_at: closing.at,
      })
  await table.flush()
}
