import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { OrganisationStory, TwoNewOrganisation } from '#contract/commissioners.ts'
import type { operations } from '#contract/commissioners.ts'
import type { OutputOf } from '#contract/operation.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import {
  makeAppointment,
  makeOrganisation,
  makePerson,
  makeTenant,
  type TestTenant,
} from '#server/test/makers.ts'
import { dueRules, isDue, isDueIn, type DueFacts } from '../eligibility/due-rules.ts'
import { makeTwoNew } from './make-two-new.ts'

type Coverage = OutputOf<(typeof operations)['getCommissionerCoverage']>
type Page = { items: TwoNewOrganisation[]; nextCursor: string | null; total: number }

let tenant: TestTenant
let district: TestClient
let street: TestClient
let chair: TestClient
let ids: Record<'large' | 'small' | 'party' | 'south', string>

before(async () => {
  tenant = await makeTenant()
  await inJiangbei(tenant)
  ids = await tenant.inside(async (tx) => {
    const partyBodyId = await makeOrganisation(tx, { kind: 'party_body', name: '综合党委', parentId: null })
    const [north, south] = [tenant.north, tenant.south]
    return {
      large: await makeTwoNew(tx, {
        name: '北方模具',
        parentId: north.unionId,
        workers: 25,
        unionId: north.unionId,
      }),
      small: await makeTwoNew(tx, { name: '小店', parentId: north.streetId, workers: 24 }),
      party: await makeTwoNew(tx, {
        name: '社区服务社',
        type: 'new_social',
        parentId: north.streetId,
        workers: 3,
        partyBodyId,
      }),
      south: await makeTwoNew(tx, { name: '南方电子', parentId: south.streetId, workers: 300, partyBodyId }),
    }
  })
  district = await tenant.officer('federation_officer', tenant.federationId)
  street = await tenant.officer('street_officer', tenant.north.streetId)
  chair = await tenant.officer('union_chair', tenant.north.unionId)
})

test('coverage counts those who must have a commissioner by the rule: 25 workers or a Party body in Jiangbei', async () => {
  const { total, streets, rules } = await coverageOf(district)
  assert.deepEqual([total.twoNew, total.workers, total.due, total.covered], [4, 352, 3, 0])
  assert.deepEqual(
    streets.map(({ street: at, due }) => [at?.name, due]),
    [
      ['北街道总工会', 2],
      ['南街道总工会', 1],
    ],
  )
  assert.match(rules[0]!.source, /党建带工建/)
})

test('a street officer sees the own street, a chair the own unit, a worker nothing', async () => {
  assert.equal((await coverageOf(street)).total.twoNew, 3)
  assert.deepEqual(
    (await listed(chair)).items.map(({ id }) => id),
    [ids.large],
  )
  assert.equal((await street.get(`/commissioners/organisations/${ids.south}`)).status, 404)
  assert.equal((await street.get(`/commissioners/organisations/${newId()}`)).status, 404)
  assert.equal((await (await tenant.nobody()).get('/commissioners/coverage')).status, 403)
})

test('each worklist holds exactly those that lack the thing, and a commissioner closes the gap that day', async () => {
  const inGap = async (gap: string) => (await listed(district, { gap })).items.map(({ id }) => id).sort()
  assert.deepEqual(await inGap('no_party_body'), [ids.large, ids.small].sort())
  assert.deepEqual(await inGap('no_union'), [ids.small, ids.party, ids.south].sort())
  assert.deepEqual(await inGap('no_chair'), [])
  assert.deepEqual(await inGap('no_commissioner'), [ids.large, ids.party, ids.south].sort())

  await tenant.inside(async (tx) => {
    const personId = await makePerson(tx, { name: '高测试' })
    await makeAppointment(tx, personId, {
      post: 'commissioner',
      organisationId: ids.south,
      startsOn: '2022-01-01',
      endsBefore: '2031-01-01',
    })
  })
  assert.deepEqual(await inGap('no_commissioner'), [ids.large, ids.party].sort())
  assert.equal((await coverageOf(district)).total.covered, 1)
  assert.equal((await coverageOf(district, '2021-12-31')).total.covered, 0)
  assert.deepEqual(await inGap('post_ending'), [])
})

test('the list comes page by page in the order asked for, without losing or repeating one', async () => {
  const seen: string[] = []
  let cursor: string | null = ''
  do {
    const page: Page = await listed(district, { sort: 'workers', limit: '1', ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map(({ name }) => name))
    cursor = page.nextCursor
  } while (cursor !== null)
  assert.deepEqual(seen, ['社区服务社', '小店', '北方模具', '南方电子'])
})

test('the story of one organisation says why it is due, with the rule and its source', async () => {
  const { body } = await district.get<OrganisationStory>(`/commissioners/organisations/${ids.party}`)
  assert.equal(body.due, true)
  assert.deepEqual(
    body.reasons.map(({ reason, holds }) => [reason, holds]),
    [
      ['type', true],
      ['workers', false],
      ['party_body', true],
    ],
  )
  assert.deepEqual(body.gaps, ['no_union', 'no_commissioner'])
  const other = await district.get<{ error: { code: string } }>(
    `/commissioners/organisations/${tenant.north.employerId}`,
  )
  assert.deepEqual([other.status, other.body.error.code], [422, 'commissioners.not_two_new'])
})

test('a worklist leaves as a workbook', async () => {
  const answer = await district.post('/commissioners/organisations/workbook', {
    gap: 'no_union',
    language: 'zh',
  })
  assert.equal(answer.status, 200)
})

test('elsewhere the national preset holds: enterprises of 50 workers, a Party body alone obliges nobody', async () => {
  const other = await makeTenant()
  const due = await other.inside(async (tx) => {
    await makeTwoNew(tx, { name: '甲厂', parentId: other.federationId, workers: 50 })
    await makeTwoNew(tx, { name: '乙社', parentId: other.federationId, workers: 90, type: 'new_social' })
    await makeTwoNew(tx, { name: '丙厂', parentId: other.federationId, workers: 49 })
  })
  assert.equal(due, undefined)
  const officer = await other.officer('federation_officer', other.federationId)
  assert.equal((await coverageOf(officer)).total.due, 1)
})

test('the rule of one organisation and the rule of a set never differ', async () => {
  const facts = fc.record({
    type: fc.constantFrom('new_economic', 'new_social', 'other'),
    workers: fc.oneof(fc.constant(null), fc.integer({ min: 20, max: 55 })),
    hasPartyBody: fc.boolean(),
  })
  const sample = fc.sample(facts, { numRuns: 300, seed: 330205 }) as DueFacts[]
  await tenant.inside(async (tx) => {
    const rules = await dueRules(tx, '2026-06-30')
    const { rows } = await sql<{ due: boolean }>`
      select ${isDueIn(tx, 'n', '2026-06-30')} as due
      from jsonb_to_recordset(${JSON.stringify(sample.map((each, at) => ({ ...each, at })))}::jsonb)
        as given (at int, type text, workers int, "hasPartyBody" boolean)
      cross join lateral (select given.type, given.workers, case when given."hasPartyBody" then ${newId()}::uuid end as party_id) n
      order by given.at`.execute(tx)
    assert.deepEqual(
      rows.map(({ due }) => due),
      sample.map((each) => isDue(each, rules).due),
    )
  })
})

async function inJiangbei({ id }: TestTenant): Promise<void> {
  const { owner } = await testServer()
  await owner.query(`update tenants set division_code = '330205' where id = $1`, [id])
}

async function coverageOf(client: TestClient, asOf?: string): Promise<Coverage> {
  const answer = await client.get<Coverage>(`/commissioners/coverage${asOf ? `?asOf=${asOf}` : ''}`)
  assert.equal(answer.status, 200)
  return answer.body
}

async function listed(client: TestClient, query: Record<string, string> = {}): Promise<Page> {
  const answer = await client.get<Page>(`/commissioners/organisations?${new URLSearchParams(query)}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
