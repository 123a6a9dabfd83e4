import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { insertCase } from '../desk/store.ts'
import { makeMatchmaker, singleInPool } from './make-desk.ts'

test('of matchmakers who take one person at once exactly one has the case', async () => {
  const { tenant, matchmakers, her } = await twoDesks()
  const take = matchmakers.map(
    ({ id: matchmakerId }) =>
      (tx: Tx) =>
        insertCase(tx, { matchmakerId, personId: her.personId }),
  )
  const taken = await atOnce(tenant, take)
  assert.deepEqual(taken.map((caseId) => caseId === null).toSorted(), [false, true])
  assert.equal(await count(tenant, 'matchmaker_cases'), 1)
})

test('control: where nothing but a look before keeps them apart, both have the case', async () => {
  const { tenant, matchmakers, her } = await twoDesks()
  const { owner } = await testServer()
  await owner.query('drop index matchmaker_cases_open_key')
  const looks = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const take = matchmakers.map(({ id }, mine) => async (tx: Tx) => {
    const { rowCount } = await tx.client.query(
      'select from matchmaker_cases where tenant_id = $1 and person_id = $2 and ended_on is null',
      [tx.tenantId, her.personId],
    )
    assert.equal(rowCount, 0)
    looks[mine]!.resolve()
    await looks[1 - mine]!.promise
    await tx.client.query(
      `insert into matchmaker_cases (tenant_id, id, matchmaker_id, person_id, opened_on)
       values ($1, gen_random_uuid(), $2, $3, app_today())`,
      [tx.tenantId, id, her.personId],
    )
  })
  await atOnce(tenant, take)
  assert.equal(await count(tenant, 'matchmaker_cases'), 2)
  await owner.query('delete from matchmaker_cases where tenant_id = $1', [tenant.id])
  await owner.query(
    'create unique index matchmaker_cases_open_key on matchmaker_cases (tenant_id, person_id) where ended_on is null',
  )
})

test('a pair proposed from both sides at once is introduced once', async () => {
  const { tenant, matchmakers, her, him } = await twoDesks()
  const [one, other] = matchmakers
  const take = async (of: typeof one, profileId: string) =>
    (await of!.client.post<{ caseId: string }>('/matchmaking/cases', { profileId })).body.caseId
  const hers = await take(one, her.profileId)
  const his = await take(other, him.profileId)
  const answers = await Promise.all([
    one!.client.post('/matchmaking/introductions', { caseId: hers, profileId: him.profileId }),
    other!.client.post('/matchmaking/introductions', { caseId: his, profileId: her.profileId }),
  ])
  assert.deepEqual(answers.map((each) => each.status).toSorted(), [201, 422])
  assert.equal(await count(tenant, 'introductions'), 1)
  assert.equal(await count(tenant, 'introduction_answers'), 2)
})

test('two who say yes at the same moment become mutual once, and no answer is lost', async () => {
  const { tenant, matchmakers, her, him } = await twoDesks()
  const { client } = matchmakers[0]!
  const { caseId } = (
    await client.post<{ caseId: string }>('/matchmaking/cases', { profileId: her.profileId })
  ).body
  const { introductionId } = (
    await client.post<{ introductionId: string }>('/matchmaking/introductions', {
      caseId,
      profileId: him.profileId,
    })
  ).body
  const say = (single: typeof her) =>
    single.client.post(`/me/introductions/${introductionId}/answer`, { answer: 'yes' })
  await Promise.all([say(her), say(him), say(her), say(him)])
  assert.equal(await count(tenant, 'mutual_interests'), 1)
  assert.equal(await count(tenant, 'follow_ups'), 3)
})

async function twoDesks() {
  const tenant = await makeTenant()
  const matchmakers = [await makeMatchmaker(tenant), await makeMatchmaker(tenant)]
  const her = await singleInPool(tenant, { profile: { hideFromUnit: false } })
  const him = await singleInPool(tenant, { sex: 'male', profile: { hideFromUnit: false } })
  return { tenant, matchmakers, her, him }
}

/** Runs works in transactions of their own that are all open before the first one begins. */
async function atOnce<T>(tenant: TestTenant, works: readonly ((tx: Tx) => Promise<T>)[]): Promise<T[]> {
  const { platform } = await testServer()
  let open = 0
  const allOpen = Promise.withResolvers<void>()
  return Promise.all(
    works.map((work) =>
      inTenant(platform, tenant.id, async (tx) => {
        open += 1
        if (open === works.length) allOpen.resolve()
        await allOpen.promise
        return work(tx)
      }),
    ),
  )
}

async function count(tenant: TestTenant, table: string): Promise<number> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from ${table} where tenant_id = $1`,
    [tenant.id],
  )
  return rows[0]!.n
}
