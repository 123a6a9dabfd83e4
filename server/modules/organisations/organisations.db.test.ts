import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Organisation, OrganisationRow, TreeNode } from '#contract/organisation-shapes.ts'
import type { TreeChange } from '#contract/organisations.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'

const federationOfficer = (tenant: TestTenant) => tenant.officer('federation_officer', tenant.federationId)

interface Page {
  items: OrganisationRow[]
  nextCursor: string | null
  total: number
}

async function idsUnder(officer: TestClient, parentId: string, more = ''): Promise<string[]> {
  const { status, body } = await officer.get<Page>(`/organisations?parentId=${parentId}&limit=200${more}`)
  assert.equal(status, 200)
  return body.items.map((row) => row.id)
}

test('an officer sees her street’s register and tree, and nothing of the street beside it', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { body: page } = await officer.get<Page>('/organisations?sort=name')
  assert.deepEqual(
    new Set(page.items.map((row) => row.id)),
    new Set([tenant.north.streetId, tenant.north.unionId, tenant.north.employerId]),
  )
  assert.equal(page.total, 3)
  const employer = page.items.find((row) => row.kind === 'employer')!
  assert.equal(employer.union?.id, tenant.north.unionId)
  assert.equal(employer.street, '北街道总工会')
  const { body: top } = await officer.get<{ items: TreeNode[] }>('/organisation-tree')
  assert.deepEqual(
    top.items.map((node) => [node.id, node.children, node.below]),
    [[tenant.north.streetId, 1, 2]],
  )
  assert.equal((await officer.get(`/organisations/${tenant.south.unionId}`)).status, 404)
  assert.equal((await officer.get(`/organisations?parentId=${tenant.south.streetId}`)).status, 404)
})

test('the register pages through every row once, by each sort order', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  for (const sort of [
    'name',
    '-name',
    'statCode',
    'workers',
    '-workers',
    'members',
    '-termEndsBefore',
    'startsOn',
  ]) {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { status, body }: { status: number; body: Page } = await officer.get<Page>(
        `/organisations?limit=2&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      assert.equal(status, 200, sort)
      seen.push(...body.items.map((row) => row.id))
      cursor = body.nextCursor
    }
    assert.equal(seen.length, 7, sort)
    assert.equal(new Set(seen).size, 7, sort)
  }
})

test('an organisation entered in a street is found there at once; the same credit code a second time is a conflict', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const entry = {
    kind: 'employer',
    name: '新来的公司',
    uscc: '91330205MA0000015A',
    twoNewType: 'new_economic',
    parentId: tenant.north.streetId,
    startsOn: '2024-05-01',
  }
  const { status, body } = await officer.post<{ organisationId: string }>('/organisations', entry)
  assert.equal(status, 201)
  assert.ok((await idsUnder(officer, tenant.north.streetId)).includes(body.organisationId))
  const { body: page } = await officer.get<Page>('/organisations?q=新来&twoNewType=any')
  assert.equal(page.total, 1)
  const again = await officer.post('/organisations', entry)
  assert.equal(again.status, 409)
  assert.equal(again.body.error.code, 'organisations.uscc_taken')
  const elsewhere = await officer.post('/organisations', { ...entry, parentId: tenant.south.streetId })
  assert.equal(elsewhere.status, 404)
  const below = await officer.post('/organisations', {
    ...entry,
    kind: 'street_federation',
    uscc: null,
    parentId: tenant.north.unionId,
  })
  assert.equal(below.body.error.code, 'organisations.cannot_lead')
})

test('a chair reads but does not enter organisations, and a day that does not exist is a wrong field', async () => {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const move = { parentId: tenant.north.streetId, startsOn: '2024-01-01' }
  assert.equal((await chair.get(`/organisations/${tenant.north.employerId}`)).status, 200)
  assert.equal((await chair.post(`/organisations/${tenant.north.employerId}/moves`, move)).status, 403)
  const officer = await federationOfficer(tenant)
  const wrong = await officer.post(`/organisations/${tenant.north.employerId}/moves`, {
    ...move,
    startsOn: '2024-02-30',
  })
  assert.equal(wrong.status, 400)
  assert.deepEqual(
    wrong.body.error.fields?.map((field) => field.path),
    ['startsOn'],
  )
})

test('a move dated in the past changes every day from then on; the second click is a conflict', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  const move = { parentId: tenant.south.streetId, startsOn: '2023-03-01', documentNo: '测工〔2023〕1号' }
  const path = `/organisations/${tenant.north.unionId}/moves`
  const { status } = await officer.post<TreeChange>(path, move)
  assert.equal(status, 200)
  assert.equal((await officer.post(path, move)).body.error.code, 'organisations.already_there')
  const before = await idsUnder(officer, tenant.south.streetId, '&asOf=2023-02-28')
  const after = await idsUnder(officer, tenant.south.streetId, '&asOf=2023-03-01')
  assert.ok(!before.includes(tenant.north.employerId))
  assert.ok(after.includes(tenant.north.employerId))
  assert.ok((await idsUnder(officer, tenant.south.streetId)).includes(tenant.north.unionId))
  const { body } = await officer.get<Organisation>(`/organisations/${tenant.north.unionId}`)
  assert.deepEqual(
    body.leads.map((link) => [link.other.id, link.startsOn, link.endsBefore]),
    [
      [tenant.north.streetId, '2020-01-01', '2023-03-01'],
      [tenant.south.streetId, '2023-03-01', null],
    ],
  )
  assert.equal(body.story[0]!.kind, 'moved')
  assert.equal(body.story[0]!.documentNo, '测工〔2023〕1号')
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await north.get(`/organisations/${tenant.north.unionId}`)).status, 404)
})

test('a move dated in the future leaves today alone, and what was known before it stays known', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  const knownBefore = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 5))
  await officer.post(`/organisations/${tenant.north.unionId}/moves`, {
    parentId: tenant.south.streetId,
    startsOn: '2999-01-01',
  })
  assert.ok(!(await idsUnder(officer, tenant.south.streetId)).includes(tenant.north.unionId))
  const then = '&asOf=2999-06-01'
  assert.ok((await idsUnder(officer, tenant.south.streetId, then)).includes(tenant.north.employerId))
  const asKnown = await idsUnder(officer, tenant.south.streetId, `${then}&knownAt=${knownBefore}`)
  assert.ok(!asKnown.includes(tenant.north.employerId))
})

test('nobody stands under itself on any day, nor under an organisation that does not exist then', async () => {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  const create = async (parentId: string, startsOn: string) =>
    (
      await officer.post<{ organisationId: string }>('/organisations', {
        kind: 'union_association',
        name: `园区${startsOn}${parentId}`,
        parentId,
        startsOn,
      })
    ).body.organisationId
  const upper = await create(tenant.north.streetId, '2021-01-01')
  const lower = await create(upper, '2021-01-01')
  const cycle = await officer.post(`/organisations/${upper}/moves`, {
    parentId: lower,
    startsOn: '2022-01-01',
  })
  assert.equal(cycle.body.error.code, 'organisations.cycle')
  const late = await create(tenant.north.streetId, '2998-01-01')
  const early = await officer.post(`/organisations/${lower}/moves`, {
    parentId: late,
    startsOn: '2022-01-01',
  })
  assert.equal(early.body.error.code, 'organisations.parent_not_yet')
  const outside = await officer.post(`/organisations/${lower}/moves`, {
    parentId: upper,
    startsOn: '2019-01-01',
  })
  assert.equal(outside.body.error.code, 'organisations.not_yet')
})
