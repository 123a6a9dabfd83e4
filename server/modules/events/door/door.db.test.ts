import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { ScanAnswer } from '#contract/events-door.ts'
import { becomeMember } from '#server/modules/people/tests/make-members.ts'
import { getOwnCard } from '#server/modules/people/queries/own-card.ts'
import { AppError } from '#server/platform/errors.ts'
import { letInWaiting } from './commands/check-in.ts'
import { openScanDevice } from './commands/open-scan-device.ts'
import { syncScans } from './commands/sync-scans.ts'
import { takeBackCheckIn } from './commands/take-back-check-in.ts'
import { makeDoor, type TestDoor } from '../tests/make-door.ts'
import { atDoor } from '../tests/at-door.ts'

const code = (wanted: string) => (error: unknown) => error instanceof AppError && error.code === wanted

test('the pass lets in once; the second time says when and through which door', async () => {
  const door = await makeDoor({ people: 2 })
  const east = atDoor(door)
  const { code: pass } = await east.pass(0)
  const first = await east.read({ code: pass! })
  assert.deepEqual([first.outcome, first.badgeNo, first.door], ['checked_in', 1, '东门'])
  const again = await atDoor(door, '西门').read({ code: pass! })
  assert.deepEqual([again.outcome, again.door, again.checkedInAt], ['already', '东门', first.checkedInAt])
  assert.equal((await east.count()).present, 1)
  const own = await east.pass(0)
  assert.deepEqual([own.door, own.checkedInAt], ['东门', first.checkedInAt])
})

test('the service card lets in by the code of this half minute, a badge number by being typed', async () => {
  const door = await makeDoor({ people: 2 })
  const east = atDoor(door)
  const { personId } = door.people[0]!
  const card = await east.call(async (tx) => {
    await becomeMember(tx, personId, door.tenant.north.unionId)
    return getOwnCard(tx, { ...door.actor, personId })
  })
  // The fifth code ahead is two minutes from now: shown early it is of no use.
  assert.equal((await east.read({ code: card.codes[5]!.code })).outcome, 'expired')
  assert.equal((await east.read({ code: card.codes[0]!.code })).outcome, 'checked_in')
  assert.equal((await east.read({ code: '2' })).outcome, 'checked_in')
  assert.equal((await east.read({ badgeNo: 3 })).outcome, 'not_registered')
  assert.equal((await east.read({ code: 'anything' })).outcome, 'unreadable')
  assert.deepEqual(
    (await east.count()).bySex.map((sex) => sex.present),
    [1, 1],
  )
})

test('a pass of another event, or one somebody made up, opens nothing', async () => {
  const door = await makeDoor({ people: 1 })
  const other = await makeDoor({ people: 1 })
  const { code: foreign } = await atDoor(other).pass(0)
  assert.equal((await atDoor(door).read({ code: foreign! })).outcome, 'not_registered')
  assert.equal((await atDoor(door).read({ code: `GE1.1.${'A'.repeat(22)}` })).outcome, 'not_registered')
})

test('whoever waits, cancelled, got no place or may not take part any more hears so and is not counted', async () => {
  const refused = new Map<string, string>()
  const door = await makeDoor({ people: 5, refused })
  refused.set(door.people[4]!.personId, 'matchmaking.excluded')
  const east = atDoor(door)
  for (const [at, state] of ['waiting', 'offered', 'cancelled', 'declined'].entries())
    await east.state(at, state)
  const answers: ScanAnswer[] = []
  for (const { badgeNo } of door.people) answers.push(await east.read({ badgeNo }))
  assert.deepEqual(
    answers.map((answer) => [answer.outcome, answer.reason]),
    [
      ['waiting', null],
      ['waiting', null],
      ['cancelled', null],
      ['not_admitted', null],
      ['not_eligible', 'matchmaking.excluded'],
    ],
  )
  assert.equal((await east.count()).present, 0)
  assert.equal((await east.pass(2)).code, null)
})

test('whoever waited is let in when a place is free for them, and hears so when none is', async () => {
  const door = await makeDoor({ people: 3 })
  const east = atDoor(door)
  const { actor, eventId } = door
  for (const at of [1, 2]) await east.state(at, 'waiting')
  // Two places in all: one is taken by whoever has number 1.
  await east.call((tx) =>
    sql`with two as (update events set capacity = 2 where tenant_id = ${tx.tenantId} and id = ${eventId})
      insert into event_places (tenant_id, event_id, taken, next_badge_no) values (${tx.tenantId}, ${eventId}, 1, 4)`.execute(
      tx,
    ),
  )
  const letIn = (badgeNo: number) =>
    east.call((tx) => letInWaiting(tx, actor, { eventId, door: '东门', badgeNo }))
  assert.equal((await east.read({ badgeNo: 2 })).outcome, 'waiting')
  assert.equal((await letIn(2)).outcome, 'checked_in')
  assert.equal((await letIn(2)).outcome, 'already')
  assert.equal((await letIn(3)).outcome, 'no_place')
  assert.equal((await east.count()).present, 1)
})

test('before the doors open and after the event is closed nobody is let in', async () => {
  const early = await makeDoor({ people: 1, startsInMinutes: 181 })
  assert.equal((await atDoor(early).read({ badgeNo: 1 })).outcome, 'too_early')
  const door = await makeDoor({ people: 1, startsInMinutes: -600 })
  await atDoor(door).call((tx) =>
    sql`update events set state = 'closed' where tenant_id = ${tx.tenantId}`.execute(tx),
  )
  assert.equal((await atDoor(door).read({ badgeNo: 1 })).outcome, 'over')
})

test('a nonce of another event is refused, and so is a device of another event', async () => {
  const door = await makeDoor({ people: 1 })
  const nonce = randomUUID()
  await atDoor(door).read({ badgeNo: 1, nonce })
  const { deviceId } = await atDoor(door).call((tx) =>
    openScanDevice(tx, door.actor, { eventId: door.eventId, door: '东门' }),
  )
  const second = await secondEvent(door)
  const scans = [{ nonce, seq: 1, badgeNo: 1 }]
  await assert.rejects(atDoor(second).read({ badgeNo: 1, nonce }), code('events.nonce_used'))
  await assert.rejects(
    atDoor(second).call((tx) => syncScans(tx, door.actor, { ...second, deviceId, scans })),
    code('common.not_found'),
  )
})

async function secondEvent(door: TestDoor): Promise<TestDoor> {
  const eventId = randomUUID()
  await door.tenant.inside((tx) =>
    sql`insert into events select (jsonb_populate_record(e, jsonb_build_object('id', ${eventId}::text))).* from events e
      where tenant_id = ${tx.tenantId} and id = ${door.eventId}`.execute(tx),
  )
  return { ...door, eventId }
}

test('a check-in entered by mistake is taken back with a reason, until the event is closed', async () => {
  const door = await makeDoor({ people: 2 })
  const east = atDoor(door)
  const takeBack = (badgeNo: string) =>
    east.call((tx) => takeBackCheckIn(tx, door.actor, { eventId: door.eventId, badgeNo, reason: '号牌输错' }))
  await east.read({ badgeNo: 1 })
  await takeBack('1')
  await assert.rejects(takeBack('1'), code('common.not_found'))
  assert.equal((await east.count()).present, 0)
  assert.equal((await east.read({ badgeNo: 1 })).outcome, 'checked_in')
  await east.call((tx) =>
    sql`update events set state = 'closed' where tenant_id = ${tx.tenantId}`.execute(tx),
  )
  await assert.rejects(takeBack('1'), code('events.door_closed'))
})
