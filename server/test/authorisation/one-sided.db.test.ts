import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeEveningWorld, sheetNaming } from './one-sided-evening.ts'
import { differencesOf, walk, type Step } from './one-sided-walk.ts'
import { slowedBy, sheetTimes } from './one-sided-times.ts'
import { differingTables, Sameness } from './sameness.ts'
import { makeTwins, type Twin } from './twin-worlds.ts'

// Whoever could learn most: those who run the evening, key in cards, look after people or the machine, and two guests. All roles walk in the soak.
const roles = ['street officer', 'matchmaker'] as const

test('whether A chose B shows in no answer, in no row, in no line of the log, before the closing and after', async (t) => {
  const world = await makeEveningWorld(roles)
  const { aim, anna, chen, evening, walkers } = world
  const [chose, chosenNot, blank] = (await makeTwins(3)) as [Twin, Twin, Twin]
  t.after(() => Promise.all([chose, chosenNot, blank].map((twin) => twin.close())))
  const sameness = await Sameness.of(chose)
  const handIn = (twin: Twin, body: object) =>
    twin.app.inject({
      method: 'PUT',
      url: `/api/v1/me/events/${evening.eventId}/choices`,
      headers: anna.client.headers,
      payload: body,
    })
  const walkAll = async (twin: Twin, who = walkers) => {
    const steps: Step[] = []
    for (const walker of who) steps.push(...(await walk(twin, walker, { aim, sameness })))
    return steps
  }
  const answers = [
    await handIn(chose, sheetNaming(world.bo.guest)),
    await handIn(chosenNot, sheetNaming(chen.guest)),
  ]
  assert.deepEqual(
    answers.map((each) => [each.statusCode, each.body]),
    [
      [200, '{}'],
      [200, '{}'],
    ],
  )
  const before = [await walkAll(chose), await walkAll(chosenNot)] as const
  assert.deepEqual(differencesOf(...before), [])
  assert.deepEqual(differingTables(await sameness.dump(chose), await sameness.dump(chosenNot)), [])

  const officer = walkers.find((walker) => walker.name === 'street officer')!
  for (const twin of [chose, chosenNot])
    assert.equal(
      (
        await twin.app.inject({
          method: 'POST',
          url: `/api/v1/events/${evening.eventId}/choice-closing`,
          headers: officer.client.headers,
          payload: {},
        })
      ).statusCode,
      200,
    )
  const some = walkers.filter((walker) => walker.name !== 'matchmaker')
  const after = [await walkAll(chose, some), await walkAll(chosenNot, some)] as const
  assert.deepEqual(differencesOf(...after), [])
  assert.deepEqual(differingTables(await sameness.dump(chose), await sameness.dump(chosenNot)), [])
  assert.deepEqual(
    chose.lines.map((line) => sameness.plain(line)),
    chosenNot.lines.map((line) => sameness.plain(line)),
  )
  const answered = before[0].filter((step) => step.came.startsWith('200')).length
  t.diagnostic(
    `${before[0].length + after[0].length} requests in each of two worlds, ${answered} of the first walk answered with something`,
  )

  // Controls: a walk or a dump that could not see anything would pass, too.
  await chosenNot.owner.query('update check_ins set door = $2 where event_id = $1', [
    evening.eventId,
    anna.guest.personId,
  ])
  assert.deepEqual(differingTables(await sameness.dump(chose), await sameness.dump(chosenNot)), ['check_ins'])
  const unequal = differencesOf(await walkAll(chosenNot, [officer]), await walkAll(blank, [officer]))
  assert.ok(unequal.length > 0, 'a sheet more or less is seen')
})

test('an answer takes as long whether one was chosen or not', async (t) => {
  const world = await makeEveningWorld([])
  const times = await sheetTimes(world, 120)
  for (const { what, p } of times) t.diagnostic(`${what}: p = ${p.toPrecision(3)} of 120 pairs`)
  // Of ever so many runs without any difference one in a hundred falls below; three samples in a row do not.
  for (const { what, p } of times)
    if (p <= 0.01) {
      const again = [await sheetTimes(world, 120), await sheetTimes(world, 120)]
      assert.ok(
        again.some((run) => run.find((each) => each.what === what)!.p > 0.01),
        what,
      )
    }
  const slowed = await slowedBy(world, { pairs: 120, milliseconds: 20 })
  assert.ok(slowed <= 0.01, `a planted wait is found (p = ${slowed})`)
})
