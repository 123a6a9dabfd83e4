import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { ImportRow, ProposedLeaver, RosterImport } from '#contract/roster.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { importer, type ImportHarness } from './test/import-harness.ts'
import { citizenNumber, sheetOf, viewHash, type SheetPerson } from './test/small-roster.ts'

const north = { union: '北机械厂工会委员会', employer: '北机械厂' }
const south = { union: '南机械厂工会委员会', employer: '南机械厂' }
const ann: SheetPerson = {
  name: '陈测甲',
  number: citizenNumber(1),
  ...north,
  mobile: '14200000001',
  joined: '2020-05',
}
const bea: SheetPerson = {
  name: '林测乙',
  number: citizenNumber(2),
  ...north,
  education: '本科',
  job: '车工',
}

test('a changed row shows old and new, is written on commit, and comes back on undo', async () => {
  const { officer, bring, tenant, harness } = await start()
  await bring([ann, bea])
  const before = await tenant.inside(viewHash)
  const change = {
    ...ann,
    mobile: '14200000009',
    education: '大专',
    employer: south.employer,
    job: '质检',
    joined: '',
  }
  const imported = await judged(harness, officer, tenant, [change, bea])
  assert.deepEqual([imported.counts?.changed, imported.counts?.same], [1, 1])

  const [row] = await rowsOf(officer, imported.id, 'changed')
  const fields = row!.changes.map((each) => each.field).sort()
  assert.deepEqual(fields, ['education_level', 'employer', 'job', 'mobile'])
  assert.deepEqual(
    row!.changes.find((each) => each.field === 'employer'),
    {
      field: 'employer',
      old: '北机械厂',
      new: '南机械厂',
    },
  )
  const mobile = row!.changes.find((each) => each.field === 'mobile')!
  assert.deepEqual([mobile.old, mobile.new], ['142****0001', '142****0009'])

  const done = await harness.commit(officer, imported.id)
  assert.deepEqual([done.commit?.personsAdded, done.commit?.personsChanged], [0, 1])
  assert.equal(await mobileOf(tenant, officer, change), '142****0009')
  await harness.undo(officer, imported.id)
  assert.equal(await tenant.inside(viewHash), before)
})

test('blanks of a sheet overwrite nothing', async () => {
  const { officer, bring, tenant, harness } = await start()
  await bring([ann, bea])
  const bare = { name: bea.name, number: bea.number, ...north }
  const imported = await judged(harness, officer, tenant, [bare])
  assert.equal(imported.counts?.same, 1)
})

test('a known number under another name waits for the officer, who may confirm the new name', async () => {
  const { officer, bring, tenant, harness } = await start()
  await bring([ann])
  const imported = await judged(harness, officer, tenant, [{ ...ann, name: '陈改名' }])
  assert.deepEqual([imported.counts?.review, imported.counts?.changed], [1, 0])
  const [row] = await rowsOf(officer, imported.id, 'review')
  assert.match(row!.reasons[0]!.zh, /姓名不同/)
  const fixed = await officer.request<ImportRow>(
    'PATCH',
    `/roster-imports/${imported.id}/rows/${row!.rowId}`,
    {
      decision: 'confirmed',
    },
  )
  assert.equal(fixed.body.bucket, 'changed')
  await harness.commit(officer, imported.id)
  assert.deepEqual(await namesOf(tenant), ['陈改名'])
})

test('a member of another union is proposed for transfer and stays where she is', async () => {
  const { officer, bring, tenant, harness } = await start()
  await bring([ann])
  const before = await tenant.inside(viewHash)
  const imported = await judged(harness, officer, tenant, [{ ...ann, ...south }])
  assert.equal(imported.counts?.transfer, 1)
  const done = await harness.commit(officer, imported.id)
  assert.equal(done.commit?.transfersProposed, 1)
  assert.equal(await tenant.inside(viewHash), before)

  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const tasks = await chair.get<{ items: { kind: string; outcome: string | null }[] }>('/inbox/tasks')
  assert.deepEqual(
    tasks.body.items.map((task) => task.kind),
    ['people.transfer_to_release'],
  )
  await harness.undo(officer, imported.id)
  const ended = await chair.get<{ items: unknown[] }>('/inbox/tasks')
  assert.deepEqual(ended.body.items, [])
})

test('who is absent from a full list is proposed as a leaver, never ended', async () => {
  const { officer, bring, tenant, harness } = await start()
  await bring([ann, bea])
  const before = await tenant.inside(viewHash)
  const imported = await judgedWith(
    harness,
    officer,
    { mode: 'full', organisationId: tenant.north.unionId },
    [ann],
  )
  assert.equal(imported.counts?.leavers, 1)
  const leavers = await officer.get<{ items: ProposedLeaver[] }>(`/roster-imports/${imported.id}/leavers`)
  assert.deepEqual(
    leavers.body.items.map((each) => each.name),
    [bea.name],
  )
  const done = await harness.commit(officer, imported.id)
  assert.equal(done.commit?.leaversProposed, 1)
  assert.equal(await tenant.inside(viewHash), before)
})

test('a delta proposes no leavers', async () => {
  const { officer, bring, tenant, harness } = await start()
  await bring([ann, bea])
  assert.equal((await judged(harness, officer, tenant, [ann])).counts?.leavers, 0)
})

test('undo leaves and lists who was changed since', async () => {
  const { officer, tenant, harness } = await start()
  const first = await judged(harness, officer, tenant, [ann, bea])
  await harness.commit(officer, first.id)
  const second = await judged(harness, officer, tenant, [{ ...ann, education: '研究生' }])
  await harness.commit(officer, second.id)
  const undone = await harness.undo(officer, first.id)
  assert.deepEqual([undone.undo?.personsRemoved, undone.undo?.rowsLeft], [1, 1])
  assert.deepEqual(
    (await rowsOf(officer, first.id, 'left')).map((row) => row.values.full_name),
    [ann.name],
  )
  assert.deepEqual(await namesOf(tenant), [ann.name])
})

test('of two commits of the same persons one wins, and the other is told to look again', async () => {
  const { officer, tenant, harness } = await start()
  const [one, other] = [
    await judged(harness, officer, tenant, [ann, bea]),
    await judged(harness, officer, tenant, [ann, bea]),
  ]
  const ends = await Promise.all([harness.commit(officer, one.id), harness.commit(officer, other.id)])
  assert.deepEqual(ends.map((each) => each.state).sort(), ['committed', 'ready'])
  const loser = ends.find((each) => each.state === 'ready')!
  assert.deepEqual([loser.counts?.new, loser.counts?.same], [0, 2])
  const job = await officer.get<{ errorCode: string }>(`/jobs/${loser.job!.id}`)
  assert.equal(job.body.errorCode, 'roster.changed_since')
  assert.equal((await namesOf(tenant)).length, 2)
})

test('two commits of different persons both win', async () => {
  const { officer, tenant, harness } = await start()
  const [one, other] = [
    await judged(harness, officer, tenant, [ann]),
    await judged(harness, officer, tenant, [bea]),
  ]
  const ends = await Promise.all([harness.commit(officer, one.id), harness.commit(officer, other.id)])
  assert.deepEqual(
    ends.map((each) => each.state),
    ['committed', 'committed'],
  )
})

test('a second click on commit gets the same answer', async () => {
  const { officer, tenant, harness } = await start()
  const imported = await judged(harness, officer, tenant, [ann])
  const clicks = await Promise.all(
    [1, 2].map(() => officer.post<{ id: string }>(`/roster-imports/${imported.id}/commit`)),
  )
  assert.deepEqual(
    clicks.map((each) => each.status),
    [202, 202],
  )
  assert.equal(clicks[0]!.body.id, clicks[1]!.body.id)
  const done = await harness.settled(officer, imported.id)
  assert.equal(done.commit?.personsAdded, 1)
  const late = await officer.post<{ id: string }>(`/roster-imports/${imported.id}/commit`)
  assert.equal(late.body.id, clicks[0]!.body.id)
})

interface Started {
  tenant: TestTenant
  harness: ImportHarness
  officer: TestClient
  /** Imports and commits. */
  bring(persons: readonly SheetPerson[]): Promise<RosterImport>
}

async function start(): Promise<Started> {
  const tenant = await makeTenant()
  const harness = await importer(tenant)
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  return {
    tenant,
    harness,
    officer,
    bring: async (persons) => {
      const imported = await judged(harness, officer, tenant, persons)
      assert.equal(imported.counts?.new, persons.length, JSON.stringify(imported.counts))
      return harness.commit(officer, imported.id)
    },
  }
}

function judged(
  harness: ImportHarness,
  officer: TestClient,
  tenant: TestTenant,
  persons: readonly SheetPerson[],
): Promise<RosterImport> {
  return judgedWith(harness, officer, { organisationId: tenant.federationId }, persons)
}

function judgedWith(
  harness: ImportHarness,
  officer: TestClient,
  fields: Record<string, string>,
  persons: readonly SheetPerson[],
): Promise<RosterImport> {
  return harness.dryRun(officer, { file: sheetOf(persons), fields, fileName: 'roster.csv' })
}

async function rowsOf(officer: TestClient, importId: string, list: string): Promise<ImportRow[]> {
  const { body } = await officer.get<{ items: ImportRow[] }>(
    `/roster-imports/${importId}/rows?outcome=${list}`,
  )
  return body.items
}

async function namesOf(tenant: TestTenant): Promise<string[]> {
  return tenant.inside(async (tx) => {
    const { rows } = await sql<{
      name: string
    }>`select name from member_index where tenant_id = ${tx.tenantId} order by 1`.execute(tx)
    return rows.map((row) => row.name)
  })
}

async function mobileOf(
  tenant: TestTenant,
  officer: TestClient,
  person: SheetPerson,
): Promise<string | null> {
  const id = await tenant.inside(async (tx) => {
    const { rows } = await sql<{ person_id: string }>`
      select person_id from member_index where tenant_id = ${tx.tenantId} and name = ${person.name}`.execute(
      tx,
    )
    return rows[0]!.person_id
  })
  const { body } = await officer.get<{ mobile: string | null }>(`/members/${id}`)
  return body.mobile
}
