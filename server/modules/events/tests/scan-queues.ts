import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Scan, ScanAnswer } from '#contract/events-door.ts'
import { openScanDevice } from '../door/commands/open-scan-device.ts'
import { syncScans } from '../door/commands/sync-scans.ts'
import type { TestDoor } from './make-door.ts'

/** Numbers between 0 and 1 from a seed (mulberry32), so that a run that failed can be run again. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const upTo = (random: () => number, most: number) => 1 + Math.floor(random() * most)

function shuffled<T>(some: readonly T[], random: () => number): T[] {
  return some
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each)
}

/** A phone at a door with its own numbering and a clock that may be two days wrong. */
export interface Device {
  id: string
  door: string
  seq: number
  skewMilliseconds: number
}

/** Opens the scanning page on so many phones, each at a door of its own. */
export async function openDevices(door: TestDoor, count: number, random: () => number): Promise<Device[]> {
  const devices = []
  for (let number = 1; number <= count; number += 1) {
    const opened = await door.tenant.inside((tx) =>
      openScanDevice(tx, door.actor, { eventId: door.eventId, door: `${number} 号门` }),
    )
    const skewMilliseconds = (random() * 2 - 1) * 48 * 3_600_000
    devices.push({ id: opened.deviceId, door: opened.door, seq: 0, skewMilliseconds })
  }
  return devices
}

/** A reading a device takes now, by its own clock. */
export function reading(device: Device, badgeNo: number): Scan {
  device.seq += 1
  const claimedAt = new Date(Date.now() + device.skewMilliseconds).toISOString()
  return { nonce: randomUUID(), seq: device.seq, claimedAt, badgeNo }
}

/** Sends readings of a device in one request. */
export async function send(door: TestDoor, device: Device, scans: Scan[]): Promise<ScanAnswer[]> {
  const input = { eventId: door.eventId, deviceId: device.id, scans }
  return (await door.tenant.inside((tx) => syncScans(tx, door.actor, input))).answers
}

/**
 * T7, once: each device reads the same person, and sends that reading 1 to 20 times, some of them together, in any order, all devices at the
 * same moment. Gives how many requests were sent. One row must be there, one reading must have made it, every repetition must be answered
 * alike, and everybody else must be told when and where.
 */
export async function resendFromAll(
  door: TestDoor,
  { devices, badgeNo, random }: { devices: Device[]; badgeNo: number; random: () => number },
): Promise<number> {
  const readings = devices.map((device) => ({ device, scan: reading(device, badgeNo) }))
  const copies = readings.flatMap((each) => Array.from({ length: upTo(random, 20) }, () => each))
  const requests: { device: Device; scans: Scan[] }[] = []
  for (const { device, scan } of shuffled(copies, random)) {
    const open = requests.find((each) => each.device === device && random() < 0.5)
    if (open === undefined) requests.push({ device, scans: [scan] })
    else open.scans.push(scan)
  }
  const answers = (await Promise.all(requests.map(({ device, scans }) => send(door, device, scans)))).flat()
  await mustBeOnce(door, { badgeNo, answers, nonces: readings.map((each) => each.scan.nonce) })
  return requests.length
}

async function mustBeOnce(
  door: TestDoor,
  { badgeNo, answers, nonces }: { badgeNo: number; answers: ScanAnswer[]; nonces: string[] },
): Promise<void> {
  const { registrationId } = door.people[badgeNo - 1]!
  const rows = await rowsOf(door, registrationId)
  assert.equal(rows.length, 1, 'one person, one row')
  const outcomes = nonces.map((nonce) => {
    const [first, ...more] = answers.filter((each) => each.nonce === nonce)
    for (const each of more) assert.deepEqual(each, first, 'a repetition is answered alike')
    assert.equal(first!.door, rows[0]!.door)
    assert.equal(first!.checkedInAt, rows[0]!.at.toISOString())
    return first!.outcome
  })
  assert.deepEqual(outcomes.toSorted(), [...Array<string>(nonces.length - 1).fill('already'), 'checked_in'])
}

/** The check-ins of a registration as they stand in the database. */
export async function rowsOf(door: TestDoor, registrationId: string): Promise<{ door: string; at: Date }[]> {
  return door.tenant.inside(async (tx) => {
    const { rows } = await sql<{ door: string; at: Date }>`
      select door, checked_in_at as at from check_ins where tenant_id = ${tx.tenantId} and registration_id = ${registrationId}`.execute(
      tx,
    )
    return rows
  })
}

/**
 * T8, once: devices whose clocks are days wrong send one after the other, each several readings of one person in one mixed-up request. The first
 * request that the server has counts, and of it the lowest number; what the clocks said changes nothing and is kept beside.
 */
export async function sendWithWrongClocks(
  door: TestDoor,
  { devices, badgeNo, random }: { devices: Device[]; badgeNo: number; random: () => number },
): Promise<void> {
  const queues = devices.map((device) => ({
    device,
    scans: Array.from({ length: upTo(random, 3) }, () => reading(device, badgeNo)),
  }))
  const order = shuffled(queues, random)
  const outcomes = new Map<string, string>()
  for (const { device, scans } of order)
    for (const answer of await send(door, device, shuffled(scans, random))) {
      outcomes.set(answer.nonce, answer.outcome)
      assert.equal(answer.door, order[0]!.device.door)
    }
  const received = order.flatMap(({ scans }) => scans)
  assert.deepEqual(
    received.map((scan) => outcomes.get(scan.nonce)),
    received.map((_, at) => (at === 0 ? 'checked_in' : 'already')),
  )
  const kept = await door.tenant.inside(async (tx) => {
    const { rows } = await sql<{ nonce: string; claimed: Date }>`
      select nonce, claimed_at as claimed from check_in_scans where tenant_id = ${tx.tenantId} and nonce = any(${received.map((scan) => scan.nonce)}::uuid[])
      order by received_at, device_seq`.execute(tx)
    return rows.map((row) => [row.nonce, row.claimed.toISOString()])
  })
  assert.deepEqual(
    kept,
    received.map((scan) => [scan.nonce, scan.claimedAt]),
  )
}
