import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { MeasureAnswer, MeasureRow } from '#contract/measures.ts'
import type { DemoLogins } from '#contract/tenants.ts'
import { verifyChains } from '#server/modules/audit/index.ts'
import { memberIndexDifferences } from '#server/modules/people/index.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { TestClient } from '#server/test/client.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { addDays } from '#server/platform/clock.ts'
import { demoMakers } from './demos.ts'
import { countFromRecords, type Count, type DemoRecords } from '#server/test/count-demo.ts'
import { loadEvidence } from './load/evidence.ts'
import { loadTenant } from './load/load-tenant.ts'

const maker = demoMakers[0]!
const names = ['two_new_organisations', 'workers', 'members'] as const
let records: DemoRecords
let tenantId: string

before(async () => {
  const server = await testServer()
  const clock = process.env.GONGHUI_CLOCK
  const pool = openPool({ url: server.database.ownerUrl, connections: 1, clock })
  const { rows } = await pool.query<{ today: string }>('select app_today() as today')
  await loadTenant({ pool, keys: testKeys }, maker, { scale: 'small', progress: async () => {} })
  const tenant = await pool.query<{ id: string }>('select id from tenants where code = $1', [maker.code])
  tenantId = tenant.rows[0]!.id
  await pool.end()
  const demo = await maker.make({ scale: 'small', today: rows[0]!.today })
  records = { demo, people: [...demo.people()], today: rows[0]!.today }
})

test('everybody on the list of demo log-ins can sign in', async () => {
  const { app } = await testServer()
  const { body } = await new TestClient(app).get<DemoLogins>('/demo-logins')
  assert.deepEqual(body.loading, [])
  assert.deepEqual(
    body.logins.map(({ login }) => login).sort(),
    records.demo.accounts.map(({ login }) => login).sort(),
  )
  for (const { login, password } of body.logins) await new TestClient(app).signIn(login, password)
})

test('the district officer reads exactly the totals of the demo', async () => {
  const client = await signedIn('district')
  const { twoNewOrganisations, workers, members } = records.demo.totals
  const totals = await Promise.all(names.map(async (name) => (await ask(client, name)).total))
  assert.deepEqual(totals, [twoNewOrganisations, workers, members])
})

for (const role of ['district', 'street', 'union'] as const) {
  test(`the ${role} officer's figures agree with a plain count of the records, on any day and as known at any time`, async () => {
    const client = await signedIn(role)
    const { organisationId, number } = await ownOrganisation(client, role)
    for (const asOf of [
      records.today,
      addDays(records.today, -200),
      addDays(records.today, -800),
      addDays(records.today, 60),
    ]) {
      for (const knownAt of [
        null,
        `${addDays(records.today, -150)}T12:00:00.000Z`,
        `${addDays(records.today, -700)}T12:00:00.000Z`,
      ]) {
        const expected = countFromRecords(records, { organisation: number, asOf, knownAt })
        for (const name of names) {
          const query = { organisationId, asOf, ...(knownAt === null ? {} : { knownAt }), by: 'organisation' }
          const answer = await ask(client, name, query)
          compare(answer, expected[name], `${name} ${asOf} ${knownAt}`)
        }
      }
    }
  })
}

test('a figure opens to exactly the rows that make it', async () => {
  const client = await signedIn('street')
  for (const name of names) {
    const { total } = await ask(client, name)
    const rows = await openAll(client, name)
    assert.equal(rows.total, rows.items.length)
    assert.equal(new Set(rows.items.map((row) => row.id)).size, rows.items.length)
    assert.equal(sum(rows.items.map((row) => row.value)), total, name)
  }
})

test('nobody asks for a figure of somebody else, and whoever only counts gets whole figures at month-ends', async () => {
  const district = await signedIn('district')
  const { organisationId } = await ownOrganisation(district, 'district')
  for (const role of ['street', 'union'] as const) {
    const client = await signedIn(role)
    assert.equal((await client.get(`/measures/members?organisationId=${organisationId}`)).status, 404)
    assert.equal((await client.get(`/measures/members/rows?organisationId=${organisationId}`)).status, 404)
  }
  for (const role of ['worker', 'system', 'security', 'audit'] as const) {
    const client = await signedIn(role)
    assert.equal((await client.get('/measures')).status, 403, role)
    assert.equal((await client.get(`/measures/members?organisationId=${organisationId}`)).status, 403, role)
  }
  const auditor = await signedIn('auditor')
  const told = await ask(auditor, 'members')
  assert.equal(told.total, Math.floor(records.demo.totals.members / 5) * 5)
  assert.equal((await auditor.get('/measures/members/rows')).status, 403)
  // During an inspection the district passed on to her what shows the members of one street, and of no other.
  const street = await ownOrganisation(await signedIn('street'), 'street')
  assert.equal((await auditor.get(`/members?organisationId=${street.organisationId}`)).status, 200)
  assert.equal((await auditor.get(`/members?organisationId=${organisationId}`)).status, 404)
  assert.equal(
    (await auditor.get('/measures/members?asOf=2026-06-29')).body.error.code,
    'measures.month_ends_only',
  )
  assert.equal((await auditor.get('/measures/members?asOf=2025-12-31')).status, 200)
})

test('the union’s chair finds tasks waiting that lead to real people, and a worker finds none', async () => {
  const chair = await signedIn('union')
  const { body } = await chair.get<{ items: { kind: string; subjectId: string }[]; total: number }>(
    '/inbox/tasks',
  )
  assert.deepEqual(body.items.map(({ kind }) => kind).sort(), [
    'approvals.correction',
    'people.transfer_to_accept',
    'people.transfer_to_release',
  ])
  const leaving = body.items.find(({ kind }) => kind === 'people.transfer_to_release')!
  const transfers = await chair.get<{ items: { personId: string }[] }>(
    `/transfers?handshakeId=${leaving.subjectId}`,
  )
  assert.equal((await chair.get(`/members/${transfers.body.items[0]?.personId}`)).status, 200)
  assert.equal((await (await signedIn('worker')).get('/inbox/tasks')).status, 403)
})

test('what the load left can be recounted: index, counts, audit chains', async () => {
  const { platform } = await testServer()
  await inTenant(platform, tenantId, async (tx) => {
    const differences = await memberIndexDifferences(tx)
    assert.deepEqual(new Set(Object.values(differences)), new Set([0]))
    const { broken, entries } = await verifyChains(tx, { anchors: [], damaged: [] }, async () => {})
    assert.ok(entries > 0)
    assert.deepEqual(broken, [])
  })
})

function compare(answer: MeasureAnswer, expected: Count, what: string): void {
  assert.equal(answer.total, expected.total, what)
  const groups = Object.fromEntries(answer.groups!.map(({ label, value }) => [label, value]))
  assert.deepEqual(groups, expected.byChild, what)
}

async function signedIn(role: string): Promise<TestClient> {
  const { app } = await testServer()
  const { body } = await new TestClient(app).get<DemoLogins>('/demo-logins')
  const { login, password } = body.logins.find((each) => each.role === role)!
  return new TestClient(app).signIn(login, password)
}

async function ask(
  client: TestClient,
  name: string,
  query: Record<string, string> = {},
): Promise<MeasureAnswer> {
  const { status, body } = await client.get<MeasureAnswer>(`/measures/${name}?${new URLSearchParams(query)}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

async function openAll(client: TestClient, name: string): Promise<{ items: MeasureRow[]; total: number }> {
  const items: MeasureRow[] = []
  for (let cursor = ''; ;) {
    const { body } = await client.get<{ items: MeasureRow[]; nextCursor: string | null; total: number }>(
      `/measures/${name}/rows?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    items.push(...body.items)
    if (body.nextCursor === null) return { items, total: body.total }
    cursor = body.nextCursor
  }
}

/** The organisation of the appointment in use, by its id and by its number in the records. */
async function ownOrganisation(
  client: TestClient,
  role: string,
): Promise<{ organisationId: string; number: number }> {
  const { body } = await client.get<{ actingAs: { organisationId: string; organisationName: string } }>('/me')
  const { organisationId, organisationName } = body.actingAs
  const number = records.demo.organisations.find(({ name }) => name === organisationName)?.number
  assert.ok(number, role)
  return { organisationId, number }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

test('what inspectors found at venues has its drawing, given once, for whoever may see the venue', async () => {
  const { platform, app } = await testServer()
  const draw = () => inTenant(platform, tenantId, (tx) => loadEvidence(tx, platform.dataFolder))
  const count = () =>
    inTenant(platform, tenantId, (tx) => tx.selectFrom('attachments').select('id').execute())
  await draw()
  const drawn = (await count()).length
  assert.ok(drawn > 0)
  await draw()
  assert.equal((await count()).length, drawn)
  const district = await signedIn('district')
  const { body } = await district.get<{ items: { id: string }[] }>('/venues?state=meets&limit=1')
  const venue = `/venues/${body.items[0]!.id}`
  const { items } = (await district.get<{ items: { evidenceId: string | null }[] }>(venue)).body
  assert.ok(items.every(({ evidenceId }) => evidenceId !== null))
  const picture = await app.inject({
    url: `/api/v1${venue}/evidence/${items[0]!.evidenceId}`,
    headers: district.headers,
  })
  assert.equal(picture.headers['content-type'], 'image/png')
})
