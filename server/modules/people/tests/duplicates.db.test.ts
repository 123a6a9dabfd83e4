import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InboxTask } from '#contract/inbox.ts'
import type { Duplicate } from '#contract/people-duplicates.ts'
import type { MassChange, MemberFile } from '#contract/people-records.ts'
import type { Me } from '#contract/sessions.ts'
import { citizenNumbers } from '#tools/generate/codes.ts'
import { dayOf } from '#tools/generate/days.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeAppointment, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { memberIndexDifferences } from '../index.ts'
import { becomeMember, makeMembers, type TestMember } from './make-members.ts'

const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }
const nextNumber = citizenNumbers()
type List = { items: Duplicate[]; total: number }

const add = (tenant: TestTenant, members: readonly TestMember[]) =>
  tenant.inside((tx) => makeMembers(tx, members))
const total = async (officer: TestClient) => (await officer.get<{ total: number }>('/members')).body.total

test('records with one mobile or one card are suspected; what is outside one’s scope is not shown', async () => {
  const tenant = await makeTenant()
  const [north, south] = [tenant.north.unionId, tenant.south.unionId]
  const mobile = '14200055501'
  const [kept, other, card, twin, far] = await add(tenant, [
    { name: '王一', unionId: north, mobile },
    { name: '王依', unionId: north, mobile },
    { name: '李一', unionId: north, cardNumber: '6217000000000011' },
    { name: '李一', unionId: north, cardNumber: '6217000000000011' },
    { name: '王一', unionId: south, mobile },
  ])
  const chair = await tenant.officer('union_chair', north)
  const { body } = await chair.get<List>('/duplicates')
  assert.deepEqual(
    body.items.map((one) => [one.kept.personId, one.other?.personId ?? null, one.reasons]),
    [
      [kept, other, ['mobile']],
      [kept, null, ['mobile']],
      [card, twin, ['card']],
    ],
  )
  assert.ok(!JSON.stringify(body).includes(far!))
  assert.ok(!JSON.stringify(body).includes(mobile))
  assert.equal((await chair.get<List>('/duplicates?reason=card')).body.total, 1)
  const apart = { personId: other, otherPersonId: kept }
  assert.equal((await chair.post('/duplicates/distinctions', apart)).status, 200)
  assert.equal((await chair.get<List>('/duplicates')).body.total, 2)
  const foreign = { personId: kept, otherPersonId: far }
  assert.equal((await chair.post('/duplicates/distinctions', foreign)).status, 404)
})

test('a duplicate in another union is looked at by whoever answers for both; merging ends the task', async () => {
  const tenant = await makeTenant()
  const mobile = '14200055502'
  const [mine, far] = await add(tenant, [
    { name: '赵六', unionId: tenant.north.unionId, mobile },
    { name: '赵六', unionId: tenant.south.unionId, mobile },
  ])
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const federation = await tenant.officer('federation_officer', tenant.federationId)
  assert.equal(
    (await chair.post<{ proposed: number }>('/duplicates/proposals', { personId: mine })).body.proposed,
    1,
  )
  const again = await chair.post('/duplicates/proposals', { personId: mine })
  assert.equal(again.body.error.code, 'people.merge_already_proposed')
  const tasks = async (officer: TestClient) =>
    (await officer.get<{ items: InboxTask[] }>('/inbox/tasks')).body.items
  assert.deepEqual(await tasks(street), [])
  const [task] = await tasks(federation)
  assert.deepEqual(
    [task?.kind, task?.subjectId, task?.params.otherPersonId],
    ['people.merge_proposed', mine, far],
  )
  const merged = await federation.post(`/members/${mine}/merges`, {
    otherPersonId: far,
    reason: '已核对证件',
  })
  assert.equal(merged.status, 200)
  assert.deepEqual(await tasks(federation), [])
})

test('many pairs are previewed, merged in one go and parted again as a whole', async () => {
  const tenant = await makeTenant()
  const { unionId } = tenant.north
  const numbers = [1, 2].map(() => nextNumber('330299', dayOf('1991-03-04'), 'female'))
  const ids = await add(tenant, [
    { name: '甲', unionId, mobile: '14200055503' },
    { name: '甲', unionId, mobile: '14200055503' },
    { name: '甲', unionId, mobile: '14200055503' },
    { name: '乙', unionId, citizenNumber: numbers[0]! },
    { name: '乙', unionId, citizenNumber: numbers[1]! },
  ])
  const chair = await tenant.officer('union_chair', unionId)
  const pair = (kept: number, other: number) => ({ personId: ids[kept], otherPersonId: ids[other] })
  const pairs = [pair(0, 1), pair(0, 2), pair(3, 4), pair(1, 2)]
  const preview = await chair.post<Record<string, unknown>>('/duplicates/preview', { pairs })
  assert.deepEqual(preview.body, {
    fit: 2,
    leftOut: [
      { code: 'people.merge_documents_differ', count: 1 },
      { code: 'people.merge_chain', count: 1 },
    ],
    bothMembers: 2,
    twoAccounts: 0,
    appointments: 0,
  })
  const done = await chair.post<MassChange>('/duplicates/merges', { pairs, reason: '已逐个核对' })
  assert.equal(done.body.changed, 2)
  assert.equal(await total(chair), 3)
  assert.equal((await chair.get<MemberFile>(`/members/${ids[2]}`)).body.personId, ids[0])
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
  const undone = await chair.post<object>(`/mass-changes/${done.body.changeId}/undoing`)
  assert.deepEqual(undone.body, { restored: 2, left: 0 })
  assert.equal(await total(chair), 5)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('where both records sign in the officer says whose log-in stays, and posts of either are the person’s', async () => {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const [one, two] = [await tenant.nobody(), await tenant.nobody()]
  const idOf = async (who: TestClient) => (await who.get<Me>('/me')).body.person.id
  const [kept, other] = [await idOf(one), await idOf(two)]
  await tenant.inside(async (tx) => {
    await becomeMember(tx, kept, tenant.north.unionId)
    await becomeMember(tx, other, tenant.north.unionId)
    await makeAppointment(tx, other, {
      post: 'union_officer',
      organisationId: tenant.north.unionId,
      startsOn: '2020-01-01',
      endsBefore: null,
    })
  })
  const merge = { otherPersonId: other, reason: '同一个人' }
  const asked = await chair.post(`/members/${kept}/merges`, merge)
  assert.equal(asked.body.error.code, 'people.two_accounts')
  const merged = await chair.post(`/members/${kept}/merges`, { ...merge, keepsLogIn: 'kept' })
  assert.equal(merged.status, 200)
  assert.equal((await two.get('/me')).status, 401)
  const me = (await one.get<Me>('/me')).body
  assert.deepEqual(
    me.appointments.map(({ post }) => post),
    ['union_officer'],
  )
})
