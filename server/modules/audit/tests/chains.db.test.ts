import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { append, verified } from './log-maker.ts'

/** A transaction that has appended and stays open until `end`. */
async function holding(tenant: TestTenant, entries: number): Promise<{ end: () => Promise<void> }> {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  let hold = () => {}
  const held = new Promise<void>((resolve) => (hold = resolve))
  const done = tenant.inside(async (tx) => {
    await append(tx, entries)
    hold()
    await ended
  })
  await held
  return {
    end: () => {
      end()
      return done
    },
  }
}

async function chainsOf(tenant: TestTenant): Promise<{ chain: number; entries: number }[]> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ chain: number; entries: number }>(
    'select chain, count(*)::int as entries from audit_entries where tenant_id = $1 group by chain order by chain',
    [tenant.id],
  )
  return rows
}

test('all entries of a transaction go to one chain, however many they are', async () => {
  const tenant = await makeTenant()
  await tenant.inside((tx) => append(tx, 150))
  assert.deepEqual(
    (await chainsOf(tenant)).map(({ entries }) => entries),
    [150],
  )
})

test('nobody waits for a transaction that holds chains, and each gets a chain of its own', async () => {
  const tenant = await makeTenant()
  const held = await Promise.all([holding(tenant, 100), holding(tenant, 3), holding(tenant, 1)])
  await tenant.inside((tx) => append(tx, 2))
  await Promise.all(held.map(({ end }) => end()))
  const entries = (await chainsOf(tenant)).map((each) => each.entries)
  assert.deepEqual(
    entries.sort((a, b) => a - b),
    [1, 2, 3, 100],
  )
  assert.equal((await tenant.inside((tx) => verified(tx))).intact, true)
})

test('even where every head is locked an append goes on; the control, which asks for a locked head, would wait', async () => {
  const tenant = await makeTenant()
  await tenant.inside((tx) => append(tx, 1))
  const { owner } = await testServer()
  const holder = await owner.connect()
  try {
    await holder.query('begin')
    await holder.query('select from audit_heads where tenant_id = $1 for update', [tenant.id])
    await tenant.inside((tx) => append(tx, 1))
    const control = owner.query(
      `set lock_timeout = '50ms'; select from audit_heads where tenant_id = '${tenant.id}' for update`,
    )
    await assert.rejects(control, /lock timeout/)
    await owner.query('reset lock_timeout')
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  assert.equal((await chainsOf(tenant)).length, 2)
})

test('what a savepoint takes back leaves the chain whole', async () => {
  const tenant = await makeTenant()
  await tenant.inside(async (tx) => {
    await append(tx, 2)
    await tx.client.query('savepoint before')
    await append(tx, 3)
    await tx.client.query('rollback to savepoint before')
    await append(tx, 2)
  })
  const { entries, intact } = await tenant.inside((tx) => verified(tx))
  assert.deepEqual({ entries, intact }, { entries: 4, intact: true })
})

test('a head that somebody has made up is not followed', async () => {
  const tenant = await makeTenant()
  const holder = await holding(tenant, 1)
  await tenant.inside(async (tx) => {
    for (const told of [`${tenant.id} 0 (0,1)`, `${tenant.id} 5 (0,99)`]) {
      await tx.client.query(`select set_config('app.audit_head', $1, true)`, [told])
      await append(tx, 1)
    }
  })
  await holder.end()
  const { entries, intact } = await tenant.inside((tx) => verified(tx))
  assert.deepEqual({ entries, intact }, { entries: 3, intact: true })
})

test('parallel writers of any size leave whole chains with every entry', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 9 }),
      async (sizes) => {
        const tenant = await makeTenant()
        await Promise.all(sizes.map((size) => tenant.inside((tx) => append(tx, size))))
        const found = await tenant.inside((tx) => verified(tx))
        assert.equal(
          found.entries,
          sizes.reduce((sum, size) => sum + size, 0),
        )
        assert.equal(found.intact, true)
      },
    ),
    { numRuns: 8, seed: Date.now() % 2 ** 31, reporter: (run) => t.diagnostic(`seed ${run.seed}`) },
  )
})

test('the canonical form is the text of the entry as jsonb', async () => {
  const tenant = await makeTenant()
  await tenant.inside((tx) => append(tx, 3))
  const { owner } = await testServer()
  const { rows } = await owner.query<{ same: boolean }>(
    `select bool_and(hash = sha256(prev_hash || convert_to(jsonb_build_object(
       'tenant', tenant_id, 'chain', chain, 'seq', seq, 'id', id,
       'at', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'action', action,
       'appointment', appointment_id, 'account', account_id, 'organisation', organisation_id,
       'subjectKind', subject_kind, 'subject', subject_id, 'params', params)::text, 'UTF8'))) as same
     from (select e.*, audit_digest(e.prev_hash, e) from audit_entries e where tenant_id = $1) e`,
    [tenant.id],
  )
  assert.deepEqual(rows, [{ same: true }])
})
