import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommissionerGap, OrganisationStory, TwoNewOrganisation } from '#contract/commissioners.ts'
import { inspect, venueWorld } from '#server/modules/venues/tests/venue-world.ts'
import { addDays, today as todayOf } from '#server/platform/clock.ts'
import type { TestClient } from '#server/test/client.ts'
import type { TestTenant } from '#server/test/makers.ts'
import { makeChair, makeOffice, payList, runMonth } from './make-chairs.ts'
import { makeTwoNew } from './make-two-new.ts'

/** An organisation that the northern union covers. */
const coveredBy = ({ inside, north }: TestTenant) =>
  inside((tx) => makeTwoNew(tx, { name: '北方模具', parentId: north.unionId, unionId: north.unionId }))

async function lacking(client: TestClient, gap: CommissionerGap, asOf: string): Promise<number> {
  const list = `/commissioners/organisations?gap=${gap}&asOf=${asOf}`
  const { status, body } = await client.get<{ items: TwoNewOrganisation[]; total: number }>(list)
  assert.equal(status, 200, JSON.stringify(body))
  return body.total
}

const story = async (client: TestClient, id: string) =>
  (await client.get<OrganisationStory>(`/commissioners/organisations/${id}`)).body

test('a venue is a gap of whom its union covers from the day its evidence ran out; one never inspected is none', async () => {
  const { tenant, street, venueId } = await venueWorld()
  await coveredBy(tenant)
  const today = await tenant.inside(todayOf)
  const seen = addDays(today, -40)
  const until = addDays(today, -10)
  assert.equal(await lacking(street, 'venue_below', today), 0)
  assert.equal((await inspect(street, venueId, { on: seen, until })).status, 201)
  assert.equal(await lacking(street, 'venue_below', until), 0)
  assert.equal(await lacking(street, 'venue_below', addDays(until, 1)), 1)
  assert.equal((await inspect(street, venueId, { on: today, until: addDays(today, 90) })).status, 201)
  assert.equal(await lacking(street, 'venue_below', today), 0)
  const stranger = await tenant.officer('street_officer', tenant.south.streetId)
  assert.equal(await lacking(stranger, 'venue_below', addDays(until, 1)), 0)
})

test('a stipend that was worked out and not paid is a gap after the days of the rule, until it is paid', async () => {
  const office = await makeOffice()
  const { tenant, maker } = office
  await coveredBy(tenant)
  await tenant.inside((tx) => makeChair(tx, { unionId: tenant.north.unionId, grade: 'good' }))
  await runMonth(office, '2026-05', { by: maker })
  const today = await tenant.inside(todayOf)
  assert.equal(await lacking(maker, 'stipend_unpaid', addDays(today, 29)), 0)
  assert.equal(await lacking(maker, 'stipend_unpaid', addDays(today, 30)), 1)
  await payList(office)
  assert.equal(await lacking(maker, 'stipend_unpaid', addDays(today, 30)), 0)
})

test('the story shows venues, stipends and training to those who may see them, and leaves the rest out', async () => {
  const office = await makeOffice()
  const { tenant, maker } = office
  const id = await coveredBy(tenant)
  await tenant.inside((tx) => makeChair(tx, { unionId: tenant.north.unionId, grade: 'good' }))
  await runMonth(office, '2026-05', { by: maker })
  const { records } = await story(maker, id)
  assert.deepEqual(
    records.stipends!.map(({ period, state }) => [period, state]),
    [['2026-05', 'unpaid']],
  )
  assert.deepEqual(
    records.training!.map(({ name, classHours }) => [name, classHours]),
    [['周主席', 0]],
  )
  assert.deepEqual([records.venues, records.elections, records.assessments], [[], [], []])
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const own = (await story(chair, id)).records
  assert.equal(own.stipends, null, 'money is for those who may see money')
})
