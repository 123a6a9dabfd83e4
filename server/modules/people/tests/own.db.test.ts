import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnCard, OwnFile } from '#contract/people-records.ts'
import type { Me } from '#contract/sessions.ts'
import { makeTenant } from '#server/test/makers.ts'
import { refreshMemberIndex } from '../index.ts'
import { writeMemberships } from '../memberships.ts'

interface Check {
  valid: boolean
  reason: string | null
  name: string | null
}

test('a worker sees their own file in clear, who looked and why, and nobody else’s', async () => {
  const tenant = await makeTenant()
  const worker = await tenant.nobody()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const me = (await worker.get<Me>('/me')).body.person.id
  assert.equal((await worker.get<OwnCard>('/me/card')).body.status, 'none')
  await tenant.inside(async (tx) => {
    const value = {
      unionId: tenant.north.unionId,
      kind: 'member',
      joinedOn: '2020-01-01',
      joinedPrecision: 'day',
    } as const
    const inserted = [{ startsOn: '2020-01-01', endsBefore: null, endReason: null, value }]
    await writeMemberships(tx, null, [{ personId: me, change: { supersededIds: [], inserted } }])
    await refreshMemberIndex(tx, { personIds: [me] })
  })
  await chair.request('PATCH', `/members/${me}`, { version: 1, mobile: '14255556666' })
  await chair.post(`/members/${me}/reveal`, { fields: ['mobile'], reason: '通知体检' })
  const { body } = await worker.get<OwnFile>('/me/file')
  assert.equal(body.mobile, '14255556666')
  assert.deepEqual(
    body.looked.map(({ post, reason, fields }) => [post, reason, fields]),
    [['union_chair', '通知体检', ['mobile']]],
  )
  assert.equal((await worker.get(`/members/${me}`)).status, 403)
})

test('the code on the phone proves a member now, and neither an old nor a forged one passes', async () => {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const me = (await chair.get<Me>('/me')).body.person.id
  await tenant.inside(async (tx) => {
    const value = {
      unionId: tenant.north.unionId,
      kind: 'member',
      joinedOn: null,
      joinedPrecision: null,
    } as const
    const inserted = [{ startsOn: '2020-01-01', endsBefore: null, endReason: null, value }]
    await writeMemberships(tx, null, [{ personId: me, change: { supersededIds: [], inserted } }])
    await refreshMemberIndex(tx, { personIds: [me] })
  })
  const card = (await chair.get<OwnCard>('/me/card')).body
  assert.equal(card.status, 'member')
  const check = async (code: string) => (await chair.post<Check>('/cards/verification', { code })).body
  assert.equal((await check(card.codes[0]!.code)).valid, true)
  assert.equal((await check(card.codes[9]!.code)).reason, 'expired')
  const [head, who, step] = card.codes[0]!.code.split('.')
  assert.equal((await check([head, who, step, 'A'.repeat(16)].join('.'))).reason, 'unreadable')
  assert.equal((await check('https://example.org')).reason, 'unreadable')
})
