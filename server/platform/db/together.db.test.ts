import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { inTenantPipelined, together, type Tx } from './transaction.ts'

const numbered = async (tx: Tx, n: number) =>
  (await sql<{ n: number }>`select ${n}::int as n`.execute(tx)).rows[0]!.n

test('works that are done together give their results in order, in a pipelined transaction and in a plain one', async () => {
  const { platform } = await testServer()
  const tenant = await makeTenant()
  const work = (tx: Tx) => together(tx, [() => numbered(tx, 1), () => numbered(tx, 2), () => numbered(tx, 3)])
  assert.deepEqual(await inTenantPipelined(platform, tenant.id, work), [1, 2, 3])
  assert.deepEqual(await tenant.inside(work), [1, 2, 3])
})

test('when one of them fails the transaction leaves nothing, and its connection serves the next one', async () => {
  const { platform } = await testServer()
  const tenant = await makeTenant()
  const failing = (tx: Tx) =>
    together(tx, [
      () =>
        sql`insert into organisations (tenant_id, id, kind, stat_code, tree_no)
        values (${tx.tenantId}, gen_random_uuid(), 'federation', 'L1', 99001)`.execute(tx),
      () => sql`select 1 / 0`.execute(tx),
      async () => [await numbered(tx, 1), await numbered(tx, 2)],
    ])
  await assert.rejects(inTenantPipelined(platform, tenant.id, failing), /division by zero/)
  const left = await inTenantPipelined(platform, tenant.id, async (tx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from organisations where tenant_id = ${tx.tenantId} and tree_no = 99001`.execute(
      tx,
    ),
  )
  assert.equal(left.rows[0]!.n, 0)
})
