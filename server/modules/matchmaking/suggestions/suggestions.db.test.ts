import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Suggestion, WeekExposure } from '#contract/matchmaking-suggestions.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { handIn } from '../choices/sheets.ts'
import { makeEvening } from '../tests/make-evening.ts'
import { signedInSingle, type TestSingle } from '../tests/make-single.ts'
import { makeListsOfWeek } from './make-lists.ts'
import { listedPeople } from './queries/people.ts'
import { trainModel } from './train-model.ts'

type Shown = { on: boolean; items: Suggestion[] }

const listOf = async (client: TestClient) => (await client.get<Shown>('/me/suggestions')).body
const idsOf = async (client: TestClient) => (await listOf(client)).items.map((each) => each.introductionId)

async function singles(tenant: TestTenant, count: number, of: (at: number) => TestSingle) {
  const made = []
  for (let at = 0; at < count; at++)
    made.push(
      await signedInSingle(tenant, { ...of(at), profile: { hideFromUnit: false, ...of(at).profile } }),
    )
  return made
}

async function makeLists(tenant: TestTenant) {
  const { platform } = await testServer()
  return makeListsOfWeek(platform, tenant.id)
}

/** A week later, as far as lists know. */
async function aWeekPasses(tenant: TestTenant): Promise<void> {
  const { owner } = await testServer()
  await owner.query(`update suggestion_weeks set week_on = week_on - 7 where tenant_id = $1`, [tenant.id])
  await owner.query(
    `update introductions set proposed_at = proposed_at - interval '7 days', answer_until = least(answer_until - interval '7 days', now()) where tenant_id = $1`,
    [tenant.id],
  )
}

test('both sides of a pair see each other, nobody more than three a week, however often they ask', async () => {
  const tenant = await makeTenant()
  const men = await singles(tenant, 4, () => ({ sex: 'male', birthDate: '1995-03-01' }))
  const women = await singles(tenant, 5, () => ({ sex: 'female' }))
  assert.equal((await makeLists(tenant)).pairs, 12)
  assert.equal((await makeLists(tenant)).pairs, 0, 'a week has one list')
  const seen = new Set<string>()
  for (let asked = 0; asked < 20; asked++) for (const id of await idsOf(men[0]!.client)) seen.add(id)
  assert.equal(seen.size, 3)
  const ofMen = (await Promise.all(men.map((each) => idsOf(each.client)))).flat()
  const ofWomen = (await Promise.all(women.map((each) => idsOf(each.client)))).flat()
  assert.deepEqual(ofMen.toSorted(), ofWomen.toSorted())
  for (const each of women)
    assert.ok([2, 3].includes((await idsOf(each.client)).length), 'about equally often')
  const one = await listOf(men[0]!.client)
  assert.ok(!JSON.stringify(one).includes(women[0]!.personId) && !/score|percent|%/.test(JSON.stringify(one)))
})

test('limits hold both ways, and who was suggested, declined or blocked never comes back', async () => {
  const tenant = await makeTenant()
  const limits = {
    ageFrom: 25,
    ageTo: 35,
    heightFromCm: null,
    heightToCm: null,
    districtCodes: [],
    acceptsChildren: true,
  }
  const [man] = await singles(tenant, 1, () => ({
    sex: 'male',
    birthDate: '1995-03-01',
    profile: { limits },
  }))
  const [young, old, choosy, blocked, fitting] = await singles(tenant, 5, (at) => ({
    sex: 'female',
    birthDate: ['2004-01-01', '1980-01-01', '1996-01-01', '1996-01-01', '1996-01-01'][at]!,
    ...(at === 2 ? { profile: { limits: { ...limits, ageFrom: 40, ageTo: 50 } } } : {}),
  }))
  await tenant.inside((tx) =>
    sql`insert into blocks (tenant_id, id, person_id, blocked_person_id)
      values (${tx.tenantId}, ${newId()}, ${blocked!.personId}, ${man!.personId})`.execute(tx),
  )
  await makeLists(tenant)
  assert.equal((await idsOf(man!.client)).length, 1)
  assert.equal((await idsOf(fitting!.client)).length, 1)
  for (const each of [young!, old!, choosy!, blocked!]) assert.deepEqual(await idsOf(each.client), [])
  await aWeekPasses(tenant)
  assert.equal((await makeLists(tenant)).pairs, 0)
})

test('colleagues are left out where one of them hides from the unit, and without a wish for suggestions there are none at once', async () => {
  const tenant = await makeTenant()
  const [man] = await singles(tenant, 1, () => ({ sex: 'male', birthDate: '1995-03-01' }))
  const [hiding, open] = await singles(tenant, 2, (at) => ({
    sex: 'female',
    profile: { hideFromUnit: at === 0 },
  }))
  await makeLists(tenant)
  assert.deepEqual(await idsOf(hiding!.client), [])
  assert.equal((await idsOf(open!.client)).length, 1)
  await tenant.inside((tx) =>
    sql`update dating_profiles set wants_suggestions = false where tenant_id = ${tx.tenantId} and person_id = ${open!.personId}`.execute(
      tx,
    ),
  )
  assert.deepEqual(await listOf(open!.client).then(({ on, items }) => [on, items]), [false, []])
  assert.deepEqual(await idsOf(man!.client), [])
})

test('an answer shows to its giver alone, and the other sees the same as before', async () => {
  const tenant = await makeTenant()
  const [man] = await singles(tenant, 1, () => ({ sex: 'male', birthDate: '1995-03-01' }))
  const [woman] = await singles(tenant, 1, () => ({ sex: 'female' }))
  await makeLists(tenant)
  const [id] = await idsOf(man!.client)
  const before = JSON.stringify(await listOf(woman!.client))
  assert.equal((await man!.client.post(`/me/introductions/${id}/answer`, { answer: 'yes' })).status, 200)
  assert.equal((await listOf(man!.client)).items[0]!.answer, 'yes')
  assert.equal(JSON.stringify(await listOf(woman!.client)), before)
})

test('officers who look after matchmaking see how evenly people are shown; few people are not counted', async () => {
  const tenant = await makeTenant()
  await singles(tenant, 3, () => ({ sex: 'male', birthDate: '1995-03-01' }))
  await singles(tenant, 5, () => ({ sex: 'female' }))
  await makeLists(tenant)
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const { body } = await officer.get<{ items: WeekExposure[] }>('/matchmaking/suggestion-weeks')
  const [week] = body.items
  assert.equal(week!.men, null)
  assert.deepEqual([week!.women!.people, week!.women!.neverShown, week!.learnt], [5, 0, false])
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  assert.equal((await chair.get('/matchmaking/suggestion-weeks')).status, 403)
})

test('from enough closed events it is learnt who says yes easily, in sealed levels, and from too few nothing', async () => {
  const tenant = await makeTenant()
  for (let event = 0; event < 5; event++) {
    assert.equal((await tenant.inside(trainModel)).persons, 0, `${event} events are too few`)
    const evening = await makeEvening({ men: 8, women: 8 }, tenant)
    await tenant.inside(async (tx) => {
      const { eventId } = evening
      const place = { tenant_id: tx.tenantId, event_id: eventId, round_no: 1 }
      await tx
        .insertInto('seating_rounds')
        .values({ ...place, part: 1, released_at: new Date() })
        .execute()
      const everybody = [...evening.men, ...evening.women]
      await tx
        .insertInto('seatings')
        .values(
          everybody.map((guest, seat) => ({
            ...place,
            registration_id: guest.registrationId,
            table_no: 1,
            seat,
          })),
        )
        .execute()
      for (const [at, guest] of everybody.entries()) {
        const others = guest.sex === 'male' ? evening.women : evening.men
        const entries = others
          .filter((_, other) => at === 0 || other === 0)
          .map(({ badgeNo }) => ({ badgeNo, yes: true, score: null, part: 1 as const }))
        await handIn(tx, { eventId, registrationId: guest.registrationId }, entries)
      }
      await sql`insert into choice_closings (tenant_id, event_id, sheets, pairs) values (${tx.tenantId}, ${eventId}, 16, 0)`.execute(
        tx,
      )
    })
  }
  assert.equal((await tenant.inside(trainModel)).persons, 80)
  assert.equal((await tenant.inside(trainModel)).persons, 0, 'once a month')
  const levels = await tenant.inside(async (tx) => {
    const { rows } = await sql<{ length: number }>`
      select distinct length(sealed) as length from suggestion_levels where tenant_id = ${tx.tenantId}`.execute(
      tx,
    )
    assert.equal(rows.length, 1, 'all of one length')
    return (await listedPeople(tx, 8)).map((each) => each.levels)
  })
  // Those who may be listed are read with what was learnt of them.
  for (const each of levels)
    assert.ok(each!.says >= 1 && each!.says <= 5 && each!.liked >= 1 && each!.liked <= 5)
})
