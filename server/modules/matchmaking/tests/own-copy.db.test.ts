import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeTenant } from '#server/test/makers.ts'
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
