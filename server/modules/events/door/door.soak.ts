import { headCount } from './queries/head-count.ts'
import { makeDoor } from '../tests/make-door.ts'
import { openDevices, randomOf, resendFromAll, sendWithWrongClocks } from '../tests/scan-queues.ts'
import { closeTestServer } from '#server/test/server.ts'
import type { Extent } from '#tools/soak.ts'

const usualPeople = 2000
const peopleAtOneEvent = 200

/**
 * Queues of five devices without a network: every reading sent 1 to 20 times in any order and all at once, and, a quarter as often, by devices
 * whose clocks are up to two days wrong. Each person counts once, each reading is answered alike, and what clocks say decides nothing.
 */
export async function run({ count = usualPeople, seed }: Extent): Promise<string> {
  const random = randomOf(seed)
  let requests = 0
  for (let left = count; left > 0; left -= peopleAtOneEvent) {
    const people = Math.min(left, peopleAtOneEvent)
    const door = await makeDoor({ people })
    const devices = await openDevices(door, 5, random)
    for (const { badgeNo } of door.people) requests += await resendFromAll(door, { devices, badgeNo, random })
    const { present } = await door.tenant.inside((tx) => headCount(tx, door.eventId))
    if (present !== people) throw new Error(`${present} present of ${people}`)
  }
  const skewed = Math.ceil(count / 4)
  const door = await makeDoor({ people: skewed })
  const devices = await openDevices(door, 5, random)
  for (const { badgeNo } of door.people) await sendWithWrongClocks(door, { devices, badgeNo, random })
  await closeTestServer()
  return `${count} people read by five devices in ${requests} requests: one check-in each; ${skewed} more by clocks up to 48 h wrong: order of receipt`
}
