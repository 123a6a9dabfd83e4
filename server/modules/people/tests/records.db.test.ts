import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MemberFile } from '#contract/people-records.ts'
import { citizenNumbers } from '#tools/generate/codes.ts'
import { dayOf } from '#tools/generate/days.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { memberIndexDifferences } from '../index.ts'
import { makeMembers } from './make-members.ts'

const nextNumber = citizenNumbers()
const newNumber = () => nextNumber('330299', dayOf('1991-03-04'), 'female')
const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }

test('merged records are read as one, counted once, and can be parted again', async () => {
  const tenant = await makeTenant()
  const [kept, other, third] = await tenant.inside((tx) =>
    makeMembers(tx, [
      { name: '王七', unionId: tenant.north.unionId, mobile: '14200001111' },
      { name: '王柒', unionId: tenant.north.unionId, mobile: '14200002222' },
      { name: '赵八', unionId: tenant.south.unionId },
    ]),
  )
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const comparison = await officer.get<{ differing: string[]; bothMembers: boolean }>(
    `/members/${kept}/comparison?otherPersonId=${other}`,
  )
  assert.deepEqual(comparison.body.differing, ['name', 'mobile'])
  assert.equal(comparison.body.bothMembers, true)
  const reason = '同一人，曾用名'
  assert.equal((await officer.post(`/members/${kept}/merges`, { otherPersonId: third, reason })).status, 404)
  assert.equal(
    (await officer.post(`/members/${kept}/merges`, { otherPersonId: kept, reason })).body.error.code,
    'people.merge_same',
  )
  const merged = await officer.post<MemberFile>(`/members/${kept}/merges`, { otherPersonId: other, reason })
  assert.equal(merged.body.memberships.length, 2)
  assert.equal((await officer.get<{ total: number }>('/members')).body.total, 1)
  assert.equal(
    (await officer.get<{ items: { personId: string }[] }>('/members?q=2222')).body.items[0]?.personId,
    kept,
  )
  assert.equal((await officer.get<MemberFile>(`/members/${other}`)).body.personId, kept)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
  const mergeId = merged.body.merged[0]?.mergeId
  assert.equal((await officer.post(`/members/${kept}/merges/${mergeId}/undoing`)).status, 200)
  assert.equal((await officer.post(`/members/${kept}/merges/${mergeId}/undoing`)).status, 404)
  assert.equal((await officer.get<{ total: number }>('/members')).body.total, 2)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
})

test('one job follows another, and the list shows the employer of today', async () => {
  const tenant = await makeTenant()
  const [id] = await tenant.inside((tx) =>
    makeMembers(tx, [{ name: '王九', unionId: tenant.north.unionId, employerId: tenant.north.employerId }]),
  )
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const file = (await officer.get<MemberFile>(`/members/${id}`)).body
  const next = await officer.post<MemberFile>(`/members/${id}/employments`, {
    platformName: '速达外卖',
    startsOn: '2024-01-01',
    endsEmploymentId: file.employments[0]?.id,
  })
  assert.equal(next.status, 200)
  assert.equal(next.body.employments.filter((row) => row.supersededAt === null).length, 2)
  const list = await officer.get<{ items: { employerName: string | null }[] }>('/members')
  assert.equal(list.body.items[0]?.employerName, null)
  const both = { employerId: tenant.north.employerId, platformName: '速达外卖', startsOn: '2024-01-01' }
  assert.equal((await officer.post(`/members/${id}/employments`, both)).status, 400)
  const foreign = { employerId: tenant.south.employerId, startsOn: '2024-01-01' }
  assert.equal((await officer.post(`/members/${id}/employments`, foreign)).status, 404)
})

test('an export is masked, logged with its purpose and only of one’s own', async () => {
  const tenant = await makeTenant()
  const number = newNumber()
  await tenant.inside((tx) =>
    makeMembers(tx, [{ name: '王十', unionId: tenant.north.unionId, citizenNumber: number }]),
  )
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { app } = await testServer()
  const send = (filter: object) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/members/export',
      headers: officer.headers,
      payload: { filter, purpose: '发放年票' },
    })
  const file = await send({})
  assert.equal(file.statusCode, 200)
  assert.equal(file.rawPayload.subarray(0, 2).toString(), 'PK')
  assert.ok(!file.rawPayload.includes(number))
  assert.equal((await send({ organisationId: tenant.south.streetId })).statusCode, 404)
  const logged = await tenant.inside((tx) =>
    tx.selectFrom('member_exports').selectAll().where('tenant_id', '=', tenant.id).execute(),
  )
  assert.deepEqual(
    logged.map(({ members, purpose }) => [members, purpose]),
    [[1, '发放年票']],
  )
})
