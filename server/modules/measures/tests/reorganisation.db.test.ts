import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import type { Me } from '#contract/sessions.ts'
import { makeEvent } from '#server/modules/events/tests/make-event.ts'
import { addDays } from '#server/platform/clock.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeOrganisation, makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { addMembers, federationOfficer } from '#server/test/organisation-officer.ts'
import { ask } from './small-demo.ts'

let tenant: TestTenant
let officer: TestClient
let today: string
const names = ['members', 'workers', 'two_new_organisations', 'events_held'] as const

// In the north 3 members, 40 workers and an event; in the south 2 members, 70 workers and an event; a further union in the south with 5 members.
before(async () => {
  tenant = await makeTenant()
  officer = await federationOfficer(tenant)
  today = (await officer.get<Me>('/me')).body.today
  const third = await tenant.inside((tx) =>
    makeOrganisation(tx, { kind: 'basic_union', name: '第三家工会委员会', parentId: tenant.south.streetId }),
  )
  await addMembers(tenant, 3, tenant.north)
  await addMembers(tenant, 2, tenant.south)
  await addMembers(tenant, 5, { unionId: third, employerId: tenant.south.employerId })
  await report(tenant.north.employerId, 40)
  await report(tenant.south.employerId, 70)
  for (const place of [tenant.north, tenant.south]) await holdEvent(place.unionId, -100)
  const { north, south } = tenant
  const done = [
    await officer.post(`/organisations/${north.unionId}/moves`, {
      parentId: south.streetId,
      startsOn: addDays(today, -60),
    }),
    await officer.post('/organisation-mergers', {
      predecessorIds: [north.unionId],
      successorId: south.unionId,
      happenedOn: addDays(today, -40),
    }),
    await officer.post(`/organisations/${third}/closure`, { endedOn: addDays(today, -20) }),
  ]
  for (const { status, body } of done) assert.equal(status, 200, JSON.stringify(body))
})

test('before anything was moved the figures are those of the old tree', async () => {
  const asOf = addDays(today, -61)
  assert.deepEqual(await figures(tenant.north.streetId, asOf), [3, 40, 1, 1])
  assert.deepEqual(await figures(tenant.south.streetId, asOf), [7, 70, 1, 1])
  assert.deepEqual(await figures(tenant.federationId, asOf), [10, 110, 2, 2])
})

test('a union that moved takes with it what it has and what it did', async () => {
  const asOf = addDays(today, -59)
  assert.deepEqual(await figures(tenant.north.streetId, asOf), [0, 0, 0, 0])
  assert.deepEqual(await figures(tenant.south.streetId, asOf), [10, 110, 2, 2])
})

test('a merger carries members and employers on; all that was counted stays counted once', async () => {
  const asOf = addDays(today, -39)
  assert.deepEqual(await figures(tenant.south.unionId, asOf), [5, 110, 2, 1])
  assert.deepEqual((await figures(tenant.federationId, asOf)).slice(0, 3), [10, 110, 2])
})

test('the old answers stand beside today’s as comparison, and today’s tree gives the new ones', async () => {
  const then = { compareAsOf: addDays(today, -61), by: 'organisation' }
  const { groups, change } = await ask(officer, 'workers', then)
  assert.equal(change, 0)
  const of = (key: string) => groups!.find((group) => group.key === key)!
  assert.deepEqual(
    [of(tenant.north.streetId), of(tenant.south.streetId)].map((group) => [
      group.value,
      group.earlier,
      group.change,
    ]),
    [
      [0, 40, -40],
      [110, 70, 40],
    ],
  )
  assert.deepEqual((await figures(tenant.federationId, today)).slice(1, 3), [110, 2])
})

async function figures(organisationId: string, asOf: string): Promise<(number | null)[]> {
  const totals = []
  for (const name of names) totals.push((await ask(officer, name, { organisationId, asOf })).total)
  return totals
}

async function report(employerId: string, workers: number): Promise<void> {
  await tenant.inside(async (tx) => {
    await sql`insert into headcounts (tenant_id, id, organisation_id, as_of, workers, source)
      values (${tx.tenantId}, ${newId()}, ${employerId}, '2024-06-01', ${workers}, 'reported')`.execute(tx)
    await sql`update organisations set two_new_type = 'new_economic' where tenant_id = ${tx.tenantId} and id = ${employerId}`.execute(
      tx,
    )
  })
}

/** A social event that was held and closed so many days from now, to which one person came. */
async function holdEvent(organisationId: string, days: number): Promise<void> {
  await tenant.inside(async (tx) => {
    const hours = days * 24
    const times = {
      opensInHours: hours - 48,
      closesInHours: hours - 24,
      startsInHours: hours,
      endsInHours: hours + 2,
    }
    const eventId = await makeEvent(tx, { organisationId, state: 'closed', choices: null, ...times })
    const [personId, registrationId] = [await makePerson(tx, { name: '陈测试' }), newId()]
    await sql`insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, badge_no)
      values (${tx.tenantId}, ${registrationId}, ${eventId}, ${personId}, ${tenant.north.unionId}, 'male', '25-29', true, 'admitted', 1)`.execute(
      tx,
    )
    await sql`insert into check_ins (tenant_id, registration_id, event_id, door, method)
      values (${tx.tenantId}, ${registrationId}, ${eventId}, '东门', 'card')`.execute(tx)
  })
}
