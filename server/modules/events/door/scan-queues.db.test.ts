import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { testServer } from '#server/test/server.ts'
import { headCount } from './queries/head-count.ts'
import { makeDoor, type TestDoor } from '../tests/make-door.ts'
import {
  openDevices,
  randomOf,
  reading,
  resendFromAll,
  rowsOf,
  send,
  sendWithWrongClocks,
  type Device,
} from '../tests/scan-queues.ts'

const seed = randomInt(2 ** 31)

test(`queues of five devices sent again and again make one check-in each (seed ${seed})`, async () => {
  const random = randomOf(seed)
  const door = await makeDoor({ people: 20 })
  const devices = await openDevices(door, 5, random)
  for (const { badgeNo } of door.people) await resendFromAll(door, { devices, badgeNo, random })
  assert.equal((await door.tenant.inside((tx) => headCount(tx, door.eventId))).present, 20)
})

test(`clocks that are two days wrong decide nothing (seed ${seed})`, async () => {
  const random = randomOf(seed)
  const door = await makeDoor({ people: 5 })
  const devices = await openDevices(door, 5, random)
  for (const { badgeNo } of door.people) await sendWithWrongClocks(door, { devices, badgeNo, random })
})

test('the head count is the number of distinct people, whatever was read where', async () => {
  const people = 12
  const door = await makeDoor({ people })
  const devices = await openDevices(door, 3, randomOf(seed))
  const came = new Set<number>()
  // Badge numbers beyond the last are nobody's.
  const readings = fc.array(
    fc.record({
      badgeNo: fc.integer({ min: 1, max: people + 3 }),
      device: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(readings, async (some) => {
      for (const { badgeNo, device } of some) {
        await send(door, devices[device]!, [reading(devices[device]!, badgeNo)])
        if (badgeNo <= people) came.add(badgeNo)
      }
      const count = await door.tenant.inside((tx) => headCount(tx, door.eventId))
      const sumOf = (parts: { present: number }[]) => parts.reduce((sum, part) => sum + part.present, 0)
      assert.deepEqual(
        [count.present, sumOf(count.byDoor), sumOf(count.bySex), count.expected],
        [came.size, came.size, came.size, people],
      )
    }),
    { numRuns: 25 },
  )
})

test('two doors read one person at the same moment: one lets in, the other says when and where', async () => {
  const door = await makeDoor({ people: 10 })
  const devices = await openDevices(door, 2, randomOf(seed))
  for (const person of door.people) {
    const answers = await Promise.all(devices.map((device) => readAt(door, device, person.badgeNo)))
    assert.deepEqual(answers.map((answer) => answer.outcome).toSorted(), ['already', 'checked_in'])
    assert.equal(answers[0]!.door, answers[1]!.door)
  }
})

test('control: with the lock blinded and the key gone, somebody comes twice', async () => {
  const { owner } = await testServer()
  // A row that a policy hides from updates is not locked either: the command runs unchanged, its lock finds nothing.
  await owner.query('create policy blind on registrations as restrictive for update using (false)')
  await owner.query('alter table check_ins drop constraint check_ins_pkey')
  let doubled = 0
  for (let round = 0; round < 10 && doubled === 0; round += 1) {
    const door = await makeDoor({ people: 10 })
    const devices = await openDevices(door, 5, randomOf(seed))
    for (const person of door.people) {
      await Promise.all(devices.map((device) => readAt(door, device, person.badgeNo)))
      doubled += (await rowsOf(door, person.registrationId)).length > 1 ? 1 : 0
    }
  }
  assert.ok(doubled > 0, 'the race was never met: the test proves nothing')
})

async function readAt(door: TestDoor, device: Device, badgeNo: number) {
  const [answer] = await send(door, device, [reading(device, badgeNo)])
  return answer!
}
