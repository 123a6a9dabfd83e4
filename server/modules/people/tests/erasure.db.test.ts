import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MemberFile, MemberRow } from '#contract/people-records.ts'
import { importer } from '#server/modules/roster/test/import-harness.ts'
import { citizenNumber, sheetOf } from '#server/modules/roster/test/small-roster.ts'
import { makeAppointment, makeOrganisation, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { personalTables, tombstone } from '../erasure/inventory.ts'
import { applyErasures, cardHash, documentHash, erasePerson, listErasures, mobileHashes } from '../index.ts'
import { memberIndexDifferences } from '../member-index-check.ts'

const nobodysColumns = ['person_id', 'alias_id', 'existing_person_id', 'account_id']
const right = { missing: 0, surplus: 0, different: 0, misspelt: 0, counts: 0 }
const request = { basis: 'request', requestId: null } as const
const traces = {
  name: '欧阳删除甲',
  number: citizenNumber(71),
  mobile: '14277778888',
  card: '6217000012345678',
  job: '特种焊接工',
}

/** A member who came by a roster, whose hidden data somebody looked at, and who has left. */
async function formerMember(tenant: TestTenant) {
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const unionName = '删除测试工会'
  await tenant.inside((tx) =>
    makeOrganisation(tx, { kind: 'basic_union', name: unionName, parentId: tenant.north.streetId }),
  )
  const harness = await importer(tenant)
  const sheet = sheetOf([
    { ...traces, union: unionName, employer: '北机械厂', joined: '2020-05-01', education: '本科' },
    {
      name: '同行的人',
      number: citizenNumber(72),
      union: unionName,
      employer: '北机械厂',
      joined: '2020-05-01',
    },
  ])
  const sent = { file: sheet, fileName: 'a.csv', fields: { organisationId: tenant.federationId } }
  const imported = await harness.dryRun(officer, sent)
  const committed = await harness.commit(officer, imported.id)
  assert.equal(committed.state, 'committed', JSON.stringify(imported.counts))
  // A second file that names the person waits uncommitted: it must not bring anything back.
  const waiting = await harness.dryRun(officer, { ...sent, file: sheet.replace('本科', '大专') })
  const { body } = await officer.get<{ items: MemberRow[] }>(`/members?q=${encodeURIComponent(traces.name)}`)
  const personId = body.items[0]!.personId
  const reason = `${traces.name} 本人来电`
  assert.equal(
    (await officer.post(`/members/${personId}/reveal`, { fields: ['mobile'], reason })).status,
    200,
  )
  const leave = async () =>
    officer.post('/memberships/ending', { personIds: [personId], kind: 'left', on: '2024-01-01' })
  return { officer, personId, leave, commitWaiting: () => harness.commit(officer, waiting.id) }
}

/** In which tables the row of this tenant still says one of the traces, in clear, as a hash, or as something that opens. */
async function tablesThatRemember(tenant: TestTenant): Promise<string[]> {
  const { owner } = await testServer()
  const hashes = await tenant.inside(async (tx) => [
    documentHash(tx, { kind: 'citizen_id', number: traces.number }),
    mobileHashes(tx, traces.mobile).whole,
    mobileHashes(tx, traces.mobile).tail,
    cardHash(tx, traces.card),
  ])
  const needles = [...Object.values(traces), ...hashes.map((hash) => hash.toString('hex'))]
  const tables = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from "${name}" t where tenant_id = $1 and exists (select from unnest($2::text[]) x where strpos(t::text, x) > 0)`,
      [tenant.id, needles],
    )
    if (rows[0]!.n > 0) found.push(name)
  }
  return found
}

test('what is erased cannot be read anywhere again, while counts and dated facts stay', async () => {
  const tenant = await makeTenant()
  const { officer, personId, leave, commitWaiting } = await formerMember(tenant)
  assert.deepEqual(
    (await tablesThatRemember(tenant)).sort(),
    ['employments', 'import_rows', 'member_index', 'persons', 'reveals', 'service_cards'],
    'the search for traces finds them while they are there',
  )
  const during = tenant.inside((tx) => erasePerson(tx, null, { personId, ...request }))
  await assert.rejects(during, { code: 'people.erasure_while_member' })
  await leave()
  const countsBefore = await countsOf(tenant)
  await tenant.inside((tx) => erasePerson(tx, null, { personId, ...request }))
  assert.deepEqual(await tablesThatRemember(tenant), [])
  assert.deepEqual(await countsOf(tenant), countsBefore)
  assert.equal((await commitWaiting()).state, 'committed')
  assert.deepEqual(await countsOf(tenant), countsBefore, 'a file that still waited brings nobody back')
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
  const { body } = await officer.get<MemberFile>(`/members/${personId}`)
  assert.equal(body.name, tombstone)
  assert.deepEqual([body.document, body.mobile, body.birthDate, body.cards], [null, null, null, []])
  assert.equal(body.memberships.filter((row) => row.supersededAt === null).length, 1)
  const search = await officer.get<{ total: number }>(`/members?q=${encodeURIComponent(traces.name)}`)
  assert.equal(search.body.total, 0)
  const change = await officer.request<object>('PATCH', `/members/${personId}`, {
    version: body.version,
    mobile: traces.mobile,
  })
  assert.equal(change.body.error.code, 'people.erased')
  const again = tenant.inside((tx) => erasePerson(tx, null, { personId, ...request }))
  await assert.rejects(again, { code: 'people.erased' })
})

test('a restore applies erasures again, any number of times, and passes over whom it does not know', async () => {
  const tenant = await makeTenant()
  const stranger = await makeTenant()
  const { personId } = await formerMember(tenant)
  const members = await countsOf(tenant)
  const foreign = await stranger.inside((tx) => applyErasures(tx, [personId]))
  assert.equal(foreign, 0)
  // The backup was taken while the membership held: it is applied all the same.
  assert.equal(await tenant.inside((tx) => applyErasures(tx, [personId, tenant.id])), 1)
  assert.equal(await tenant.inside((tx) => applyErasures(tx, [personId])), 1)
  assert.deepEqual(await tablesThatRemember(tenant), [])
  assert.deepEqual(await countsOf(tenant), members)
  assert.deepEqual(await tenant.inside(memberIndexDifferences), right)
  const listed = await tenant.inside((tx) => listErasures(tx, null))
  assert.deepEqual(
    listed.map((row) => row.personId),
    [personId],
  )
  assert.deepEqual(await tenant.inside((tx) => listErasures(tx, '2999-01-01T00:00:00Z')), [])
})

test('with a person their account goes: sessions end, nobody signs in, the log-in is free', async () => {
  const tenant = await makeTenant()
  const client = await tenant.officer('union_chair', tenant.north.unionId)
  const personId = (await client.get<{ person: { id: string } }>('/me')).body.person.id
  const erasing = tenant.inside((tx) => erasePerson(tx, null, { personId, ...request }))
  await assert.rejects(erasing, { code: 'people.erasure_while_appointed' })
  const worker = await tenant.nobody()
  const workerId = (await worker.get<{ person: { id: string } }>('/me')).body.person.id
  await tenant.inside((tx) =>
    makeAppointment(tx, workerId, {
      post: 'judge',
      organisationId: tenant.north.unionId,
      startsOn: '2020-01-01',
      endsBefore: '2021-01-01',
    }),
  )
  await tenant.inside((tx) => erasePerson(tx, null, { personId: workerId, ...request }))
  assert.equal((await worker.get('/me')).status, 401)
  const { owner } = await testServer()
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from login_directory d join accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id where a.person_id = $1`,
    [workerId],
  )
  assert.equal(rows[0]!.n, 0)
})

test('every table that names a person or an account stands in the inventory of erasure, with columns the schema has', async () => {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns where table_schema = 'public' group by 1`,
  )
  const schema = new Map(rows.map((row) => [row.name, row.columns]))
  const listed = new Map(personalTables.map((each) => [each.table, each]))
  const forgotten = rows
    .filter(
      ({ name, columns }) => columns.some((column) => nobodysColumns.includes(column)) && !listed.has(name),
    )
    .map(({ name }) => name)
  assert.deepEqual(forgotten, [], 'say in people/erasure/inventory.ts what erasure does to these')
  for (const { table, by, becomes } of personalTables) {
    const named = [...Object.keys(by), ...('empty' in becomes ? Object.keys(becomes.empty) : [])]
    assert.deepEqual(
      named.filter((column) => !schema.get(table)?.includes(column)),
      [],
      table,
    )
  }
})

/** Figures a report could have shown before: members by union, memberships and employments ever, persons, posts. */
async function countsOf(tenant: TestTenant): Promise<unknown[]> {
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select 'union' as what, union_id::text as place, members::int as n from union_member_counts where tenant_id = $1
     union all select t, '', n from (values
       ('persons', (select count(*)::int from persons where tenant_id = $1)),
       ('memberships', (select count(*)::int from memberships where tenant_id = $1)),
       ('employments', (select count(*)::int from employments where tenant_id = $1)),
       ('looks', (select count(*)::int from reveals where tenant_id = $1)),
       ('import rows', (select count(*)::int from import_rows where tenant_id = $1))) v (t, n)
     order by 1, 2`,
    [tenant.id],
  )
  return rows
}
