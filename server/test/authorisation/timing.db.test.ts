import assert from 'node:assert/strict'
import { test } from 'node:test'
import { probes } from './probes/all.ts'
import { makeWorld, type Place, type World } from './world.ts'

/** Rows, trees, searches and writes: the ways in which something is looked for. */
const tried = [
  'getMember',
  'getOrganisation',
  'changeMember',
  'queryMeasure',
  'getRosterImport',
  'endInboxTask',
  'openOwnAttachment',
]
/** Less than what a look at one more row costs on a machine that does much else at once, far less than a search. */
const slackMilliseconds = 12
const rounds = 20

/** Milliseconds of one request of a street officer, answered “not there”. */
async function millisecondsOf(world: World, operationId: string, place: Place): Promise<number> {
  const probe = probes[operationId]!
  assert.ok('aimed' in probe)
  const { method, path, body } = probe.aimed(place, world.homes['street officer'])
  const began = performance.now()
  const { status } = await world.clients['street officer'].request(method, path, body)
  assert.equal(status, 404, operationId)
  return performance.now() - began
}

test('“not yours” takes as long as “not there”', async (t) => {
  const world = await makeWorld()
  const notHers = world.places.filter(({ name }) => ['south street', 'another tenant'].includes(name))
  for (const operationId of tried) {
    const took: number[][] = [[], [], []]
    const asked = [world.nowhere, ...notHers]
    // In turn, each first as often as last, so that whatever else the machine does falls on all alike.
    for (let round = 0; round < rounds; round += 1)
      for (let turn = 0; turn < asked.length; turn += 1) {
        const at = (round + turn) % asked.length
        took[at]!.push(await millisecondsOf(world, operationId, asked[at]!))
      }
    const [nothing, ...others] = took.map(lowerQuarter)
    t.diagnostic(
      `${operationId}: not there ${nothing!.toFixed(2)} ms, not hers ${others.map((each) => each.toFixed(2)).join(' and ')} ms`,
    )
    for (const other of others)
      assert.ok(
        Math.abs(other - nothing!) < Math.max(slackMilliseconds, nothing!),
        `${operationId}: ${nothing} and ${other} ms`,
      )
  }
})

/** What a request takes when nothing comes between. */
function lowerQuarter(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)]!
}
