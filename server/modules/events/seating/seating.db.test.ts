import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { OwnRound, SeatingPlan, SeatingRound } from '#contract/events-seating.ts'
import { joinEvening, makeEvening, type Evening } from '#server/modules/matchmaking/tests/make-evening.ts'
import { newId } from '#server/platform/ids.ts'
import type { EventKind, MeetingLevels } from '#server/platform/event-kind.ts'
import type { TestClient } from '#server/test/client.ts'
import { findEvent } from '../store.ts'
import { makePlan } from './make-plan.ts'
import { currentRound } from './queries/current-round.ts'
import { seatsOf } from './queries/seats.ts'

type OwnRounds = { badgeNo: number; present: boolean; left: boolean; rounds: OwnRound[] }

async function running(size: { men: number; women: number; twoPart?: boolean }) {
  const evening = await makeEvening(size)
  await evening.tenant.inside((tx) =>
    sql`update events set rounds = 6 where tenant_id = ${tx.tenantId} and id = ${evening.eventId}`.execute(
      tx,
    ),
  )
  const officer = await evening.tenant.officer('street_officer', evening.tenant.north.streetId)
  return { evening, officer, ...acts(evening, officer) }
}

function acts({ eventId }: Evening, officer: TestClient) {
  const at = `/events/${eventId}`
  return {
    plan: (body: object = {}) => officer.post<SeatingPlan>(`${at}/rounds`, body),
    rounds: async () => (await officer.get<SeatingPlan>(`${at}/rounds`)).body,
    release: (roundNo: number) => officer.post<SeatingPlan>(`${at}/rounds/${roundNo}/release`),
    leave: (badgeNo: number) => officer.post<SeatingPlan>(`${at}/leavings`, { badgeNo }),
    back: (badgeNo: number) => officer.post<SeatingPlan>(`${at}/returns`, { badgeNo }),
  }
}

const pairsIn = (rounds: readonly SeatingRound[]) =>
  rounds.flatMap((round) =>
    round.tables.map((table) =>
      table.seats
        .map((seat) => seat.badgeNo)
        .sort((a, b) => a - b)
        .join('-'),
    ),
  )

test('rounds are planned, released in their order, and nobody meets twice', async () => {
  const { plan, release, evening } = await running({ men: 4, women: 4 })
  const planned = (await plan()).body
  // Four a side have four rounds in them; the event wants six.
  assert.equal(planned.plan.length, 4)
  assert.equal(new Set(pairsIn(planned.plan)).size, 16)
  assert.equal((await release(2)).body.error.code, 'events.round_not_next')
  const released = (await release(1)).body
  assert.equal(released.nextRound, 2)
  assert.notEqual(released.plan[0]!.releasedAt, null)
  assert.equal((await release(1)).status, 409)
  const shown = await evening.tenant.inside((tx) => currentRound(tx, evening.eventId))
  assert.deepEqual([shown!.roundNo, shown!.tables.length, shown!.out], [1, 4, 0])
})

test('somebody who comes late or goes early changes the coming rounds and none that was released', async () => {
  const { evening, plan, release, leave, back, rounds } = await running({ men: 5, women: 5 })
  await plan()
  const first = (await release(1)).body.plan[0]!
  const { client: late } = await joinEvening(evening, 'male')
  const gone = evening.men[0]!.badgeNo
  assert.equal((await leave(gone)).status, 200)
  assert.equal((await leave(gone)).body.error.code, 'events.has_left')
  const before = await rounds()
  assert.deepEqual([before.newcomers, before.left], [[evening.men.at(-1)!.badgeNo], [gone]])
  const after = (await release(2)).body
  assert.deepEqual(after.plan[0], first)
  assert.ok(!JSON.stringify(after.plan.slice(1)).includes(`"badgeNo":${gone}}`))
  const pairs = pairsIn(after.plan)
  assert.equal(new Set(pairs).size, pairs.length)
  const own = (await late.get<OwnRounds>(`/me/events/${evening.eventId}/rounds`)).body
  assert.deepEqual(
    own.rounds.map((round) => [round.roundNo, round.others.length]),
    [[2, 1]],
  )
  assert.equal((await back(gone)).body.left.length, 0)
  assert.equal((await back(gone)).body.error.code, 'events.has_not_left')
})

test('who sits sees the seats of begun rounds by badge number, and nothing of coming ones or of other people', async () => {
  const { evening, plan, release } = await running({ men: 3, women: 3 })
  const { client, guest } = await joinEvening(evening, 'female')
  const stranger = await evening.tenant.nobody()
  const path = `/me/events/${evening.eventId}/rounds`
  await plan()
  assert.deepEqual((await client.get<OwnRounds>(path)).body.rounds, [])
  await release(1)
  const own = (await client.get<OwnRounds>(path)).body
  assert.deepEqual([own.badgeNo, own.present, own.rounds.length], [guest.badgeNo, true, 1])
  assert.equal(/[0-9a-f]{8}-/.test(JSON.stringify(own.rounds)), false, 'no ids of people')
  assert.equal((await stranger.get(path)).status, 404)
  assert.equal((await client.post(`/me/events/${evening.eventId}/leaving`)).status, 200)
  assert.equal((await client.get<OwnRounds>(path)).body.left, true)
  assert.equal((await stranger.post(`/me/events/${evening.eventId}/leaving`)).status, 404)
})

test('an officer elsewhere finds no such event, and a closed or seatless one is not planned', async () => {
  const { evening, plan } = await running({ men: 2, women: 2 })
  const south = acts(evening, await evening.tenant.officer('street_officer', evening.tenant.south.streetId))
  assert.equal((await south.plan()).status, 404)
  const set = (state: string, seating: string) =>
    evening.tenant.inside((tx) =>
      sql`update events set state = ${state}, seating = ${seating}, rounds = case when ${seating}::text = 'none' then 0 else 6 end
        where tenant_id = ${tx.tenantId} and id = ${evening.eventId}`.execute(tx),
    )
  await set('closed', 'pairs')
  assert.equal((await plan()).body.error.code, 'events.not_open')
  await set('published', 'none')
  assert.equal((await plan()).body.error.code, 'events.no_seating')
})

test('a blocked pair never shares a table', async () => {
  const { evening, plan } = await running({ men: 4, women: 4 })
  const [man, woman] = [evening.men[1]!, evening.women[2]!]
  await evening.tenant.inside((tx) =>
    sql`insert into blocks (tenant_id, id, person_id, blocked_person_id)
      values (${tx.tenantId}, ${newId()}, ${woman.personId}, ${man.personId})`.execute(tx),
  )
  const pairs = pairsIn((await plan()).body.plan)
  assert.ok(pairs.length > 8)
  assert.ok(!pairs.includes(`${man.badgeNo}-${woman.badgeNo}`))
})

test('who met at an earlier event does not meet again, and the plan says that somebody sits out for it', async () => {
  const { evening, plan, release } = await running({ men: 2, women: 2 })
  await plan()
  const met = pairsIn([(await release(1)).body.plan[0]!])
  const again = await evening.tenant.inside(async (tx) => {
    const id = newId()
    await sql`insert into events select (jsonb_populate_record(e, jsonb_build_object('id', ${id}::text))).* from events e
      where e.tenant_id = ${tx.tenantId} and e.id = ${evening.eventId}`.execute(tx)
    await sql`insert into registrations select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'event_id', ${id}::text))).*
      from registrations r where r.tenant_id = ${tx.tenantId} and r.event_id = ${evening.eventId}`.execute(tx)
    await sql`insert into check_ins (tenant_id, registration_id, event_id, door, method)
      select tenant_id, id, event_id, '一号门', 'list' from registrations where tenant_id = ${tx.tenantId} and event_id = ${id}`.execute(
      tx,
    )
    return id
  })
  const officer = await evening.tenant.officer('street_officer', evening.tenant.north.streetId)
  const planned = (await acts({ ...evening, eventId: again }, officer).plan()).body.plan
  assert.equal(planned.length, 1, 'two a side who met once have one round left')
  assert.ok(pairsIn(planned).every((pair) => !met.includes(pair)))
})

test('of 23 people at tables nobody meets twice, and someone who comes late keeps all others in their rows', async () => {
  const { evening, plan, release } = await running({ men: 12, women: 11 })
  await evening.tenant.inside((tx) =>
    sql`update events set seating = 'tables', rounds = 4 where tenant_id = ${tx.tenantId} and id = ${evening.eventId}`.execute(
      tx,
    ),
  )
  await plan({ seatsPerTable: 6 })
  await release(1)
  await joinEvening(evening, 'male')
  const { plan: all } = (await release(2)).body
  assert.equal(all.length, 4)
  const met = new Set<string>()
  for (const table of all.flatMap((round) => round.tables)) {
    const badges = table.seats.map((seat) => seat.badgeNo)
    assert.ok(badges.length <= 6)
    for (const [at, one] of badges.entries())
      for (const other of badges.slice(at + 1)) {
        assert.ok(!met.has(`${one}-${other}`) && !met.has(`${other}-${one}`), `${one} met ${other} again`)
        met.add(`${one}-${other}`)
      }
  }
})

test('the second part goes by levels alone: with equal levels the seating is the same, whoever chose whom', async () => {
  const { evening, plan, release } = await running({ men: 4, women: 4, twoPart: true })
  assert.deepEqual(
    (await plan()).body.plan.map((round) => round.part),
    [1, 1, 1],
  )
  for (const roundNo of [1, 2, 3]) await release(roundNo)
  const level = (says: number): MeetingLevels => ({ says, liked: says, scores: null })
  const levels = new Map(
    [...evening.men, ...evening.women].map((guest, at) => [guest.registrationId, level(1 + (at % 5))]),
  )
  const seatings = []
  // Two evenings on which people chose otherwise and stand at the same levels.
  for (const chosen of [levels, new Map([...levels].reverse())]) {
    seatings.push(
      await evening.tenant.inside(async (tx) => {
        const event = await findEvent(tx, evening.eventId)
        await makePlan(tx, { event, kind: kindWith(chosen), plannedBy: null })
        return (await seatsOf(tx, event.id)).filter((seat) => seat.roundNo > 3)
      }),
    )
  }
  assert.ok(seatings[0]!.length > 0)
  assert.deepEqual(seatings[0], seatings[1])
})

function kindWith(levels: ReadonlyMap<string, MeetingLevels>): EventKind {
  return {
    kind: 'social',
    refusals: () => Promise.resolve(new Map()),
    keptApart: () => Promise.resolve([]),
    levels: () => Promise.resolve(levels),
    ended: () => Promise.resolve(),
  }
}
