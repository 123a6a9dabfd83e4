import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestTenant } from '#server/test/makers.ts'

/** An event that is running, to which these people came, with badge numbers from 1 in their order; returns its id. */
export async function meetAtEvent(tx: Tx, tenant: TestTenant, personIds: readonly string[]): Promise<string> {
  const eventId = newId()
  await sql`insert into events (tenant_id, id, kind, organisation_id, host_kind, title, summary, venue, address, starts_at, ends_at,
      registration_opens_at, registration_closes_at, cancel_until, admission, capacity, seating, rounds, round_minutes, two_part, state, created_by)
    values (${tx.tenantId}, ${eventId}, 'social', ${tenant.federationId}, 'federation', '周末联谊', '', '文化宫', '', app_now() - interval '1 hour',
      app_now() + interval '2 hours', app_now() - interval '9 days', app_now() - interval '2 days', app_now() - interval '1 day', 'first_come',
      100, 'none', 0, 0, false, 'published', ${newId()})`.execute(tx)
  await sql`insert into social_events (tenant_id, event_id, choice_limit, takes_scores, choices_close_at)
    values (${tx.tenantId}, ${eventId}, 5, false, app_now() + interval '1 day')`.execute(tx)
  for (const [at, personId] of personIds.entries()) {
    const id = newId()
    await sql`insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, badge_no)
      select ${tx.tenantId}::uuid, ${id}, ${eventId}, p.id, ${tenant.north.unionId}, p.sex, '25-29', true, 'admitted', ${at + 1}
      from persons p where p.tenant_id = ${tx.tenantId} and p.id = ${personId}`.execute(tx)
    await sql`insert into check_ins (tenant_id, registration_id, event_id, door, method) values (${tx.tenantId}, ${id}, ${eventId}, '东门', 'card')`.execute(
      tx,
    )
  }
  return eventId
}

/** The introduction of two people by a weekly list, waiting for their answers; returns its id. */
export async function introduce(
  tx: Tx,
  tenant: TestTenant,
  pair: readonly [string, string],
): Promise<string> {
  const [a, b] = [...pair].sort()
  const { rows } = await sql<{ id: string }>`
    insert into introductions (tenant_id, id, person_a, person_b, source, organisation_id, answer_until)
    values (${tx.tenantId}, ${randomUUID()}, ${a}, ${b}, 'suggestion', ${tenant.federationId}, app_now() + interval '7 days')
    on conflict (tenant_id, person_a, person_b) do update set answer_until = excluded.answer_until returning id`.execute(
    tx,
  )
  return rows[0]!.id
}

/** A mutual interest of two people, the first after an introduction, any further one at an event; returns its id. */
export async function becomeMutual(
  tx: Tx,
  tenant: TestTenant,
  pair: readonly [string, string],
): Promise<string> {
  const id = randomUUID()
  const [a, b] = [...pair].sort()
  const { rows } =
    await sql`select from mutual_interests where tenant_id = ${tx.tenantId} and person_a = ${a} and person_b = ${b}`.execute(
      tx,
    )
  const again = rows.length > 0
  const introductionId = again ? null : await introduce(tx, tenant, pair)
  const eventId = again ? await meetAtEvent(tx, tenant, pair) : null
  await sql`insert into mutual_interests (tenant_id, id, person_a, person_b, introduction_id, event_id, organisation_id)
    values (${tx.tenantId}, ${id}, ${a}, ${b}, ${introductionId}, ${eventId}, ${tenant.federationId})`.execute(
    tx,
  )
  return id
}
