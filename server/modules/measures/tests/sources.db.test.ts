import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { measures } from './kept-compare.ts'

/** Who leads whom is watched for every figure; where a tenant lies does not change. */
const watchedForAll = ['organisation_tree', 'tenants']

test('every table a kept figure reads is one of its sources, and whether it reads rules is said', async () => {
  const { tenant, watched } = await world()
  for (const definition of measures) {
    const { name, sources, rules = [] } = definition
    for (const only of [null, sql<string[]>`array[${tenant.federationId}::uuid]`]) {
      const tables: string[] = await tenant.inside((tx) => tablesOf(tx, counted(tx, definition, only)))
      assert.ok(tables.length > 0, name)
      const missing: string[] = tables.filter(
        (table) => ![...sources, ...watchedForAll, 'rules'].includes(table),
      )
      assert.deepEqual(missing, [], `${name} reads tables nobody watches for it`)
      assert.equal(tables.includes('rules'), rules.length > 0, `${name}: rules`)
    }
    assert.deepEqual(
      sources.filter((table) => !watched.has(table)),
      [],
      `${name}: no trigger`,
    )
  }
})

test('a table that is read and not named is found by the same look', async () => {
  const { tenant } = await world()
  const tables = await tenant.inside((tx) =>
    tablesOf(
      tx,
      sql`select 1 from memberships m where exists (select from headcounts h where h.tenant_id = m.tenant_id and h.workers > random())`,
    ),
  )
  assert.deepEqual(tables, ['headcounts', 'memberships'])
})

async function world() {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ name: string }>(
    "select c.relname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid where g.tgname = 'figures_update' and g.tgenabled = 'O'",
  )
  return { tenant: await makeTenant(), watched: new Set(rows.map(({ name }) => name)) }
}

/** The columns that figures are made of: labels are read for opened rows only. */
function counted(
  tx: Tx,
  { rows, counts, counting, breakdowns }: MeasureDefinition,
  only: RawBuilder<string[]> | null,
): RawBuilder<unknown> {
  const columns = [
    'organisation_id',
    'value',
    ...(counts === 'flow' ? ['occurred_on'] : []),
    ...(counting === 'distinct_by' ? ['counted_as'] : []),
    ...breakdowns.filter((name) => name !== 'organisation' && name !== 'year'),
  ]
  const list = sql.join(columns.map((column) => sql.ref(`r.${column}`)))
  return sql`select ${list} from (${rows(tx, { asOf: '2026-11-28', knownAt: null }, only)}) r`
}

/** The tables of a select's plan, each once, by name. */
async function tablesOf(tx: Tx, select: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ 'QUERY PLAN': unknown }>`explain (format json, verbose) ${select}`.execute(tx)
  const text = JSON.stringify(rows)
  const names = [...text.matchAll(/"Relation Name":"([^"]+)"/g)].map(([, name]) => name!)
  return [...new Set(names)].sort()
}
