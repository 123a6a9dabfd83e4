import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { plumbingTables, referenceTables } from '#server/db/table-classes.ts'
import { inScope, placeOf, reaches } from '#server/modules/access/index.ts'
import { loadActor } from '#server/modules/access/index.ts'
import { permissions } from '#contract/permissions.ts'
import { newId } from '#server/platform/ids.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { makeAppointment, makeDelegation, makePerson, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

const posts = [
  'city_officer',
  'federation_officer',
  'street_officer',
  'union_chair',
  'union_officer',
  'audit_committee_member',
  'finance_clerk',
  'matchmaker',
  'judge',
  'scrutineer',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
]

test('the where clause and the function for one row agree for every post, permission and organisation', async () => {
  const tenant = await makeTenant()
  const homes = [tenant.federationId, tenant.north.streetId, tenant.north.unionId]
  const checked = await tenant.inside(async (tx) => {
    let count = 0
    for (const post of posts) {
      for (const organisationId of homes) {
        const personId = await makePerson(tx, { name: '周测试' })
        const appointmentId = await makeAppointment(tx, personId, {
          post,
          organisationId,
          startsOn: '2020-01-01',
          endsBefore: null,
        })
        const accountId = newId()
        await tx
          .insertInto('accounts')
          .values({ tenant_id: tx.tenantId, id: accountId, person_id: personId, password_hash: '' })
          .execute()
        const actor = (await loadActor(tx, {
          sessionId: newId(),
          accountId,
          appointmentId,
          today: '2026-01-01',
        }))!
        for (const permission of permissions) {
          const { rows } = await sql<{ id: string }>`select o.id from organisations o
            where o.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission }, sql.ref('o.id'))}`.execute(
            tx,
          )
          const listed = new Set(rows.map((row) => row.id))
          const all = await tx
            .selectFrom('organisations')
            .select('id')
            .where('tenant_id', '=', tx.tenantId)
            .execute()
          for (const { id } of all) {
            const place = await placeOf(tx, id, actor.today)
            assert.equal(listed.has(id), reaches(actor, permission, place!), `${post} ${permission}`)
            count += 1
          }
        }
      }
    }
    return count
  })
  assert.equal(checked, posts.length * homes.length * permissions.length * 7)
})

test('as the app role, a delegation lists exactly its subtree, a substitute exactly the original’s, and both nothing after their ends', async () => {
  const tenant = await makeTenant()
  const { unionId, employerId } = tenant.north
  const listedFor = (
    post: string,
    organisationId: string,
    prepare: (tx: Tx, id: string) => Promise<string>,
  ) =>
    tenant.inside(async (tx) => {
      const personId = await makePerson(tx, { name: '周测试' })
      const dates = { startsOn: '2020-01-01', endsBefore: '2027-01-01' }
      const own = await makeAppointment(tx, personId, { post, organisationId, ...dates })
      const appointmentId = await prepare(tx, own)
      const lists: string[][] = []
      for (const today of ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'])
        lists.push(await listed(tx, { personId, appointmentId, today }))
      return lists
    })
  const during = { startsOn: '2026-01-01', endsBefore: '2026-07-01' }
  const street = (tx: Tx) => appointed(tx, 'street_officer', tenant.north.streetId)
  const delegated = await listedFor('judge', tenant.south.unionId, async (tx, receiverId) => {
    const giverId = await street(tx)
    await makeDelegation(tx, {
      giverId,
      receiverId,
      organisationId: unionId,
      permissions: ['people.read'],
      ...during,
    })
    return receiverId
  })
  assert.deepEqual(delegated, [[], [unionId, employerId].sort(), [unionId, employerId].sort(), []])
  const acting = await tenant.inside(async (tx) => {
    const substitutesId = await street(tx)
    const personId = await makePerson(tx, { name: '吴测试' })
    const appointmentId = await makeAppointment(tx, personId, {
      post: 'street_officer',
      organisationId: tenant.north.streetId,
      substitutesId,
      ...during,
    })
    const days = ['2025-12-31', '2026-01-01', '2026-07-01']
    return Promise.all(days.map((today) => listed(tx, { personId, appointmentId, today })))
  })
  const below = [tenant.north.streetId, unionId, employerId].sort()
  assert.deepEqual(acting, [[], below, []])
})

async function appointed(tx: Tx, post: string, organisationId: string): Promise<string> {
  const dates = { startsOn: '2020-01-01', endsBefore: null }
  return makeAppointment(tx, await makePerson(tx, { name: '郑测试' }), { post, organisationId, ...dates })
}

/** The organisations whose members somebody sees on a day, working as the appointment. */
async function listed(
  tx: Tx,
  as: { personId: string; appointmentId: string; today: string },
): Promise<string[]> {
  const accountId = await accountOf(tx, as.personId)
  const actor = (await loadActor(tx, { sessionId: newId(), accountId, ...as }))!
  const reach = { actor, permission: 'people.read' } as const
  const { rows } = await sql<{ id: string }>`
    select o.id from organisations o where o.tenant_id = ${tx.tenantId} and ${inScope(tx, reach, sql.ref('o.id'))}`.execute(
    tx,
  )
  return rows.map((row) => row.id).sort()
}

async function accountOf(tx: Tx, personId: string): Promise<string> {
  await sql`insert into accounts (tenant_id, id, person_id, password_hash)
    values (${tx.tenantId}, ${newId()}, ${personId}, '') on conflict do nothing`.execute(tx)
  const { rows } = await sql<{
    id: string
  }>`select id from accounts where tenant_id = ${tx.tenantId} and person_id = ${personId}`.execute(tx)
  return rows[0]!.id
}

test('as the app role, no table of another tenant can be read, written, changed or deleted', async () => {
  const mine = await makeTenant()
  const other = await makeTenant()
  const { owner } = await testServer()
  const { rows: tables } = await owner.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and relname <> all($1)`,
    [[...plumbingTables, ...referenceTables]],
  )
  assert.ok(tables.length > 20)
  for (const { name } of tables) {
    const { rows } = await mine.inside((tx) =>
      tx.client.query(`select count(*)::int as count from ${name} where tenant_id = $1`, [other.id]),
    )
    assert.equal((rows[0] as { count: number }).count, 0, name)
    for (const statement of [
      `update ${name} set tenant_id = tenant_id where tenant_id = $1`,
      `delete from ${name} where tenant_id = $1`,
    ]) {
      const touched = await mine
        .inside((tx) => tx.client.query(statement, [other.id]))
        .then(
          (result) => result.rowCount,
          (error: Error & { code?: string }) => (error.code === '42501' ? 0 : Promise.reject(error)),
        )
      assert.equal(touched, 0, statement)
    }
  }
  await assert.rejects(
    mine.inside((tx) =>
      tx.client.query('insert into persons (tenant_id, id, name) values ($1, $2, $3)', [
        other.id,
        newId(),
        '林测试',
      ]),
    ),
    /row-level security/,
  )
})

test('without a tenant every tenant table is empty', async () => {
  await makeTenant()
  const { platform } = await testServer()
  for (const name of ['persons', 'organisations', 'memberships', 'accounts', 'audit_entries']) {
    const { rows } = await platform.pool.query<{ count: number }>(
      `select count(*)::int as count from ${name}`,
    )
    assert.equal(rows[0]?.count, 0, name)
  }
})
