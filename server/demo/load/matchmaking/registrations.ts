import { ageBandOf } from '#server/modules/events/index.ts'
import { writeSheet } from '#server/modules/matchmaking/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import { newPersonKey, seal, wrapKey, type PersonKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoEvent, DemoMatchmaking, DemoRegistration } from '../../shapes-events.ts'
import { TableLoad } from '../table-load.ts'
import type { MatchmakingIds } from './ids.ts'

/** Writes who registered and came, who sat with whom, and the sheets that are still kept. */
export async function loadRegistrations(
  tx: Tx,
  records: DemoMatchmaking,
  ids: MatchmakingIds,
): Promise<void> {
  const bands = (await ruleFor<number[]>(tx, 'events.age_bands', await today(tx))).value
  const tables = tablesOf(tx)
  for (const event of records.events) {
    event.registrations.forEach((row, place) => {
      const id = ids.registration(event.number, place)
      tables.registrations.add({
        ...registrationOf(row, bands),
        id,
        event_id: ids.event(event.number),
        person_id: ids.person(row.person),
        union_id: ids.organisation(row.union),
      })
      for (const step of stepsOf(event, row)) tables.steps.add({ id: newId(), registration_id: id, ...step })
      if (row.checkedInAt !== null)
        tables.checkIns.add({
          registration_id: id,
          event_id: ids.event(event.number),
          door: '正门',
          method: 'card',
          checked_in_by: ids.appointment(event.createdBy),
          checked_in_at: row.checkedInAt,
        })
    })
    addRounds(tables, event, ids)
  }
  for (const table of Object.values(tables)) await table.flush()
  await loadSheets(tx, records, ids)
}

function tablesOf(tx: Tx) {
  return {
    registrations: new TableLoad(tx, 'registrations', {
      id: 'uuid',
      event_id: 'uuid',
      person_id: 'uuid',
      union_id: 'uuid',
      sex: 'text',
      age_band: 'text',
      first_timer: 'boolean',
      state: 'text',
      badge_no: 'int4',
      registered_at: 'instant',
      changed_at: 'instant',
    }),
    steps: new TableLoad(tx, 'registration_steps', {
      id: 'uuid',
      registration_id: 'uuid',
      step: 'text',
      taken_at: 'instant',
    }),
    checkIns: new TableLoad(tx, 'check_ins', {
      registration_id: 'uuid',
      event_id: 'uuid',
      door: 'text',
      method: 'text',
      checked_in_by: 'uuid',
      checked_in_at: 'instant',
    }),
    rounds: new TableLoad(tx, 'seating_rounds', {
      event_id: 'uuid',
      round_no: 'int2',
      part: 'int2',
      planned_at: 'instant',
      planned_by: 'uuid',
      released_at: 'instant',
    }),
    seatings: new TableLoad(tx, 'seatings', {
      event_id: 'uuid',
      round_no: 'int2',
      registration_id: 'uuid',
      table_no: 'int4',
      seat: 'int2',
    }),
  }
}

function registrationOf(row: DemoRegistration, bands: readonly number[]) {
  return {
    sex: row.sex,
    age_band: ageBandOf(row.years, bands),
    first_timer: row.firstTimer,
    state: row.state,
    badge_no: row.badgeNo,
    registered_at: row.registeredAt,
    changed_at: row.cancelledAt ?? row.registeredAt,
  }
}

function stepsOf(event: DemoEvent, row: DemoRegistration): { step: string; taken_at: string }[] {
  const steps = [{ step: 'admitted', taken_at: row.registeredAt }]
  if (row.cancelledAt !== null) steps.push({ step: 'cancelled', taken_at: row.cancelledAt })
  else if (event.state === 'closed' && row.checkedInAt === null)
    steps.push({ step: 'no_show', taken_at: event.steps.at(-1)!.at })
  return steps
}

function addRounds(tables: ReturnType<typeof tablesOf>, event: DemoEvent, ids: MatchmakingIds): void {
  const event_id = ids.event(event.number)
  for (const { no, releasedAt, tables: seated } of event.roundsHeld) {
    tables.rounds.add({
      event_id,
      round_no: no,
      part: 1,
      planned_at: releasedAt,
      planned_by: ids.appointment(event.createdBy),
      released_at: releasedAt,
    })
    let tableNo = 0
    for (const places of seated) {
      const isPair = places.length === 2
      if (isPair) tableNo++
      places.forEach((place, seat) =>
        tables.seatings.add({
          event_id,
          round_no: no,
          registration_id: ids.registration(event.number, place),
          table_no: isPair ? tableNo : null,
          seat: isPair ? seat + 1 : null,
        }),
      )
    }
  }
}

async function loadSheets(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  const kept = records.events.filter(({ sheets }) => sheets !== null)
  const keys = await loadSheetKeys(
    tx,
    kept.map(({ number }) => ids.event(number)),
  )
  const table = new TableLoad(tx, 'choice_sheets', {
    event_id: 'uuid',
    registration_id: 'uuid',
    sealed: 'bytes',
  })
  for (const { number, sheets, registrations } of kept)
    sheets!.forEach((chosen, place) => {
      if (chosen === null) return
      const of = { eventId: ids.event(number), registrationId: ids.registration(number, place) }
      const entries = chosen.map((other) => {
        return { badgeNo: registrations[other]!.badgeNo!, yes: true, score: null, part: 1 as const }
      })
      table.add({
        event_id: of.eventId,
        registration_id: of.registrationId,
        sealed: seal(keys.get(of.eventId)!, writeSheet(of, entries)),
      })
    })
  await table.flush()
}

async function loadSheetKeys(tx: Tx, eventIds: readonly string[]): Promise<ReadonlyMap<string, PersonKey>> {
  const keys = new Map(eventIds.map((id) => [id, newPersonKey()]))
  const table = new TableLoad(tx, 'choice_keys', {
    event_id: 'uuid',
    wrapped_key: 'bytes',
    master_key_id: 'int2',
  })
  for (const [event_id, key] of keys) {
    const { wrapped, masterKeyId } = wrapKey(tx.keys, key)
    table.add({ event_id, wrapped_key: wrapped, master_key_id: masterKeyId })
  }
  await table.flush()
  return keys
}
