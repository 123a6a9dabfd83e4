import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant, type TxHost } from '#server/platform/db/transaction.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { figureDifferences, foldFigures } from '../index.ts'
import { changes } from './kept-changes.ts'
import { compareFigures, measures } from './kept-compare.ts'

// The last days of a year, the first of the next, and a later one: dated rows begin and end in between.
const days = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-02-10']
const hosts: TxHost[] = []

before(async () => {
  const { database } = await testServer()
  for (const day of days)
    hosts.push({
      pool: openPool({ url: database.appUrl, connections: 4, clock: `${day} 12:00+08` }),
      keys: testKeys,
    })
})
after(async () => {
  for (const { pool } of hosts) await pool.end()
})

async function makeWorld(): Promise<{ tenant: TestTenant; people: string[] }> {
  const tenant = await makeTenant()
  const people = await tenant.inside(async (tx) => {
    const made: string[] = []
    for (let at = 0; at < 5; at += 1) made.push(await makePerson(tx, { name: '李测试' }))
    return made
  })
  return { tenant, people }
}

const step = fc.record({
  what: fc.constantFrom(...Object.keys(changes), 'fold', 'fold', 'turn'),
  a: fc.nat(20),
  b: fc.nat(20),
  c: fc.nat(20),
})

test('after every change, fold, day and year the kept figures are what a recount says, whoever asks', async () => {
  const answered = { all: 0, corrected: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 25, size: 'max' }), async (steps) => {
      const { tenant, people } = await makeWorld()
      const places = [tenant.federationId, tenant.north.streetId, tenant.south.unionId]
      let at = 0
      await foldFigures(hosts[at]!, tenant.id, measures)
      for (const { what, a, b, c } of steps) {
        if (what === 'fold') await foldFigures(hosts[at]!, tenant.id, measures)
        else if (what === 'turn') at = Math.min(at + 1, days.length - 1)
        else await inTenant(hosts[at]!, tenant.id, (tx) => changes[what]!(tx, { tenant, people, a, b, c }))
        const found = await compareFigures(hosts[at]!, tenant.id, places[a % places.length]!)
        answered.all += found.size
        if (what !== 'fold' && found.size > 0) answered.corrected += 1
      }
      assert.deepEqual(await inTenant(hosts[at]!, tenant.id, (tx) => figureDifferences(tx, measures)), [])
    }),
    {
      numRuns: Number(process.env.GONGHUI_RUNS ?? 1),
      endOnFailure: true,
      seed: Number(process.env.GONGHUI_SEED ?? Date.now() % 1e6),
    },
  )
  assert.ok(answered.corrected > 5 && answered.all > 100, JSON.stringify(answered))
})

test('each kind of change alone is seen at once and after the fold', async () => {
  const { tenant, people } = await makeWorld()
  await foldFigures(hosts[0]!, tenant.id, measures)
  const order = Object.keys(changes)
  for (const [at, what] of order.entries()) {
    await inTenant(hosts[0]!, tenant.id, (tx) =>
      changes[what]!(tx, { tenant, people, a: at, b: at, c: at * 3 }),
    )
    await compareFigures(hosts[0]!, tenant.id, tenant.federationId)
  }
  await foldFigures(hosts[0]!, tenant.id, measures)
  const found = await compareFigures(hosts[0]!, tenant.id, tenant.federationId)
  assert.equal(found.size, measures.filter(({ sources }) => sources !== null).length)
})

test('where a mark is swallowed the same comparison fails, and the recount names measure, organisation and breakdown', async () => {
  const { tenant, people } = await makeWorld()
  const { owner } = await testServer()
  await foldFigures(hosts[0]!, tenant.id, measures)
  const lot = { tenant, people, a: 0, b: 0, c: 2 }
  await owner.query('alter table memberships disable trigger figures_insert')
  await inTenant(hosts[0]!, tenant.id, (tx) => changes.join!(tx, lot))
  await owner.query('alter table memberships enable trigger figures_insert')
  await assert.rejects(compareFigures(hosts[0]!, tenant.id, tenant.federationId), /members total/)
  const found = await inTenant(hosts[0]!, tenant.id, (tx) => figureDifferences(tx, measures))
  assert.ok(
    found.some(({ what }) => what === `members of ${tenant.north.unionId}: kept 0, counted 1`),
    JSON.stringify(found),
  )
})

test('while many write and the marks are carried, whoever reads sees what the rows of the same moment say', async () => {
  const { tenant, people } = await makeWorld()
  const host = hosts[0]!
  await foldFigures(host, tenant.id, measures)
  let writing = true
  const write = async (offset: number) => {
    for (let at = 0; at < 40; at += 1) {
      const what = Object.keys(changes)[(at * 7 + offset) % Object.keys(changes).length]!
      const lot = { tenant, people, a: at, b: at + offset, c: at * offset }
      // A change that meets another one's row may be refused; the figures must be right all the same.
      await inTenant(host, tenant.id, (tx) => changes[what]!(tx, lot)).catch(() => undefined)
    }
  }
  const fold = async () => {
    while (writing) await foldFigures(host, tenant.id, measures)
  }
  let compared = 0
  // At least once, however slow the machine, and as long as others write.
  const read = async () => {
    do compared += (await compareFigures(host, tenant.id, tenant.federationId)).size
    while (writing)
  }
  const others = [fold(), read()]
  await Promise.all([write(1), write(3)])
  writing = false
  await Promise.all(others)
  await foldFigures(host, tenant.id, measures)
  await compareFigures(host, tenant.id, tenant.federationId)
  assert.ok(compared > 0, `${compared} figures compared`)
  const { rows } = await inTenant(host, tenant.id, (tx) =>
    sql`select from figure_marks where tenant_id = ${tenant.id} and due_on <= app_today()`.execute(tx),
  )
  assert.equal(rows.length, 0)
})
