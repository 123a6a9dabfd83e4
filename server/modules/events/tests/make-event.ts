import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** What tests choose of an event; times are hours from now (negative: ago). */
export interface MadeEvent {
  organisationId: string
  kind: string
  hostKind: 'federation' | 'women_workers' | 'industry' | 'site'
  title: string
  state: 'draft' | 'review' | 'published' | 'closed' | 'cancelled'
  admission: 'first_come' | 'lottery'
  capacity: number
  offerMinutes: number | null
  seating: 'none' | 'pairs' | 'tables'
  rounds: number
  roundMinutes: number
  twoPart: boolean
  opensInHours: number
  closesInHours: number
  startsInHours: number
  endsInHours: number
  jointHostIds: readonly string[]
  /** Of a social event; null: it has none. */
  choices: { limit: number; takesScores: boolean; closeInHours: number } | null
}

const usual: Omit<MadeEvent, 'organisationId'> = {
  kind: 'social',
  hostKind: 'federation',
  title: '测试联谊活动',
  state: 'published',
  admission: 'first_come',
  capacity: 12,
  offerMinutes: 60,
  seating: 'pairs',
  rounds: 3,
  roundMinutes: 5,
  twoPart: false,
  opensInHours: -24,
  closesInHours: 24,
  startsInHours: 48,
  endsInHours: 51,
  jointHostIds: [],
  choices: { limit: 5, takesScores: false, closeInHours: 60 },
}

/** An event of an organisation, with what a social event has besides; published, with registration open, unless a test says otherwise. */
export async function makeEvent(
  tx: Tx,
  wanted: Partial<MadeEvent> & { organisationId: string },
): Promise<string> {
  const event = { ...usual, ...wanted }
  const id = newId()
  const at = (hours: number) => sql`app_now() + ${hours} * interval '1 hour'`
  const cancelUntil = Math.min(event.closesInHours, event.startsInHours)
  await sql`insert into events (tenant_id, id, kind, organisation_id, host_kind, title, summary, venue, address, starts_at, ends_at,
      registration_opens_at, registration_closes_at, cancel_until, admission, capacity, offer_minutes, seating, rounds, round_minutes, two_part, state, created_by)
    values (${tx.tenantId}, ${id}, ${event.kind}, ${event.organisationId}, ${event.hostKind}, ${event.title}, '合成数据', '工人文化宫', '测试路 1 号',
      ${at(event.startsInHours)}, ${at(event.endsInHours)}, ${at(event.opensInHours)}, ${at(event.closesInHours)}, ${at(cancelUntil)},
      ${event.admission}, ${event.capacity}, ${event.offerMinutes}, ${event.seating}, ${event.rounds}, ${event.roundMinutes}, ${event.twoPart},
      ${event.state}, ${newId()})`.execute(tx)
  for (const step of stepsTo[event.state])
    await sql`insert into event_steps (tenant_id, id, event_id, step) values (${tx.tenantId}, ${newId()}, ${id}, ${step})`.execute(
      tx,
    )
  for (const hostId of event.jointHostIds)
    await sql`insert into event_hosts (tenant_id, event_id, organisation_id) values (${tx.tenantId}, ${id}, ${hostId})`.execute(
      tx,
    )
  if (event.choices !== null)
    await sql`insert into social_events (tenant_id, event_id, choice_limit, takes_scores, choices_close_at)
      values (${tx.tenantId}, ${id}, ${event.choices.limit}, ${event.choices.takesScores}, ${at(event.choices.closeInHours)})`.execute(
      tx,
    )
  return id
}

const stepsTo: Record<MadeEvent['state'], readonly string[]> = {
  draft: [],
  review: ['submitted'],
  published: ['published'],
  closed: ['published', 'closed'],
  cancelled: ['published', 'cancelled'],
}
