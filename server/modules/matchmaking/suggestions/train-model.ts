import { sql } from 'kysely'
import { meetingLevels, type Said } from '#server/modules/events/index.ts'
import { ruleFor, satisfies } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { saidAt } from '../choices/said.ts'
import { sealLevels } from './seals.ts'
import { insertModel, saveLevels } from './store.ts'

/**
 * Learns, once in a month, from the tenant's own closed events whose sheets still exist how easily each person says yes and is said yes to,
 * in five levels; nothing of who chose whom is kept. Too few events or meetings teach nothing: then all stay alike. Returns how many persons.
 */
export async function trainModel(tx: Tx): Promise<{ persons: number }> {
  const { rows } = await sql<{ done: boolean }>`
    select exists (select from suggestion_models m where m.tenant_id = ${tx.tenantId}
      and m.trained_at >= date_trunc('month', app_now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') as done`.execute(
    tx,
  )
  if (rows[0]!.done) return { persons: 0 }
  const day = await today(tx)
  const enoughEvents = await ruleFor<number>(tx, 'matchmaking.model_events', day)
  const enoughMeetings = await ruleFor<number>(tx, 'matchmaking.model_meetings', day)
  const { events, said } = await saidByPersons(tx)
  if (!satisfies(events, enoughEvents) || !satisfies(said.length, enoughMeetings)) return { persons: 0 }

  const id = newId()
  const levels = await sealed(tx, meetingLevels(said))
  await insertModel(tx, {
    id,
    events,
    meetings: said.length,
    persons: levels.length,
    ruleVersion: enoughMeetings.version,
  })
  await saveLevels(tx, id, levels)
  return { persons: levels.length }
}

async function saidByPersons(tx: Tx): Promise<{ events: number; said: Said[] }> {
  const { rows: closed } = await sql<{ eventId: string }>`
    select c.event_id as "eventId" from choice_closings c
    join choice_keys k on k.tenant_id = c.tenant_id and k.event_id = c.event_id
    where c.tenant_id = ${tx.tenantId} order by c.closed_at`.execute(tx)
  const said: Said[] = []
  let events = 0
  for (const { eventId } of closed) {
    const here = await saidAt(tx, eventId)
    if (here.length === 0) continue
    const personOf = await personsAt(tx, eventId)
    said.push(...here.map((each) => ({ ...each, by: personOf.get(each.by)!, of: personOf.get(each.of)! })))
    events += 1
  }
  return { events, said }
}

async function personsAt(tx: Tx, eventId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select id, person_id as "personId" from registrations where tenant_id = ${tx.tenantId} and event_id = ${eventId}`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.personId]))
}

// Whoever has left the programme is not learnt of.
async function sealed(
  tx: Tx,
  levels: ReturnType<typeof meetingLevels>,
): Promise<{ personId: string; sealed: Buffer }[]> {
  const { rows } = await sql<{ personId: string; wrappedKey: Buffer; masterKeyId: number }>`
    select d.person_id as "personId", k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId" from dating_profiles d
    join person_keys k on k.tenant_id = d.tenant_id and k.person_id = d.person_id and k.wrapped_key is not null
    where d.tenant_id = ${tx.tenantId} and d.person_id = any(${[...levels.keys()]}::uuid[])`.execute(tx)
  return rows.map((row) => ({
    personId: row.personId,
    sealed: sealLevels(tx, row, levels.get(row.personId)!),
  }))
}
