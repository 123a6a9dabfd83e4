import { closeTestServer } from '#server/test/server.ts'
import { makeEveningWorld, sheetNaming } from '#server/test/authorisation/one-sided-evening.ts'
import { sheetTimes } from '#server/test/authorisation/one-sided-times.ts'
import { differencesOf, walk, type Step } from '#server/test/authorisation/one-sided-walk.ts'
import { differingTables, Sameness } from '#server/test/authorisation/sameness.ts'
import { makeTwins, type Twin } from '#server/test/authorisation/twin-worlds.ts'

const usualPairs = 10_000

/**
 * One-sided interest cannot be learnt: every operation as every role in two worlds that differ by one sealed choice, and as many pairs of
 * requests of whoever was chosen or was not, compared by a two-sample test.
 */
export async function run({ count: pairs = usualPairs }: { count?: number | undefined }): Promise<string> {
  try {
    const walked = await walkEverything()
    const times = await sheetTimes(await makeEveningWorld([]), pairs)
    const said = times.map(({ what, p }) => `${what} p = ${p.toPrecision(3)}`).join(', ')
    if (times.some(({ p }) => p <= 0.01)) throw new Error(`time tells: ${said}`)
    return `${walked}; ${pairs} pairs of requests: ${said}`
  } finally {
    await closeTestServer()
  }
}

async function walkEverything(): Promise<string> {
  const world = await makeEveningWorld('all')
  const twins = (await makeTwins(2)) as [Twin, Twin]
  const sameness = await Sameness.of(twins[0])
  const steps: Step[][] = []
  for (const [at, twin] of twins.entries()) {
    await twin.app.inject({
      method: 'PUT',
      url: `/api/v1/me/events/${world.evening.eventId}/choices`,
      headers: world.anna.client.headers,
      payload: sheetNaming((at === 0 ? world.bo : world.chen).guest),
    })
    const walked: Step[] = []
    for (const walker of world.walkers)
      walked.push(...(await walk(twin, walker, { aim: world.aim, sameness })))
    steps.push(walked)
  }
  const differences = differencesOf(steps[0]!, steps[1]!)
  const tables = differingTables(await sameness.dump(twins[0]), await sameness.dump(twins[1]))
  await Promise.all(twins.map((twin) => twin.close()))
  if (differences.length + tables.length > 0)
    throw new Error(`a choice shows: ${[...differences.slice(0, 5), ...tables].join('; ')}`)
  return `${steps[0]!.length} requests of ${world.walkers.length} people in each of two worlds, no difference in answers or rows`
}
