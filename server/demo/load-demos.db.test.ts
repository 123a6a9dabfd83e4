import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { PlainSentence } from '#server/platform/plain-sentence.ts'
import { readSettings, type Settings } from '#server/platform/settings.ts'
import { scratchDatabase } from '#server/test/scratch-database.ts'
import { testKeys } from '#server/test/server.ts'
import { claimEmptyFolder, isDemoFolder, missingDemos } from './demo-folder.ts'
import { demoMakers } from './demos.ts'
import { loginLines, startLoading, type DemoOrder } from './load-demos.ts'
import type { DemoTenant } from './shapes.ts'

test('a load that is broken off leaves nothing behind, and the next one brings all', async (t) => {
  const { order, owner } = await emptyPlace(t)
  const broken = startLoading(order, () => void broken.stop())
  assert.equal(await broken.done, 'stopped')
  assert.deepEqual(await counts(owner), { tenants: 0, organisations: 0, persons: 0, login_directory: 0 })
  const shares: number[] = []
  assert.equal(await startLoading(order, (_maker, share) => shares.push(share)).done, 'loaded')
  const { rows } = await owner.query<{ today: string }>('select app_today() as today')
  const demos = await Promise.all(
    demoMakers.map((maker) => maker.make({ scale: 'small', today: rows[0]!.today })),
  )
  const inAll = (count: (demo: DemoTenant) => number) => demos.reduce((sum, demo) => sum + count(demo), 0)
  assert.deepEqual(await counts(owner), {
    tenants: demos.length,
    organisations: inAll((demo) => demo.organisations.length),
    persons: inAll((demo) => demo.totals.persons),
    login_directory: inAll((demo) => demo.accounts.length),
  })
  assert.equal(shares.at(-1), 1)
  const jobs = await owner.query<{ state: string }>(
    `select state from jobs where kind = 'tenants.load_demo' order by id`,
  )
  assert.deepEqual(
    jobs.rows.map(({ state }) => state),
    demos.map(() => 'done'),
  )
  await startLoading(order, () => assert.fail('what is there is not loaded again')).done
})

test('every demo says who may log in, one line each, and the passwords can be guessed by nobody but read by all', async () => {
  for (const maker of demoMakers) {
    for (const line of await loginLines(maker))
      assert.match(line, /^[a-z0-9]+@[a-z-]+ {2}[a-z]+-[a-z]+-\d\d$/)
  }
})

test('only an empty folder becomes the demo’s, and not where strangers may come in', (t) => {
  const folder = temporaryFolder(t)
  for (const [name, value] of [
    ['GONGHUI_DEMO', 'off'],
    ['HOST', '0.0.0.0'],
  ] as const) {
    claimEmptyFolder(settingsOf(folder, { [name]: value }))
    assert.ok(!isDemoFolder(folder))
  }
  claimEmptyFolder(settingsOf(folder))
  assert.ok(isDemoFolder(folder))
  const used = temporaryFolder(t)
  writeFileSync(join(used, 'gonghui.key'), '')
  claimEmptyFolder(settingsOf(used, { GONGHUI_DEMO: 'on' }))
  assert.ok(!isDemoFolder(used))
})

test('demo data never enters where a real tenant is', async (t) => {
  const { owner, ownerUrl } = await emptyPlace(t)
  const folder = temporaryFolder(t)
  claimEmptyFolder(settingsOf(folder))
  assert.equal((await missingDemos(settingsOf(folder), ownerUrl)).length, demoMakers.length)
  await owner.query(
    `insert into tenants (id, code, name, kind, division_code, turned_on)
     values ('00000000-0000-7000-8000-00000000000a', 'real', '真实区总工会', 'real', '330299', app_today())`,
  )
  assert.deepEqual(await missingDemos(settingsOf(folder), ownerUrl), [])
  assert.ok(!existsSync(join(folder, '.demo')))
  await assert.rejects(missingDemos(settingsOf(folder, { GONGHUI_DEMO: 'on' }), ownerUrl), PlainSentence)
})

test('a folder begun without a demo gets one only when it is asked for', async (t) => {
  const { ownerUrl } = await emptyPlace(t)
  const folder = temporaryFolder(t)
  writeFileSync(join(folder, 'gonghui.key'), '')
  assert.deepEqual(await missingDemos(settingsOf(folder), ownerUrl), [])
  assert.equal(
    (await missingDemos(settingsOf(folder, { GONGHUI_DEMO: 'on' }), ownerUrl)).length,
    demoMakers.length,
  )
})

async function emptyPlace(t: TestContext): Promise<{ order: DemoOrder; owner: pg.Client; ownerUrl: string }> {
  const database = await scratchDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  t.after(async () => {
    await owner.end()
    await database.close()
  })
  const { ownerUrl } = database
  return {
    order: { ownerUrl, keys: testKeys, clock: null, dataFolder: null, scale: 'small', makers: demoMakers },
    owner,
    ownerUrl,
  }
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gonghui-demo-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function settingsOf(folder: string, environment: Record<string, string> = {}): Settings {
  return readSettings({ GONGHUI_DATA: folder, ...environment })
}

async function counts(owner: pg.Client): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, string>>(
    `select (select count(*) from tenants) as tenants, (select count(*) from organisations) as organisations,
       (select count(*) from persons) as persons, (select count(*) from login_directory) as login_directory`,
  )
  return Object.fromEntries(Object.entries(rows[0]!).map(([name, value]) => [name, Number(value)]))
}
