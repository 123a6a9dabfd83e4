import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { testServer } from '#server/test/server.ts'
import { randomFrom } from '#tools/generate/random.ts'
import { makeEvent } from '../tests/make-event.ts'
import { answerOffer } from './commands/answer-offer.ts'
import { cancelRegistration } from './commands/cancel.ts'
import { registerForEvent } from './commands/register.ts'
import { settlePlaces } from './jobs.ts'
import { Places } from './places.ts'
import { fits, type Facts } from './rules.ts'
import { eventAtPlaces, findPlacesRow, insertPlaces, registrationsIn } from './store.ts'
import { applicantsOf } from './facts.ts'
import {
  drawActs,
  makeStage,
  mustBeInOrder,
  mustHoldAtRest,
  openEvent,
  runTogether,
} from '../tests/places-course.ts'
import { actorOf, makeMany } from '../tests/make-workers.ts'

const sequences = 15

async function lastPlace(count: number) {
  const stage = await makeStage()
  const { tenant } = stage
  const { platform } = await testServer()
  const eventId = await tenant.inside(async (tx) => {
    const id = await makeEvent(tx, {
      organisationId: tenant.federationId,
      kind: 'plain',
      choices: null,
      capacity: 1,
    })
    await insertPlaces(tx, id)
    return id
  })
  const people = await tenant.inside((tx) =>
    makeMany(tx, { count, sex: 'male', unionId: tenant.north.unionId }),
  )
  const allAtOnce = (act: (tx: Tx, personId: string) => Promise<unknown>) =>
    Promise.allSettled(people.map((personId) => inTenant(platform, tenant.id, (tx) => act(tx, personId))))
  const admitted = () => tenant.inside(async (tx) => (await registrationsIn(tx, eventId, 'admitted')).length)
  return { ...stage, eventId, people, allAtOnce, admitted }
}

test('fifty want the last place at the same moment: one has it, the others have the numbers 1 to 49', async () => {
  const race = await lastPlace(50)
  await race.allAtOnce((tx, personId) =>
    registerForEvent(tx, [{ actor: actorOf(tx, personId, race.day), input: { eventId: race.eventId } }]),
  )
  assert.equal(await race.admitted(), 1)
  const waiting = await race.tenant.inside((tx) => registrationsIn(tx, race.eventId, 'waiting'))
  assert.deepEqual(
    waiting.map(({ waitingNo }) => waitingNo),
    Array.from({ length: 49 }, (_, at) => at + 1),
  )
})

test('control: without the lock of the places the last place is sold more than once', async () => {
  const { owner } = await testServer()
  // The last guard: badges are unique. The control shows what the lock alone keeps.
  await owner.query('drop index registrations_badge_key')
  const race = await lastPlace(4)
  const counted = race.people.map(() => Promise.withResolvers<void>())
  await race.allAtOnce(async (tx, personId) => {
    const places = new Places(
      tx,
      await eventAtPlaces(tx, race.eventId),
      (await findPlacesRow(tx, race.eventId))!,
    )
    const { facts } = (await applicantsOf(tx, [personId], race.day)).get(personId)!
    if (!fits(places.limits, places.taken, facts!)) return
    places.taken.count(facts!, 1)
    counted[race.people.indexOf(personId)]!.resolve()
    await Promise.all(counted.map(({ promise }) => promise))
    await sellTo(places, { personId, facts: facts! })
  })
  assert.ok((await race.admitted()) > 1, 'the race was never met: the test proves nothing')
})

async function sellTo(places: Places, who: { personId: string; facts: Facts }): Promise<void> {
  const registration = {
    id: crypto.randomUUID(),
    ...who,
    state: 'admitted' as const,
    waitingNo: null,
    badgeNo: null,
    offeredUntil: null,
    token: crypto.randomUUID(),
  }
  places.enter(registration, { reason: null, takenBy: null })
  await places.save()
}

test('transactions of a tenant run READ COMMITTED: what was counted after the lock is what is there', async () => {
  const { tenant } = await makeStage()
  const { rows } = await tenant.inside((tx) =>
    sql<{ level: string }>`select current_setting('transaction_isolation') as level`.execute(tx),
  )
  assert.equal(rows[0]!.level, 'read committed')
})

test(`${sequences} courses of coming, leaving, answering, running out and resizing, several at a time: every limit holds at every moment`, async (t) => {
  const seed = randomInt(2 ** 31)
  t.diagnostic(`seed ${seed}`)
  const stage = await makeStage()
  const random = randomFrom(`places ${seed}`)
  let offers = 0
  for (let course = 0; course < sequences; course += 1) {
    const eventId = await openEvent(stage, random)
    for (let round = 0; round < 5; round += 1) {
      await runTogether(stage, eventId, drawActs(stage, random, eventId))
      await mustHoldAtRest(stage, eventId)
    }
    offers += await mustBeInOrder(stage, eventId)
  }
  assert.ok(offers > 0, 'no place was ever offered')
})

test('an offer that runs out while it is being taken is used or freed, never both', async () => {
  const stage = await makeStage()
  const { platform } = await testServer()
  for (let round = 0; round < 10; round += 1) {
    const { tenant, day } = stage
    const [first, second] = stage.people
    const eventId = await tenant.inside((tx) =>
      makeEvent(tx, { organisationId: tenant.federationId, kind: 'plain', choices: null, capacity: 1 }),
    )
    const as = (tx: Tx, personId: string) => ({ actor: actorOf(tx, personId, day), input: { eventId } })
    await tenant.inside((tx) =>
      registerForEvent(tx, [as(tx, stage.people[2]!), as(tx, first!), as(tx, second!)]),
    )
    await tenant.inside((tx) => cancelRegistration(tx, actorOf(tx, stage.people[2]!, day), { eventId }))
    await tenant.inside((tx) =>
      sql`update registrations set offered_until = clock_timestamp() + interval '3 milliseconds' where event_id = ${eventId} and state = 'offered'`.execute(
        tx,
      ),
    )
    await tenant.inside((tx) =>
      sql`update event_places set due_at = app_now() where event_id = ${eventId}`.execute(tx),
    )
    const [answered] = await Promise.allSettled([
      inTenant(platform, tenant.id, (tx) =>
        answerOffer(tx, actorOf(tx, first!, day), { eventId, answer: 'accepted' }),
      ),
      inTenant(platform, tenant.id, (tx) => settlePlaces(tx, eventId)),
    ])
    const taken = answered.status === 'fulfilled'
    if (answered.status === 'rejected') assert.ok(answered.reason instanceof AppError)
    await tenant.inside((tx) => settlePlaces(tx, eventId))
    const states = await tenant.inside(async (tx) =>
      Promise.all(
        (['admitted', 'offered'] as const).map(async (state) =>
          (await registrationsIn(tx, eventId, state)).map(({ personId }) => personId),
        ),
      ),
    )
    assert.deepEqual(states.flat(), [taken ? first : second])
  }
})
