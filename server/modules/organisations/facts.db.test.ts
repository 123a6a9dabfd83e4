import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrganisationRow } from '#contract/organisation-shapes.ts'
import type { OrganisationGap } from '#contract/organisations.ts'
import { makeTenant } from '#server/test/makers.ts'
import { addMembers, federationOfficer, get } from '#server/test/organisation-officer.ts'

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
