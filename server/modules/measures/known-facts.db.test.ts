import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { setOrganisationTypes } from '#server/modules/organisations/store.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { addMembers } from '#server/test/organisation-officer.ts'

test('a figure as known before a type was corrected counts by the type of then', async () => {
  const { tenant, ask, moment } = await world()
  const type = (twoNewType: string) =>
    tenant.inside((tx) =>
      setOrganisationTypes(tx, [{ id: tenant.north.employerId, unionType: null, twoNewType }]),
    )
  const before = await moment()
  await type('new_economic')
  const between = await moment()
  await type('new_social')
  assert.equal(await ask('two_new_organisations', before), 0)
  assert.equal(await ask('two_new_organisations', between), 1)
  assert.equal(await ask('two_new_organisations', await moment()), 1)
})

test('a figure as known before two records were merged counts two persons, and again after the merge was undone', async () => {
  const { tenant, ask, moment } = await world()
  await addMembers(tenant, 2, tenant.north)
  const before = await moment()
  const members = await tenant.inside((tx) => tx.selectFrom('memberships').select('person_id').execute())
  await tenant.inside((tx) =>
    sql`insert into person_aliases (tenant_id, id, alias_id, person_id, merged_on, reason)
      values (${tx.tenantId}, gen_random_uuid(), ${members[0]!.person_id}, ${members[1]!.person_id}, app_today(), '同一人')`.execute(
      tx,
    ),
  )
  const merged = await moment()
  await tenant.inside((tx) =>
    sql`update person_aliases set undone_at = now() where tenant_id = ${tx.tenantId}`.execute(tx),
  )
  assert.deepEqual(
    [await ask('members', before), await ask('members', merged), await ask('members', await moment())],
    [2, 1, 2],
  )
})

test('a matchmaker who ended is in the figure as it was known before', async () => {
  const { tenant, ask, moment } = await world()
  const before = await moment()
  await tenant.inside(async (tx) => {
    const personId = await makePerson(tx, { name: '红娘甲' })
    await sql`insert into matchmakers (tenant_id, id, person_id, organisation_id, registered_on, registered_by, district_codes, caseload_limit)
      values (${tx.tenantId}, gen_random_uuid(), ${personId}, ${tenant.north.unionId}, app_today() - 30, gen_random_uuid(), '{}', 10)`.execute(
      tx,
    )
  })
  const registered = await moment()
  await tenant.inside((tx) =>
    sql`update matchmakers set ended_on = app_today() - 1, ended_at = now(), end_reason = 'asked' where tenant_id = ${tx.tenantId}`.execute(
      tx,
    ),
  )
  assert.deepEqual(
    [
      await ask('matchmakers', before),
      await ask('matchmakers', registered),
      await ask('matchmakers', await moment()),
    ],
    [0, 1, 0],
  )
})

/** A tenant, its officer's question as known at a moment, and moments. */
async function world() {
  const tenant: TestTenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const moment = () =>
    tenant.inside(async (tx) => {
      const { rows } = await sql<{ at: string }>`
        select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`.execute(tx)
      return rows[0]!.at
    })
  const ask = async (measure: string, knownAt: string) => {
    const { status, body } = await officer.get<{ total: number }>(`/measures/${measure}?knownAt=${knownAt}`)
    assert.equal(status, 200)
    return body.total
  }
  return { tenant, ask, moment }
}
