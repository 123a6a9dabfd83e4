import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { meetAtEvent } from './make-pair.ts'
import { signedInSingle } from './make-single.ts'

interface Copy {
  programmes: { name: string; rows: { what: { en: string }; said: string }[] }[]
}

test('one’s own copy holds what matchmaking has: the profile in clear, the declaration, who attested; nothing of anybody else', async () => {
  const tenant = await makeTenant()
  const mine = { hopes: '周末一起爬山' }
  const { client } = await signedInSingle(tenant, { profile: mine })
  const other = await signedInSingle(tenant, { profile: { hopes: '只属于别人' } })
  const copy = (await client.get<Copy>('/me/data?format=json')).body
  const held = copy.programmes.find(({ name }) => name === 'matchmaking')!.rows
  assert.deepEqual(
    [...new Set(held.map(({ what }) => what.en))].sort(),
    ['Attestation by the union', 'Declaration of being single', 'Dating profile'].sort(),
  )
  assert.match(held.find(({ what }) => what.en === 'Dating profile')!.said, /周末一起爬山/)
  assert.doesNotMatch(JSON.stringify(copy), /只属于别人/)
  assert.ok(!JSON.stringify(copy).includes(other.personId))
})

test('the copy names the events one came to, and a couple only when both have confirmed', async () => {
  const tenant = await makeTenant()
  const [anna, bo] = [await signedInSingle(tenant), await signedInSingle(tenant, { sex: 'male' })]
  await tenant.inside(async (tx) => {
    await meetAtEvent(tx, tenant, [anna.personId, bo.personId])
    const [a, b] = [anna.personId, bo.personId].sort()
    // Half confirmed, by the other: nothing of it may show.
    await sql`insert into couples (tenant_id, id, person_a, person_b, organisation_id, ${sql.ref(a === bo.personId ? 'a_confirmed_at' : 'b_confirmed_at')})
      values (${tx.tenantId}, ${newId()}, ${a}, ${b}, ${tenant.federationId}, now())`.execute(tx)
  })
  const { programmes } = (await anna.client.get<Copy>('/me/data?format=json')).body
  const said = (name: string) => programmes.find((each) => each.name === name)!.rows
  assert.match(said('events')[0]!.said, /^周末联谊 · admitted · \d{4}/)
  assert.ok(said('matchmaking').every(({ what }) => what.en !== 'Confirmed couple'))
  const page = await anna.client.get<string>('/me/data?format=html&language=zh')
  assert.equal(page.status, 200)
})
