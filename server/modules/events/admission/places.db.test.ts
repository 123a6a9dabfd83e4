import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Registration } from '#contract/events-admission.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { makeEvent, type MadeEvent } from '../tests/make-event.ts'
import { answerOffer } from './commands/answer-offer.ts'
import { cancelRegistration } from './commands/cancel.ts'
import { registerForEvent } from './commands/register.ts'
import { settlePlaces } from './jobs.ts'
import { explainAdmission } from './queries/own-admission.ts'
import { miscounts } from './recount.ts'
import { actorOf, makeMany, refusedPersons } from '../tests/make-workers.ts'

const code = (wanted: string) => (error: unknown) => error instanceof AppError && error.code === wanted

/** An event with a few places, and people who want to come. */
async function makeStage(wanted: Partial<MadeEvent>) {
  const tenant = await makeTenant()
  const eventId = await tenant.inside((tx) =>
    makeEvent(tx, { organisationId: tenant.federationId, kind: 'plain', choices: null, ...wanted }),
  )
  const people = (count: number, sex: 'male' | 'female' = 'female') =>
    tenant.inside((tx) => makeMany(tx, { count, sex, unionId: tenant.north.unionId }))
  return { tenant, eventId, people, ...actsOn(tenant, eventId) }
}

function actsOn(tenant: TestTenant, eventId: string) {
  const as = <T>(personId: string, act: (tx: Tx, actor: ReturnType<typeof actorOf>) => Promise<T>) =>
    tenant.inside(async (tx) => act(tx, actorOf(tx, personId, await today(tx))))
  return {
    register: (personIds: readonly string[]): Promise<(Registration | AppError)[]> =>
      tenant.inside(async (tx) => {
        const day = await today(tx)
        return registerForEvent(
          tx,
          personIds.map((id) => ({ actor: actorOf(tx, id, day), input: { eventId } })),
        )
      }),
    cancel: (personId: string, reason?: string) =>
      as(personId, (tx, actor) => cancelRegistration(tx, actor, { eventId, ...(reason && { reason }) })),
    answer: (personId: string, answer: 'accepted' | 'declined') =>
      as(personId, (tx, actor) => answerOffer(tx, actor, { eventId, answer })),
    explain: (personId: string) => as(personId, (tx, actor) => explainAdmission(tx, actor, { eventId })),
    settle: () => tenant.inside((tx) => settlePlaces(tx, eventId)),
    mustCount: async () => assert.deepEqual(await tenant.inside((tx) => miscounts(tx)), []),
  }
}

const statesOf = (answers: readonly (Registration | AppError)[]) =>
  answers.map((answer) => (answer instanceof AppError ? answer.code : answer.state))

test('places go to the first who come, everybody else has a number at once, and asking twice changes nothing', async () => {
  const stage = await makeStage({ capacity: 2 })
  const people = await stage.people(4)
  const answers = await stage.register(people)
  assert.deepEqual(statesOf(answers), ['admitted', 'admitted', 'waiting', 'waiting'])
  assert.deepEqual(
    answers.map((answer) => !(answer instanceof AppError) && [answer.badgeNo, answer.waitingNo]),
    [
      [1, null],
      [2, null],
      [null, 1],
      [null, 2],
    ],
  )
  assert.deepEqual(await stage.register(people), answers)
  assert.deepEqual(await stage.register([people[0]!, people[0]!]), [answers[0], answers[0]])
  await stage.mustCount()
})

test('a freed place makes one offer; declined it goes to the next; taken it is taken', async () => {
  const stage = await makeStage({ capacity: 1 })
  const [a, b, c] = await stage.people(3)
  await stage.register([a!, b!, c!])
  await stage.cancel(a!)
  assert.equal((await stage.explain(b!)).registration?.state, 'offered')
  assert.equal((await stage.explain(c!)).registration?.state, 'waiting')
  assert.equal((await stage.answer(b!, 'declined')).state, 'declined')
  await assert.rejects(stage.answer(b!, 'accepted'), code('events.no_offer'))
  const taken = await stage.answer(c!, 'accepted')
  assert.deepEqual([taken.state, taken.badgeNo], ['admitted', 2])
  assert.deepEqual(await stage.answer(c!, 'accepted'), taken)
  await stage.mustCount()
})

test('an offer nobody answers lapses by the clock, the late answer is refused, and the place is the next one’s', async () => {
  const stage = await makeStage({ capacity: 1, offerMinutes: 10 })
  const [a, b, c] = await stage.people(3)
  await stage.register([a!, b!, c!])
  await stage.cancel(a!)
  await stage.tenant.inside((tx) =>
    sql`update registrations set offered_until = app_now() - interval '1 second' where state = 'offered' and event_id = ${stage.eventId}`.execute(
      tx,
    ),
  )
  await stage.tenant.inside((tx) =>
    sql`update event_places set due_at = app_now() - interval '1 second' where event_id = ${stage.eventId}`.execute(
      tx,
    ),
  )
  await assert.rejects(stage.answer(b!, 'accepted'), code('events.offer_over'))
  await stage.settle()
  assert.equal((await stage.explain(b!)).registration?.state, 'expired')
  assert.equal((await stage.explain(c!)).registration?.state, 'offered')
  await assert.rejects(stage.answer(b!, 'accepted'), code('events.offer_over'))
  await stage.mustCount()
})

test('who may not take part is refused with the reason when registering and when accepting, and passed over when offered', async () => {
  const stage = await makeStage({ capacity: 1 })
  const [a, b, c] = await stage.people(3)
  await stage.register([a!, b!, c!])
  refusedPersons.set(b!, 'matchmaking.no_consent')
  await stage.cancel(a!)
  assert.equal((await stage.explain(b!)).registration?.state, 'waiting')
  assert.equal((await stage.explain(b!)).refusal, 'matchmaking.no_consent')
  assert.equal((await stage.explain(c!)).registration?.state, 'offered')
  refusedPersons.set(c!, 'matchmaking.excluded')
  await assert.rejects(stage.answer(c!, 'accepted'), code('matchmaking.excluded'))
  const [stranger] = await stage.people(1)
  refusedPersons.set(stranger!, 'matchmaking.not_member')
  assert.deepEqual(statesOf(await stage.register([stranger!])), ['matchmaking.not_member'])
})

test('before it opens, after it closes, and of an event that is not published nobody registers', async () => {
  const later = await makeStage({ opensInHours: 1 })
  assert.deepEqual(statesOf(await later.register(await later.people(1))), ['events.opens_later'])
  const closed = await makeStage({ opensInHours: -5, closesInHours: -1 })
  assert.deepEqual(statesOf(await closed.register(await closed.people(1))), ['events.registration_closed'])
  const draft = await makeStage({ state: 'draft' })
  assert.deepEqual(statesOf(await draft.register(await draft.people(1))), ['common.not_found'])
})
