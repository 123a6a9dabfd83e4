import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { makeTenant } from '#server/test/makers.ts'
import { keyInDoorList } from './commands/key-in-door-list.ts'
import { printDoorList } from './commands/print-door-list.ts'
import { getHall } from './queries/hall.ts'
import { listOfflineEntries } from './queries/offline-entries.ts'
import { listScans } from './queries/scans.ts'
import { passCheck, readPassCode } from './rules/pass-code.ts'
import { makeDoor, type TestDoor } from '../tests/make-door.ts'
import { atDoor } from '../tests/at-door.ts'

const code = (wanted: string) => (error: unknown) => error instanceof AppError && error.code === wanted

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
  const { actor, eventId } = door
  const east = atDoor(door)
  await east.read({ badgeNo: 2 })
  const keyIn = (badgeNos: string) =>
    east.call((tx) => keyInDoorList(tx, actor, { eventId, door: '纸质名单', badgeNos }))
  const { count, ...came } = await keyIn('1-4, 9')
  assert.deepEqual(came, { added: 3, before: 1, left: [{ badgeNo: 9, outcome: 'not_registered' }] })
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
    list.rows.map((row) => [row.badgeNo, row.name, row.initials, row.unionName]),
    [
      [1, '周测试', 'ZCS', '北机械厂工会委员会'],
      [2, '周测试', 'ZCS', '北机械厂工会委员会'],
    ],
  )
  const prints = await east.call((tx) => tx.selectFrom('door_list_prints').selectAll().execute())
  assert.deepEqual(
    prints.map((print) => [print.purpose, print.persons, print.printed_by]),
    [['东门签到备用', 2, door.actor.appointment!.id]],
  )
})

test('the hall shows numbers and badge numbers, pairs only from five on, and nobody', async () => {
  const figures = { sheets: 3, pairs: 4 }
  const door = await makeDoor({ people: 4, figures })
  const east = atDoor(door)
  await east.read({ badgeNo: 1 })
  await east.call((tx) => seatAll(tx, door))
  const look = () => east.call((tx) => getHall(tx, door.actor, { eventId: door.eventId }))
  const hall = await look()
  assert.deepEqual([hall.count.present, hall.sheets, hall.pairs], [1, 3, null])
  assert.deepEqual(hall.round?.tables, [
    { tableNo: 1, badgeNos: [1, 2] },
    { tableNo: 2, badgeNos: [3, 4] },
  ])
  figures.pairs = 5
  assert.equal((await look()).pairs, 5)
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
