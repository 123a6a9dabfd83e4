import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Me } from '#contract/sessions.ts'
import { today } from '#server/platform/clock.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant, type TxHost } from '#server/platform/db/transaction.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { federationOfficer } from '#server/test/organisation-officer.ts'
import { figureDifferences, foldFigures } from '../index.ts'
import { readKept } from '../rollups/read.ts'
import { changes } from './kept-changes.ts'
import { commands } from './kept-commands.ts'
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
  assert.equal(found.size, measures.length)
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

test('a rule that begins is asked of the rows until its figures are made anew; one day earlier nothing of it is seen', async () => {
  const { tenant } = await makeWorld()
  const { owner } = await testServer()
  const employer = tenant.north.employerId
  await inTenant(hosts[0]!, tenant.id, async (tx) => {
    await sql`update organisations set two_new_type = 'new_economic' where tenant_id = ${tenant.id} and id = ${employer}`.execute(
      tx,
    )
    await sql`insert into headcounts (tenant_id, id, organisation_id, as_of, workers, source)
      values (${tenant.id}, ${randomUUID()}, ${employer}, app_today(), 7, 'office')`.execute(tx)
  })
  await foldFigures(hosts[0]!, tenant.id, measures)
  const begins = { key: 'commissioners.due_workers', from: days[1]! }
  await owner.query(
    `insert into rules (id, region, key, operator, value, unit, starts_on, document, article, checked)
     select gen_random_uuid(), t.division_code, $1, '>=', '7', 'workers', $2, '测试', '', 'practice' from tenants t where t.id = $3`,
    [begins.key, begins.from, tenant.id],
  )
  const ask = (at: number) => compareFigures(hosts[at]!, tenant.id, tenant.federationId)
  assert.ok((await ask(0)).has('eligible_organisations'))
  const asked = await ask(1)
  assert.ok(!asked.has('eligible_organisations') && asked.has('members'))
  await foldFigures(hosts[1]!, tenant.id, measures)
  assert.ok((await ask(1)).has('eligible_organisations'))
  assert.deepEqual(await inTenant(hosts[1]!, tenant.id, (tx) => figureDifferences(tx, measures)), [])
})

test('a measure that is new, or counts otherwise since, is asked of the rows until its figures are made', async () => {
  const { tenant } = await makeWorld()
  const host = hosts[0]!
  const ask = async (definitions: typeof measures) =>
    inTenant(host, tenant.id, async (tx) => {
      const page = { organisationId: tenant.federationId, asOf: await today(tx) }
      return new Set((await readKept(tx, definitions, page)).keys())
    })
  const [one, other, ...others] = measures
  await foldFigures(host, tenant.id, [one!, ...others])
  assert.deepEqual(await ask(measures), new Set([one!, ...others].map(({ name }) => name)))
  const otherwise = {
    ...one!,
    rows: (...given: Parameters<MeasureDefinition['rows']>) =>
      sql`select * from (${one!.rows(...given)}) r where true`,
  }
  const upgraded = [otherwise, other!, ...others]
  assert.deepEqual(await ask(upgraded), new Set(others.map(({ name }) => name)))
  await foldFigures(host, tenant.id, upgraded)
  assert.equal((await ask(upgraded)).size, measures.length)
  assert.deepEqual(await inTenant(host, tenant.id, (tx) => figureDifferences(tx, upgraded)), [])
})

test('what commits between the kept figure and its recount is in neither; without one snapshot the same look finds it', async () => {
  const { tenant, people } = await makeWorld()
  const host = hosts[0]!
  await foldFigures(host, tenant.id, measures)
  const look = (isolation: 'repeatable read' | 'read committed', at: number) => {
    const lot = { tenant, people, a: at, b: 0, c: 2 }
    const beforeCounting = () => inTenant(host, tenant.id, (tx) => changes.join!(tx, lot))
    return compareFigures(host, tenant.id, tenant.federationId, { isolation, beforeCounting })
  }
  await look('repeatable read', 0)
  await assert.rejects(look('read committed', 1), /members total/)
})

test('after every command of an officer the kept figures are what a recount says', async () => {
  const { platform } = await testServer()
  const done = new Set<string>()
  const order = fc.record({ what: fc.constantFrom(...Object.keys(commands)), a: fc.nat(20), b: fc.nat(20) })
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 15, maxLength: 15, size: 'max' }), async (orders) => {
      const tenant = await makeTenant()
      const officer = await federationOfficer(tenant)
      const { today } = (await officer.get<Me>('/me')).body
      const office = { tenant, officer, today, people: [] as string[] }
      const first = ['addMember', 'addMember', 'addMember'].map((what, at) => ({ what, a: at, b: at }))
      await foldFigures(platform, tenant.id, measures)
      for (const [at, { what, a, b }] of [...first, ...orders].entries()) {
        const { status } = await commands[what]!({ ...office, a, b })
        if (status < 300) done.add(what)
        await compareFigures(platform, tenant.id, tenant.federationId)
        if (at % 10 === 9) await foldFigures(platform, tenant.id, measures)
      }
      assert.deepEqual(await inTenant(platform, tenant.id, (tx) => figureDifferences(tx, measures)), [])
    }),
    {
      numRuns: Number(process.env.GONGHUI_RUNS ?? 1),
      seed: Number(process.env.GONGHUI_SEED ?? Date.now() % 1e6),
    },
  )
  assert.ok(done.size > 4, [...done].join())
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
