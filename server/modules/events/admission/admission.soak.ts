import { closeTestServer } from '#server/test/server.ts'
import { randomFrom } from '#tools/generate/random.ts'
import type { Extent } from '#tools/soak.ts'
import {
  drawActs,
  makeStage,
  mustBeInOrder,
  mustHoldAtRest,
  openEvent,
  runTogether,
} from '../tests/places-course.ts'

const usualCourses = 5000

/**
 * Courses of an event's places: people come, leave and answer, offers run out, the office adds and takes places, several at a time. No limit is
 * passed at any moment, no count is wrong, nobody waits for whom there is a place, and nobody is overtaken.
 */
export async function run({ count: courses = usualCourses, seed }: Extent): Promise<string> {
  const stage = await makeStage()
  const random = randomFrom(`places ${seed}`)
  let offers = 0
  for (let course = 0; course < courses; course += 1) {
    const eventId = await openEvent(stage, random)
    for (let round = 0; round < 5; round += 1) {
      await runTogether(stage, eventId, drawActs(stage, random, eventId))
      await mustHoldAtRest(stage, eventId)
    }
    offers += await mustBeInOrder(stage, eventId)
  }
  await closeTestServer()
  return `${courses} courses of 5 rounds, ${offers} offers, every limit kept at every moment`
}
