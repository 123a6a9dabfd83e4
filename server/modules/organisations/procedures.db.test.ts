import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TreeChange } from '#contract/organisations.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { addMembers, federationOfficer, get } from '#server/test/organisation-officer.ts'

const mergerOf = (tenant: TestTenant, happenedOn = '2024-01-01') => ({
  predecessorIds: [tenant.south.unionId],
  successorId: tenant.north.unionId,
  happenedOn,
  documentNo: '测工〔2024〕2号',
})

test('a merger carries children, coverages and members on, and both organisations tell of it', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  await addMembers(tenant, 3, tenant.south)
  const { status, body } = await officer.post<TreeChange>('/organisation-mergers', mergerOf(tenant))
  assert.equal(status, 200)
  assert.deepEqual([body.children, body.coverages, body.members], [1, 1, 3])
  const successor = await get(officer, tenant.north.unionId)
  assert.equal(successor.members, 3)
  assert.equal(successor.childCount, 2)
  assert.ok(
    successor.story.some((entry) => entry.kind === 'took_in' && entry.other?.id === tenant.south.unionId),
  )
  const ended = await get(officer, tenant.south.unionId)
  assert.equal(ended.ending?.endedOn, '2024-01-01')
  assert.deepEqual([ended.can.change, ended.can.close], [false, false])
  assert.equal((await get(officer, tenant.south.employerId)).union?.id, tenant.north.unionId)
  assert.equal(
    (await get(officer, tenant.south.employerId, '?asOf=2023-12-31')).union?.id,
    tenant.south.unionId,
  )
  const again = await officer.post('/organisation-mergers', mergerOf(tenant))
  assert.equal(again.status, 409)
  assert.equal(again.body.error.code, 'organisations.already_ended')
})

test('a merger in the future leaves members where they are until its day', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  await addMembers(tenant, 2, tenant.south)
  assert.equal((await officer.post('/organisation-mergers', mergerOf(tenant, '2999-01-01'))).status, 200)
  assert.equal((await get(officer, tenant.south.unionId)).members, 2)
  assert.equal((await get(officer, tenant.north.unionId, '?asOf=2999-01-01')).members, 2)
})

test('a street officer merges only within her street, and unions only with unions', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await officer.post('/organisation-mergers', mergerOf(tenant))).status, 404)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  assert.equal((await chair.post('/organisation-mergers', mergerOf(tenant))).status, 403)
  const mixed = {
    predecessorIds: [tenant.north.employerId],
    successorId: tenant.north.unionId,
    happenedOn: '2024-01-01',
  }
  assert.equal(
    (await officer.post('/organisation-mergers', mixed)).body.error.code,
    'organisations.cannot_merge',
  )
  assert.equal((await officer.post('/organisation-mergers', { ...mixed, predecessorIds: [] })).status, 400)
})

test('a closing deletes nobody: members become a task of the organisation above, and children need a new parent', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  await addMembers(tenant, 4, tenant.north)
  const path = `/organisations/${tenant.north.unionId}/closure`
  const alone = await officer.post(path, { endedOn: '2024-06-01' })
  assert.equal(alone.status, 422)
  assert.equal(alone.body.error.code, 'organisations.has_children')
  const { body } = await officer.post<TreeChange>(path, {
    endedOn: '2024-06-01',
    childrenTo: tenant.north.streetId,
  })
  assert.deepEqual([body.children, body.coverages, body.members], [1, 1, 4])
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const { body: inbox } = await street.get<{
    items: { id: string; kind: string; params: { count: number } }[]
  }>('/inbox/tasks')
  assert.deepEqual(
    inbox.items.map((task) => [task.id, task.kind, task.params.count]),
    [[body.taskId, 'organisations.place_memberships', 4]],
  )
  const closed = await get(street, tenant.north.unionId)
  assert.equal(closed.ending?.reason, 'closed')
  assert.equal((await officer.post(path, { endedOn: '2024-06-01' })).status, 409)
  assert.equal((await get(officer, tenant.north.employerId)).parent?.id, tenant.north.streetId)
})

test('the top of the tree is not closed, and nothing is closed before it began', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  const top = await officer.post(`/organisations/${tenant.federationId}/closure`, { endedOn: '2024-01-01' })
  assert.equal(top.body.error.code, 'organisations.top_cannot_close')
  const early = await officer.post(`/organisations/${tenant.north.employerId}/closure`, {
    endedOn: '2020-01-01',
  })
  assert.equal(early.body.error.code, 'organisations.not_yet')
})

test('a split makes a new union with the chosen employers, and says whose members are to be transferred', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  await addMembers(tenant, 2, tenant.north)
  const split = {
    name: '新分工会委员会',
    childIds: [],
    employerIds: [tenant.north.employerId],
    happenedOn: '2024-03-01',
  }
  const { status, body } = await officer.post<TreeChange>(
    `/organisations/${tenant.north.unionId}/splits`,
    split,
  )
  assert.equal(status, 201)
  assert.deepEqual([body.children, body.coverages, body.members], [1, 1, 2])
  assert.notEqual(body.taskId, null)
  const fresh = await get(officer, body.organisationId)
  assert.equal(fresh.parent?.id, tenant.north.streetId)
  assert.equal(fresh.story.at(-1)?.on, '2024-03-01')
  assert.equal((await get(officer, tenant.north.employerId)).union?.id, body.organisationId)
  const again = await officer.post(`/organisations/${tenant.north.unionId}/splits`, split)
  assert.equal(again.body.error.code, 'organisations.not_its_own')
})
