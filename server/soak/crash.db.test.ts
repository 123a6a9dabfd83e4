import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { balance } from './crash/ledger.ts'
import { run } from './crash.ts'

test('a server and a PostgreSQL that are killed under load lose, double and halve nothing', async (t) => {
  const seed = randomInt(2 ** 31)
  t.diagnostic(`seed ${seed}`)
  const said = await run({ count: 2, seed })
  t.diagnostic(said)
  assert.match(said, /2 tries .* lost 0, doubled 0, half-written 0/)
  assert.ok(Number(/(\d+) writes acknowledged/.exec(said)![1]) > 0)
})

test('the comparison sees a write that is lost, doubled or half there', async () => {
  const { owner, database } = await testServer()
  const tenant = await makeTenant()
  await owner.query(
    `insert into organisations (tenant_id, id, kind, stat_code, tree_no) values ($1, gen_random_uuid(), 'street_federation', 'S1', -1)`,
    [tenant.id],
  )
  await owner.query(
    `insert into organisation_profiles (tenant_id, id, organisation_id, name, starts_on, ends_before)
     select $1, gen_random_uuid(), id, '试验7街道总工会', '2019-01-01', '2019-02-01' from unnest($2::uuid[]) id`,
    [tenant.id, [tenant.federationId, tenant.north.streetId]],
  )
  const found = await balance(database.ownerUrl, new Set([1, 2]))
  assert.deepEqual(found.lost, [2])
  assert.deepEqual(found.doubled, ['试验7街道总工会'])
  assert.deepEqual(found.halfWritten, ['S1'])
})
