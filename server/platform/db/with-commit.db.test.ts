import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { ruleInside } from '#server/modules/rules/index.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { newId } from '../ids.ts'
import { inTenant, inTenantPipelined, withCommit, type Tx } from './transaction.ts'

const inserting = (tx: Tx, id: string) =>
  sql`insert into persons (tenant_id, id, name) values (${tx.tenantId}, ${id}, '陈测试')`
const failing = sql`select 1 / (select 0)`

for (const [name, run] of [
  ['pipelined', inTenantPipelined],
  ['plain', inTenant],
] as const)
  test(`writes that leave with the commit of a ${name} transaction are all made, or none, and the failure is told`, async () => {
    const { platform } = await testServer()
    const tenant = await makeTenant()
    const [kept, lost, late] = [newId(), newId(), newId()]
    await run(platform, tenant.id, (tx) => withCommit(tx, [inserting(tx, kept)]))
    await assert.rejects(
      run(platform, tenant.id, (tx) => withCommit(tx, [inserting(tx, lost), failing, inserting(tx, late)])),
    )
    const there = await tenant.inside(async (tx) => {
      const ids = [kept, lost, late]
      const { rows } = await sql<{ id: string }>`
        select id from persons where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[])`.execute(tx)
      return rows.map(({ id }) => id)
    })
    assert.deepEqual(there, [kept])
  })

test('a statement that needs a rule nobody made fails loudly', async () => {
  const tenant = await makeTenant()
  await assert.rejects(
    tenant.inside((tx) => sql`select ${ruleInside(tx, 'nobody.made_this')} as value`.execute(tx)),
  )
})
