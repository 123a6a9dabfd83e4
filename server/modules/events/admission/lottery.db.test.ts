import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { DrawProof as Published } from '#contract/events-admission.ts'
import { today } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeEvent } from '../tests/make-event.ts'
import { actorOf, makeMany, refusedPersons } from '../tests/make-workers.ts'
import { applicantsOf } from './facts.ts'
import { faultsOf, type DrawProof } from './draw.ts'
import { endAdmission, markNoShows, openAdmission } from './lifecycle.ts'
import { registerForEvent } from './commands/register.ts'
import { miscounts } from './recount.ts'
import { registrationsIn } from './store.ts'

/** A lottery for three places, with people in it, and an officer of the host. */
async function makeLottery(count: number) {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const day = await tenant.inside((tx) => today(tx))
  const eventId = await tenant.inside(async (tx) => {
    const id = await makeEvent(tx, {
      organisationId: tenant.federationId,
      kind: 'plain',
      choices: null,
      capacity: 3,
      admission: 'lottery',
    })
    await openAdmission(tx, id)
    return id
  })
  const people = await tenant.inside((tx) =>
    makeMany(tx, { count, sex: 'female', unionId: tenant.north.unionId }),
  )
  await tenant.inside((tx) =>
    registerForEvent(
      tx,
      people.map((id) => ({ actor: actorOf(tx, id, day), input: { eventId } })),
    ),
  )
  const closeRegistration = () =>
    tenant.inside((tx) =>
      sql`update events set registration_closes_at = app_now() - interval '1 minute' where id = ${eventId}`.execute(
        tx,
      ),
    )
  return { tenant, officer, day, eventId, people, closeRegistration }
}

test('a lottery: everybody is in until registration closes, then one draw decides, and its file replays', async () => {
  const lottery = await makeLottery(6)
  const { officer, tenant, eventId, people } = lottery
  const before = await officer.get<Published>(`/events/${eventId}/draw`)
  assert.equal(before.body.proof, null)
  assert.equal((await officer.post(`/events/${eventId}/draw`)).body.error.code, 'events.draw_early')

  await lottery.closeRegistration()
  refusedPersons.set(people[5]!, 'matchmaking.no_consent')
  assert.equal((await officer.post(`/events/${eventId}/draw`)).status, 200)
  assert.equal((await officer.post(`/events/${eventId}/draw`)).body.error.code, 'events.drawn_already')

  const { body } = await officer.get<Published>(`/events/${eventId}/draw`)
  const proof = JSON.parse(body.proof!) as DrawProof
  assert.deepEqual(faultsOf(proof), [])
  assert.equal(proof.seedHash, before.body.seedHash)
  const [admitted, waiting, lapsed] = await tenant.inside(async (tx) => [
    await registrationsIn(tx, eventId, 'admitted'),
    await registrationsIn(tx, eventId, 'waiting'),
    await registrationsIn(tx, eventId, 'lapsed'),
  ])
  const tokens = (outcome: string) =>
    proof.result.filter((each) => each.outcome === outcome).map(({ token }) => token)
  assert.deepEqual(admitted!.map(({ token }) => token).sort(), tokens('admitted').sort())
  assert.deepEqual(
    waiting!.map(({ token }) => token),
    tokens('waiting'),
  )
  assert.deepEqual(
    lapsed!.map(({ personId }) => personId),
    [people[5]],
  )
  const said = JSON.stringify(proof)
  for (const id of [...people, tenant.north.unionId]) assert.ok(!said.includes(id), 'the file names somebody')
  assert.deepEqual(await tenant.inside(miscounts), [])
})

test('the seed is not in the database in clear before the draw', async () => {
  const lottery = await makeLottery(2)
  await lottery.closeRegistration()
  const { rows } = await (
    await testServer()
  ).owner.query<{ sealed: string }>(
    'select encode(sealed_seed, $1) as sealed from event_seeds where event_id = $2',
    ['hex', lottery.eventId],
  )
  await lottery.officer.post(`/events/${lottery.eventId}/draw`)
  const { body } = await lottery.officer.get<Published>(`/events/${lottery.eventId}/draw`)
  const { seed } = JSON.parse(body.proof!) as DrawProof
  assert.ok(!rows[0]!.sealed.includes(seed))
})

test('whoever had a place and stayed away comes later next time, unless excused; whoever only waited loses nothing', async () => {
  const { tenant, officer, day, eventId, people, closeRegistration } = await makeLottery(4)
  await closeRegistration()
  await officer.post(`/events/${eventId}/draw`)
  const [admitted, waiting] = await tenant.inside(async (tx) => [
    await registrationsIn(tx, eventId, 'admitted'),
    await registrationsIn(tx, eventId, 'waiting'),
  ])
  await tenant.inside(async (tx) => {
    await endAdmission(tx, eventId, 'closed')
    const event = { id: eventId, organisationId: tenant.federationId }
    assert.equal(await markNoShows(tx, event), 3)
    assert.equal(await markNoShows(tx, event), 0)
  })
  const turnOf = (personId: string) =>
    tenant.inside(async (tx) => (await applicantsOf(tx, people, day)).get(personId)?.facts?.turn)
  assert.equal(await turnOf(admitted![0]!.personId), 2)
  assert.equal(await turnOf(waiting![0]!.personId), 1)
  const excuse = (id: string) => officer.post(`/registrations/${id}/excuse`, { reason: 'illness' })
  assert.equal((await excuse(admitted![0]!.id)).status, 200)
  assert.equal(await turnOf(admitted![0]!.personId), 1)
  assert.equal((await excuse(waiting![0]!.id)).body.error.code, 'events.no_absence')
})

test('somebody of another branch cannot register: the event is not there', async () => {
  const tenant = await makeTenant()
  const [stranger] = await tenant.inside((tx) =>
    makeMany(tx, { count: 1, sex: 'male', unionId: tenant.south.unionId }),
  )
  const answers = await tenant.inside(async (tx) => {
    const eventId = await makeEvent(tx, {
      organisationId: tenant.north.streetId,
      kind: 'plain',
      choices: null,
    })
    return registerForEvent(tx, [{ actor: actorOf(tx, stranger!, await today(tx)), input: { eventId } }])
  })
  assert.ok(answers[0] instanceof AppError && answers[0].code === 'common.not_found')
})
