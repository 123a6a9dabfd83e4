import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Organisation, OrganisationRow } from '#contract/organisation-shapes.ts'
import type { OrganisationGap, TreeChange } from '#contract/organisations.ts'
import { createPersons } from '#server/modules/people/index.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'

const federationOfficer = (tenant: TestTenant) => tenant.officer('federation_officer', tenant.federationId)

/** Members of a union since 2020, with an employment. */
async function addMembers(tenant: TestTenant, count: number, place: { unionId: string; employerId: string }) {
  const nothing = {
    sex: null,
    birth_date: null,
    ethnic_group: null,
    political_affiliation: null,
    education_level: null,
    household_type: null,
    migrant_worker: null,
    import_id: null,
  }
  await tenant.inside((tx) =>
    createPersons(
      tx,
      null,
      Array.from({ length: count }, (_, n) => ({
        columns: { ...nothing, name: `李测试${n}` } as never,
        document: null,
        mobile: null,
        invitation: null,
        memberships: [
          {
            unionId: place.unionId,
            kind: 'member',
            joinedOn: null,
            joinedPrecision: null,
            startsOn: '2020-02-01',
            endsBefore: null,
            endReason: null,
            importId: null,
          } as never,
        ],
        employments: [
          {
            employer_id: place.employerId,
            platform_name: null,
            form: null,
            status: null,
            union_group: null,
            job: null,
            starts_on: '2020-02-01',
            ends_before: null,
          } as never,
        ],
        cards: [],
      })),
    ),
  )
}

async function get(officer: TestClient, id: string, more = ''): Promise<Organisation> {
  const { status, body } = await officer.get<Organisation>(`/organisations/${id}${more}`)
  assert.equal(status, 200)
  return body
}

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

test('a rename keeps the old name for its days, also when it is dated ahead', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const path = `/organisations/${tenant.north.unionId}/changes`
  const rename = { name: '北机集团工会委员会', startsOn: '2022-01-01', documentNo: '北工〔2022〕1号' }
  assert.equal((await officer.post(path, rename)).status, 200)
  assert.equal((await officer.post(path, rename)).body.error.code, 'organisations.nothing_changed')
  assert.equal((await officer.post(path, { name: '将来的名称', startsOn: '2998-01-01' })).status, 200)
  assert.equal((await get(officer, tenant.north.unionId)).name, '北机集团工会委员会')
  assert.equal((await get(officer, tenant.north.unionId, '?asOf=2021-12-31')).name, '北机械厂工会委员会')
  assert.equal((await get(officer, tenant.north.unionId, '?asOf=2999-01-01')).name, '将来的名称')
  // An address entered now goes on under the name of then, too.
  assert.equal((await officer.post(path, { address: '测试路2号', startsOn: '2023-01-01' })).status, 200)
  assert.equal((await get(officer, tenant.north.unionId, '?asOf=2999-01-01')).profile.address, '测试路2号')
  assert.equal((await officer.post(path, { startsOn: '2023-01-01' })).status, 400)
  assert.equal((await officer.post(path, { uscc: 'not a code', startsOn: '2023-01-01' })).status, 400)
})

test('headcounts are reported once for a day, corrected by name, and parts cannot exceed the whole', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const path = `/organisations/${tenant.north.employerId}/headcounts`
  const report = { asOf: '2024-03-31', workers: 40, women: 12 }
  assert.equal((await officer.post(path, report)).status, 201)
  assert.equal((await officer.post(path, report)).body.error.code, 'organisations.headcount_exists')
  const [first] = (await get(officer, tenant.north.employerId)).headcounts
  assert.equal((await officer.post(path, { ...report, workers: 45, replacesId: first!.id })).status, 201)
  assert.equal((await get(officer, tenant.north.employerId)).workers, 45)
  const wrong = await officer.post(path, { asOf: '2024-06-30', workers: 5, women: 6 })
  assert.deepEqual(
    wrong.body.error.fields?.map((field) => [field.path, field.code]),
    [['women', 'organisations.more_than_workers']],
  )
})

test('a term is three or five years from the assembly, and an early election ends the one before it', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const path = `/organisations/${tenant.north.unionId}/terms`
  assert.equal(
    (await officer.post(path, { electedOn: '2020-02-29', termYears: 4 })).body.error.code,
    'organisations.term_years',
  )
  assert.equal((await officer.post(path, { electedOn: '2020-02-29', termYears: 5 })).status, 201)
  assert.equal((await officer.post(path, { electedOn: '2020-02-29', termYears: 5 })).status, 409)
  assert.equal((await officer.post(path, { electedOn: '2024-09-01', termYears: 3 })).status, 201)
  const { terms } = await get(officer, tenant.north.unionId)
  assert.deepEqual(
    terms.map((term) => [term.startsOn, term.endsBefore]),
    [
      ['2024-09-01', '2027-09-01'],
      ['2020-02-29', '2024-09-01'],
    ],
  )
})

test('a union that covers an employer of the street leads it from then on, and gives it back when that ends', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  const { body: entered } = await officer.post<{ organisationId: string }>('/organisations', {
    kind: 'employer',
    name: '无会公司',
    parentId: tenant.north.streetId,
    startsOn: '2021-01-01',
  })
  const employerId = entered.organisationId
  const path = `/organisations/${tenant.north.unionId}/coverages`
  assert.equal((await officer.post(path, { employerId, startsOn: '2022-01-01' })).status, 201)
  assert.equal(
    (await officer.post(path, { employerId, startsOn: '2022-01-01' })).body.error.code,
    'organisations.already_covered',
  )
  assert.equal((await get(officer, employerId)).parent?.id, tenant.north.unionId)
  assert.equal((await officer.post(`${path}/endings`, { employerId, endsBefore: '2023-01-01' })).status, 200)
  const back = await get(officer, employerId)
  assert.deepEqual([back.union, back.parent?.id], [null, tenant.north.streetId])
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal(
    (await south.post(path, { employerId: tenant.south.employerId, startsOn: '2024-01-01' })).status,
    404,
  )
})

test('worklists count what the register shows under the same gap', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  await addMembers(tenant, 26, tenant.north)
  await officer.post(`/organisations/${tenant.south.unionId}/terms`, {
    electedOn: '2020-01-02',
    termYears: 3,
  })
  await officer.post(`/organisations/${tenant.south.employerId}/headcounts`, {
    asOf: '2024-01-01',
    workers: 9,
  })
  await officer.post('/organisations', {
    kind: 'employer',
    name: '无会公司',
    parentId: tenant.north.streetId,
    startsOn: '2021-01-01',
  })
  const { body } = await officer.get<{ gaps: { gap: OrganisationGap; count: number }[] }>(
    '/organisation-gaps',
  )
  const counts = Object.fromEntries(body.gaps.map((each) => [each.gap, each.count]))
  assert.deepEqual(counts, {
    no_union: 1,
    no_chair: 4,
    term_over: 1,
    term_ends_soon: 0,
    term_ends_later: 0,
    term_ends_last: 0,
    headcount_gap: 1,
    committee_due: 1,
  })
  for (const { gap, count } of body.gaps) {
    const { body: page } = await officer.get<{ items: OrganisationRow[]; total: number }>(
      `/organisations?gap=${gap}`,
    )
    assert.equal(page.total, count, gap)
  }
})

test('a tie by trade shows on both sides and gives no powers', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  const tie = { parentId: tenant.south.streetId, kind: 'territory', startsOn: '2022-01-01' }
  const path = `/organisations/${tenant.north.unionId}/affiliations`
  assert.equal((await officer.post(path, tie)).status, 201)
  assert.equal((await officer.post(path, tie)).body.error.code, 'organisations.already_tied')
  assert.equal((await get(officer, tenant.south.streetId)).affiliations[0]?.other.id, tenant.north.unionId)
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal((await south.get(`/organisations/${tenant.north.unionId}`)).status, 404)
})
