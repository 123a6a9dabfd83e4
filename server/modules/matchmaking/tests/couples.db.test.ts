import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { OwnMatch } from '#contract/matchmaking-pairs.ts'
import { makeEvent } from '#server/modules/events/tests/make-event.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { becomeMutual } from './make-pair.ts'
import { signedInSingle, type SignedInSingle } from './make-single.ts'

const matches = async ({ client }: { client: TestClient }) =>
  (await client.get<{ items: OwnMatch[] }>('/me/matches')).body.items
const confirm = ({ client }: { client: TestClient }, interestId: string) =>
  client.post<OwnMatch>(`/me/matches/${interestId}/couple`)
const release = ({ client }: { client: TestClient }, interestId: string, fields: string[], wechat?: string) =>
  client.request<OwnMatch>('PUT', `/me/matches/${interestId}/contacts`, { fields, wechat: wechat ?? null })
const outcome = ({ client }: { client: TestClient }, interestId: string, what: string) =>
  client.post<object>(`/me/matches/${interestId}/outcomes`, { outcome: what, happenedOn: '2026-01-02' })

const mutual = (tenant: TestTenant, one: SignedInSingle, other: SignedInSingle) =>
  tenant.inside((tx) => becomeMutual(tx, tenant, [one.personId, other.personId]))

async function world() {
  const tenant = await makeTenant()
  const anna = await signedInSingle(tenant, { sex: 'female' })
  const bo = await signedInSingle(tenant, { sex: 'male' })
  const chen = await signedInSingle(tenant, { sex: 'male' })
  const interest = await mutual(tenant, anna, bo)
  return { tenant, anna, bo, chen, interest }
}

test('contacts are released one by one and taken back at once; a third person has no such pair', async () => {
  const { anna, bo, chen, interest } = await world()
  assert.equal((await release(anna, interest, ['wechat'])).body.error.fields![0]!.path, 'wechat')
  assert.equal((await release(anna, interest, ['mobile'])).body.error.code, 'matchmaking.no_mobile')
  const mine = await release(anna, interest, ['name', 'wechat'], 'anna-test')
  assert.deepEqual(mine.body.released.toSorted(), ['name', 'wechat'])
  assert.deepEqual(mine.body.card.contacts, [], 'giving is not getting')
  const [theirs] = await matches(bo)
  assert.equal(theirs!.card.stage, 'released')
  assert.deepEqual(theirs!.card.contacts.find((each) => each.field === 'wechat')?.value, 'anna-test')
  await release(anna, interest, ['wechat'], 'anna-new')
  assert.deepEqual((await matches(bo))[0]!.card.contacts, [{ field: 'wechat', value: 'anna-new' }])
  await release(anna, interest, [])
  assert.deepEqual((await matches(bo))[0]!.card.contacts, [])
  const { owner } = await testServer()
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from contact_releases where interest_id = $1 and (revoked_at is null or octet_length(value_cipher) > 0)`,
    [interest],
  )
  assert.equal(rows[0]!.n, 0, 'of what was taken back no value is kept')
  for (const answer of [
    await release(chen, interest, ['name']),
    await confirm(chen, interest),
    await outcome(chen, interest, 'dating'),
  ])
    assert.equal(answer.status, 404)
})

test('a couple counts once both have said so, and neither sees before what the other said', async () => {
  const { tenant, anna, bo, interest } = await world()
  const before = await matches(bo)
  assert.equal((await confirm(anna, interest)).body.couple, 'confirmed')
  assert.deepEqual(await matches(bo), before, 'nothing tells the other')
  assert.equal((await confirm(anna, interest)).body.couple, 'confirmed')
  assert.equal((await confirm(bo, interest)).body.couple, 'couple')
  assert.deepEqual([(await matches(anna))[0]!.couple, (await matches(bo))[0]!.couple], ['couple', 'couple'])
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select (select count(*) from couples where tenant_id = $1 and confirmed_at is not null)::int as couples,
      (select count(*) from couple_claims where tenant_id = $1)::int as claims,
      (select count(*) from profile_hidings where tenant_id = $1 and reason = 'couple' and ended_at is null)::int as hidden,
      (select count(*) from pair_outcomes where tenant_id = $1 and outcome = 'couple')::int as noted`,
    [tenant.id],
  )
  assert.deepEqual(rows, [{ couples: 1, claims: 1, hidden: 2, noted: 1 }])
})

test('two who are found twice are one couple, whoever claims it', async () => {
  const { tenant, anna, bo, interest } = await world()
  const second = randomUUID()
  const persons = [anna.personId, bo.personId].toSorted()
  await tenant.inside(async (tx) => {
    const eventId = await makeEvent(tx, { organisationId: tenant.south.streetId })
    await sql`insert into mutual_interests (tenant_id, id, person_a, person_b, event_id, organisation_id)
      values (${tx.tenantId}, ${second}, ${persons[0]}, ${persons[1]}, ${eventId}, ${tenant.south.streetId})`.execute(
      tx,
    )
  })
  await confirm(anna, interest)
  await confirm(bo, second)
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select (select count(*) from couples where tenant_id = $1 and confirmed_at is not null)::int as couples,
      (select count(*) from couple_claims where tenant_id = $1)::int as claims`,
    [tenant.id],
  )
  assert.deepEqual(rows, [{ couples: 1, claims: 2 }])
})

test('whoever has an open couple confirms no other; that the other has one is not told', async () => {
  const { tenant, anna, bo, chen, interest } = await world()
  const third = await mutual(tenant, anna, chen)
  await confirm(anna, third)
  await confirm(anna, interest)
  await confirm(bo, interest)
  assert.equal((await confirm(anna, third)).status, 404, 'a couple is hidden from everybody but each other')
  assert.deepEqual(await matches(chen), [])
  const dora = await signedInSingle(tenant, { sex: 'female' })
  const fourth = await mutual(tenant, dora, chen)
  assert.equal((await confirm(chen, fourth)).body.couple, 'confirmed')
})

test('a couple that ends is counted still, frees both, and is the same couple when it comes back', async () => {
  const { tenant, anna, bo, interest } = await world()
  assert.equal((await outcome(anna, interest, 'ended')).body.error.code, 'matchmaking.no_couple')
  await confirm(anna, interest)
  await confirm(bo, interest)
  const { owner } = await testServer()
  const counted = async () => {
    const { rows } = await owner.query<{ at: string }>(
      `select confirmed_at::text as at from couples where tenant_id = $1`,
      [tenant.id],
    )
    return rows
  }
  const first = await counted()
  assert.equal((await outcome(bo, interest, 'married')).status, 200)
  assert.equal((await outcome(bo, interest, 'ended')).status, 200)
  assert.deepEqual(await matches(anna), [], 'both stay hidden until they show themselves again')
  await owner.query(`update profile_hidings set ended_at = now() where tenant_id = $1`, [tenant.id])
  assert.equal((await matches(anna))[0]!.couple, 'ended')
  assert.equal((await confirm(anna, interest)).body.couple, 'confirmed')
  assert.equal((await matches(bo))[0]!.couple, 'ended')
  assert.equal((await confirm(bo, interest)).body.couple, 'couple')
  assert.deepEqual(await counted(), first, 'one row, and it counts from the first day')
})
