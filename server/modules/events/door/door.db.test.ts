import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { ScanAnswer } from '#contract/events-door.ts'
import { becomeMember } from '#server/modules/people/tests/make-members.ts'
import { getOwnCard } from '#server/modules/people/queries/own-card.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { makeTenant } from '#server/test/makers.ts'
import { checkIn } from './commands/check-in.ts'
import { keyInDoorList } from './commands/key-in-door-list.ts'
import { openScanDevice } from './commands/open-scan-device.ts'
import { printDoorList } from './commands/print-door-list.ts'
import { syncScans } from './commands/sync-scans.ts'
import { takeBackCheckIn } from './commands/take-back-check-in.ts'
import { getHall } from './queries/hall.ts'
import { headCount } from './queries/head-count.ts'
import { listOfflineEntries } from './queries/offline-entries.ts'
import { getOwnEventPass } from './queries/own-pass.ts'
import { listScans } from './queries/scans.ts'
import { passCheck, readPassCode } from './rules/pass-code.ts'
import { makeDoor, type TestDoor } from '../tests/make-door.ts'

const code = (wanted: string) => (error: unknown) => error instanceof AppError && error.code === wanted

function atDoor(door: TestDoor, name = '东门') {
  const call = <T>(work: (tx: Tx) => Promise<T>) => door.tenant.inside(work)
  const { actor, eventId, kinds } = door
  return {
    read: (what: { code?: string; badgeNo?: number; nonce?: string }, as: Actor = actor) =>
      call((tx) => checkIn(tx, as, { kinds, eventId, door: name, ...what })),
    pass: (at: number) =>
      call((tx) => getOwnEventPass(tx, { ...actor, personId: door.people[at]!.personId }, { eventId })),
    count: () => call((tx) => headCount(tx, eventId)),
    state: (at: number, state: string) =>
      call((tx) =>
        sql`update registrations set state = ${state}, offered_until = ${state === 'offered' ? new Date() : null}
          where tenant_id = ${tx.tenantId} and id = ${door.people[at]!.registrationId}`.execute(tx),
      ),
    call,
  }
}

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

test('what a device takes along names nobody, knows every pass again and says who is here', async () => {
  const door = await makeDoor({ people: 3 })
  const east = atDoor(door)
  await east.state(2, 'waiting')
  await east.read({ badgeNo: 1 })
  const taken = await east.call((tx) => listOfflineEntries(tx, door.actor, { eventId: door.eventId }))
  assert.deepEqual(
    taken.entries.map((entry) => [entry.badgeNo, entry.state, entry.door]),
    [
      [1, 'present', '东门'],
      [2, 'expected', null],
      [3, 'waiting', null],
    ],
  )
  const { token } = readPassCode((await east.pass(1)).code!)!
  assert.equal(taken.entries[1]!.check, passCheck(Buffer.from(token, 'base64url')))
  const text = JSON.stringify(taken)
  for (const person of door.people)
    for (const hidden of ['周测试', person.personId, person.registrationId, token])
      assert.ok(!text.includes(hidden))
})

test('the signed paper list is keyed in by numbers, and twice is once', async () => {
  const door = await makeDoor({ people: 6 })
  const { actor, eventId, kinds } = door
  const east = atDoor(door)
  await east.read({ badgeNo: 2 })
  const keyIn = (badgeNos: string) =>
    east.call((tx) => keyInDoorList(tx, actor, { kinds, eventId, door: '纸质名单', badgeNos }))
  const { answers, count } = await keyIn('1-4, 9')
  assert.deepEqual(
    answers.map((answer) => answer.outcome),
    ['checked_in', 'already', 'checked_in', 'checked_in', 'not_registered'],
  )
  assert.equal(count.present, 4)
  assert.equal((await keyIn('1-4')).count.present, 4)
  await assert.rejects(keyIn('4-'), code('common.invalid'))
})

test('the printed list names who has a place, and keeps who printed it and what for', async () => {
  const door = await makeDoor({ people: 3 })
  const east = atDoor(door)
  await east.state(2, 'cancelled')
  const list = await east.call((tx) =>
    printDoorList(tx, door.actor, { eventId: door.eventId, purpose: '东门签到备用' }),
  )
  assert.deepEqual(
    list.rows.map((row) => [row.badgeNo, row.name, row.unionName]),
    [
      [1, '周测试', '北机械厂工会委员会'],
      [2, '周测试', '北机械厂工会委员会'],
    ],
  )
  const prints = await east.call((tx) => tx.selectFrom('door_list_prints').selectAll().execute())
  assert.deepEqual(
    prints.map((print) => [print.purpose, print.persons, print.printed_by]),
    [['东门签到备用', 2, door.actor.appointment!.id]],
  )
})

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

test('the hall shows numbers and badge numbers, pairs only from five on, and nobody', async () => {
  const door = await makeDoor({ people: 4 })
  const east = atDoor(door)
  await east.read({ badgeNo: 1 })
  await east.call((tx) => seatAll(tx, door))
  const hallWith = (pairs: number | null) =>
    east.call((tx) => {
      const kind = { ...door.kinds.kindOf(''), hallFigures: async () => ({ sheets: 3, pairs }) }
      return getHall(tx, door.actor, { kinds: { kindOf: () => kind }, eventId: door.eventId })
    })
  const hall = await hallWith(4)
  assert.deepEqual([hall.count.present, hall.sheets, hall.pairs], [1, 3, null])
  assert.deepEqual(hall.round?.tables, [
    { tableNo: 1, badgeNos: [1, 2] },
    { tableNo: 2, badgeNos: [3, 4] },
  ])
  assert.equal((await hallWith(5)).pairs, 5)
  assert.ok(!JSON.stringify(hall).includes(door.people[0]!.personId))
})

async function seatAll(tx: Tx, door: TestDoor): Promise<void> {
  await sql`insert into seating_rounds (tenant_id, event_id, round_no, part, released_at) values (${tx.tenantId}, ${door.eventId}, 1, 1, now()),
    (${tx.tenantId}, ${door.eventId}, 2, 1, null)`.execute(tx)
  for (const { badgeNo, registrationId } of door.people)
    await sql`insert into seatings (tenant_id, event_id, round_no, registration_id, table_no, seat)
      values (${tx.tenantId}, ${door.eventId}, 1, ${registrationId}, ${Math.ceil(badgeNo / 2)}, ${badgeNo % 2 ? 1 : 2})`.execute(
      tx,
    )
}

test('readings are listed by receipt; who does not run the event finds nothing there', async () => {
  const door = await makeDoor({ people: 2 })
  const east = atDoor(door)
  await east.read({ badgeNo: 1 })
  await atDoor(door, '西门').read({ badgeNo: 1 })
  const list = (more: object) =>
    east.call((tx) => listScans(tx, door.actor, { eventId: door.eventId, ...more }))
  const all = await list({})
  assert.deepEqual(
    all.items.map((scan) => [scan.door, scan.outcome, scan.badgeNo]),
    [
      ['西门', 'already', 1],
      ['东门', 'checked_in', 1],
    ],
  )
  const first = await list({ limit: 1 })
  assert.deepEqual((await list({ limit: 1, cursor: first.nextCursor })).items, [all.items[1]])
  assert.equal((await list({ outcome: 'already' })).total, 1)
  const elsewhere = await makeTenant()
  const south = elsewhere.south.unionId
  const stranger = { ...door.actor, grants: [{ ...door.actor.grants[0]!, organisationId: south }] }
  await assert.rejects(east.read({ badgeNo: 2 }, stranger), code('common.not_found'))
  await assert.rejects(east.read({ badgeNo: 2 }, { ...door.actor, grants: [] }), code('common.forbidden'))
})

test('the hall’s events come to who runs the event; to others it is not there', async () => {
  const door = await makeDoor({ people: 1 })
  const path = `/events/${door.eventId}/hall/events?seconds=0`
  const own = await door.tenant.officer('union_officer', door.tenant.north.unionId)
  const other = await door.tenant.officer('union_officer', door.tenant.south.unionId)
  assert.equal((await own.get(path)).status, 200)
  const refused = await other.get(path)
  assert.deepEqual([refused.status, refused.body.error.code], [404, 'common.not_found'])
  assert.equal((await own.get(`/events/${door.eventId}/hall`)).status, 200)
})
