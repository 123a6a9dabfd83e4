import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { newId } from '#server/platform/ids.ts'
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
  const half = newId()
  await owner.query(
    `insert into organisations (tenant_id, id, kind, stat_code, tree_no) values ($1, $2, 'street_federation', 'S1', -1)`,
    [tenant.id, half],
  )
  await owner.query(
    `insert into organisation_profiles (tenant_id, id, organisation_id, name, starts_on, ends_before)
     select $1, gen_random_uuid(), id, name, '2019-01-01', '2019-02-01' from unnest($2::uuid[], $3::text[]) o (id, name)`,
    [
      tenant.id,
      [tenant.federationId, tenant.north.streetId, half],
      ['试验7街道总工会', '试验7街道总工会', '试验1街道总工会'],
    ],
  )
  const acknowledged = new Map([
    [1, half],
    [2, newId()],
  ])
  const found = await balance(database.ownerUrl, acknowledged)
  assert.deepEqual(found.lost, [2])
  assert.deepEqual(found.doubled, ['试验7街道总工会'])
  assert.ok(found.halfWritten.includes('试验1街道总工会'))
  // Answered under another id: the effect that was acknowledged is not there.
  const other = await balance(database.ownerUrl, new Map([[1, newId()]]))
  assert.deepEqual(other.lost, [1])
})
