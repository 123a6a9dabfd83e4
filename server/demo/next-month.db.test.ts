import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { MeasureAnswer } from '#contract/measures.ts'
import type { Me } from '#contract/sessions.ts'
import { createServer } from '#server/main.ts'
import { memberIndexDifferences } from '#server/modules/people/index.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { addDays } from '#server/platform/clock.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { TestClient } from '#server/test/client.ts'
import { countFromRecords } from '#server/test/count-demo.ts'
import { scratchDatabase } from '#server/test/scratch-database.ts'
import { testKeys } from '#server/test/server.ts'
import { demoMakers } from './demos.ts'
import { loadTenant } from './load/load-tenant.ts'

const today = '2026-06-30'
const later = addDays(today, 40)
const maker = demoMakers[0]!

test('a move that was decided for next month is carried out by itself when its day has come', async (t) => {
  const database = await scratchDatabase()
  const pool = openPool({ url: database.ownerUrl, connections: 1, clock: `${today}T04:00:00Z` })
  await loadTenant({ pool, keys: testKeys }, maker, { scale: 'small', progress: async () => {} })
  const { rows } = await pool.query<{ id: string }>('select id from tenants')
  await pool.end()
  const dataFolder = mkdtempSync(join(tmpdir(), 'gonghui-next-month-'))
  const { app, platform } = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    clock: `${later}T04:00:00Z`,
  })
  t.after(async () => {
    await app.close()
    await platform.pool.end()
    await database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const differences = () => inTenant(platform, rows[0]!.id, memberIndexDifferences)
  assert.ok((await differences()).different > 0, 'the index of June does not fit August')

  const login = `district@${maker.code}`
  const client = await new TestClient(app).signIn(login, demoPassword(login))
  const me = await client.get<Me>('/me')
  assert.equal(me.body.today, later)
  assert.deepEqual(new Set(Object.values(await differences())), new Set([0]))

  const demo = await maker.make({ scale: 'small', today })
  const records = { demo, people: [...demo.people()], today: later }
  const expected = countFromRecords(records, { organisation: 1, asOf: later, knownAt: null })
  const { body } = await client.get<MeasureAnswer>('/measures/members?by=organisation')
  assert.equal(body.total, expected.members.total)
  assert.deepEqual(
    Object.fromEntries(body.groups!.map(({ label, value }) => [label, value])),
    expected.members.byChild,
  )
})
