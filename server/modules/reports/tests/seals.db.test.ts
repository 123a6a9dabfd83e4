import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { SealedReport, SealedReportRow, SealedRow } from '#contract/reports-seals.ts'
import type { TestClient } from '#server/test/client.ts'
import { addMembers } from '#server/test/organisation-officer.ts'
import { sealedWorld } from './sealed-world.ts'

interface Page<T> {
  items: T[]
  nextCursor: string | null
  total: number
}
const rowsOf = async (client: TestClient, report: SealedReport, more = '') =>
  (await client.get<Page<SealedRow>>(`/sealed-reports/${report.id}/figures/1/rows?limit=3${more}`)).body

test('a sealed report keeps its values when the figures go on', async () => {
  const { tenant, officer, seal, verify } = await sealedWorld()
  const report = await seal([{ measure: 'members' }, { measure: 'members', by: 'organisation' }])
  assert.deepEqual(
    report.figures.map(({ total }) => total),
    [5, 5],
  )
  assert.deepEqual(report.figures[1]!.groups!.map(({ value }) => value).sort(), [2, 3])
  await addMembers(tenant, 4, tenant.north)
  const { body: now } = await officer.get<{ total: number }>('/measures/members')
  const { body: then } = await officer.get<SealedReport>(`/sealed-reports/${report.id}`)
  assert.deepEqual([now.total, then.figures[0]!.total], [9, 5])
  const verification = await verify(report.id)
  assert.deepEqual([verification.intact, verification.seals, verification.findings], [true, 1, []])
})

test('a sealed figure opens to exactly the rows it counted, page by page', async () => {
  const { tenant, officer, seal } = await sealedWorld()
  const report = await seal([{ measure: 'members' }])
  await addMembers(tenant, 1, tenant.north)
  const first = await rowsOf(officer, report)
  const second = await rowsOf(officer, report, `&cursor=${first.nextCursor}`)
  assert.deepEqual([first.total, first.items.length, second.items.length, second.nextCursor], [5, 3, 2, null])
  const all = [...first.items, ...second.items]
  assert.equal(new Set(all.map(({ id }) => id)).size, 5)
  for (const { state, label, organisationName } of all)
    assert.ok(state === 'there' && label!.startsWith('李测试') && organisationName !== '')
})

test('rows are named within one’s scope of today only', async () => {
  const { tenant, officer, seal } = await sealedWorld()
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  const report = await seal([{ measure: 'members', organisationId: tenant.north.streetId }], {
    organisationId: tenant.north.streetId,
  })
  assert.equal(
    (await rowsOf(north, report)).items.every(({ state }) => state === 'there'),
    true,
  )
  const moved = await officer.post(`/organisations/${tenant.north.unionId}/moves`, {
    parentId: tenant.south.streetId,
    startsOn: '2026-01-01',
  })
  assert.equal(moved.status, 200)
  const { items, total } = await rowsOf(north, report)
  assert.deepEqual(
    [total, items.map(({ state, label }) => `${state} ${label}`)],
    [3, Array(3).fill('elsewhere null')],
  )
})

test('who may not open figures there is told no values; who does not reach it finds nothing', async () => {
  const { tenant, seal, verify } = await sealedWorld()
  const report = await seal([{ measure: 'members' }])
  const auditor = await tenant.officer('audit_committee_member', tenant.federationId)
  const { body } = await auditor.get<SealedReport>(`/sealed-reports/${report.id}`)
  const [figure] = body.figures
  assert.deepEqual(
    [figure!.total, figure!.rows, figure!.mayOpen, body.can.correct],
    [null, null, false, false],
  )
  assert.deepEqual((await verify(report.id, auditor)).figures[0]!.rows, null)
  assert.equal((await auditor.get(`/sealed-reports/${report.id}/figures/1/rows`)).status, 403)
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  for (const path of ['', '/verification', '/figures/1/rows'])
    assert.equal((await north.get(`/sealed-reports/${report.id}${path}`)).status, 404)
  assert.deepEqual((await north.get<Page<SealedReportRow>>('/sealed-reports')).body.items, [])
})

test('only chairs and officers seal, what they reach, of days that have come', async () => {
  const { tenant, officer } = await sealedWorld()
  const seal = (client: TestClient, figure: object, more: object = {}) =>
    client.post('/sealed-reports', { title: '报表', figures: [figure], ...more })
  const unionOfficer = await tenant.officer('union_officer', tenant.north.unionId)
  assert.equal((await seal(unionOfficer, { measure: 'members' })).status, 403)
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  assert.equal((await seal(chair, { measure: 'members' })).status, 201)
  assert.equal((await seal(chair, { measure: 'members', organisationId: tenant.north.streetId })).status, 404)
  const elsewhere = { organisationId: tenant.south.unionId }
  assert.equal(
    (await seal(chair, { measure: 'members', organisationId: tenant.north.unionId }, elsewhere)).status,
    404,
  )
  for (const [figure, path] of [
    [{ measure: 'nobody_declared_this' }, 'measure'],
    [{ measure: 'members', asOf: '2999-01-01' }, 'asOf'],
    [{ measure: 'members', from: '2020-01-01' }, 'from'],
    [{ measure: 'events_held', from: '2021-01-01', to: '2020-01-01' }, 'to'],
    [{ measure: 'members', by: 'weather' }, 'by'],
  ] as const) {
    const { status, body } = await seal(officer, figure)
    assert.deepEqual([status, body.error.fields![0]!.path], [400, `figures.0.${path}`])
  }
})

test('a correction is a new version beside the old one, and there is one only', async () => {
  const { tenant, officer, seal, verify } = await sealedWorld()
  const first = await seal([{ measure: 'members' }])
  await addMembers(tenant, 1, tenant.north)
  const second = await seal([{ measure: 'members' }], { correctsId: first.id })
  assert.deepEqual(
    [second.version, second.figures[0]!.total, second.organisationId],
    [2, 6, first.organisationId],
  )
  const { body: old } = await officer.get<SealedReport>(`/sealed-reports/${first.id}`)
  assert.deepEqual([old.state, old.figures[0]!.total, old.can.correct], ['corrected', 5, false])
  assert.deepEqual(
    old.versions.map(({ id }) => id),
    [first.id, second.id],
  )
  const again = await officer.post('/sealed-reports', {
    title: '又一次',
    figures: [{ measure: 'members' }],
    correctsId: first.id,
  })
  assert.deepEqual([again.status, again.body.error.code], [409, 'reports.already_corrected'])
  for (const { id } of [first, second]) assert.equal((await verify(id)).intact, true)
  const listed = async (query: string) =>
    (await officer.get<Page<SealedReportRow>>(`/sealed-reports${query}`)).body.items.map(({ id }) => id)
  assert.deepEqual(await listed(''), [second.id, first.id])
  assert.deepEqual(await listed('?state=corrected'), [first.id])
  assert.deepEqual(await listed(`?state=current&q=${encodeURIComponent('年度')}`), [second.id])
})

test('a change that was under way during the sealing does not turn up behind the figure', async () => {
  const { tenant, officer, seal, verify } = await sealedWorld()
  const report = await tenant.inside(async (tx) => {
    await sql`insert into memberships (tenant_id, id, person_id, union_id, kind, starts_on)
      select tenant_id, gen_random_uuid(), id, ${tenant.north.unionId}, 'member', '2020-01-01' from persons p where tenant_id = ${tenant.id}
        and not exists (select from memberships m where m.tenant_id = p.tenant_id and m.person_id = p.id) limit 1`.execute(
      tx,
    )
    return seal([{ measure: 'members' }])
  })
  const asKnown = async (at: string) =>
    (await officer.get<{ total: number }>(`/measures/members?knownAt=${at}`)).body.total
  // Without the earlier moment the row would stand behind the figure from now on.
  assert.deepEqual([await asKnown(report.sealedAt), await asKnown(report.knownAt)], [6, 5])
  assert.equal((await verify(report.id)).intact, true)
})

test('many who seal at once make one chain', async () => {
  const { seal, verify } = await sealedWorld()
  const reports = await Promise.all(Array.from({ length: 6 }, () => seal([{ measure: 'members' }])))
  assert.deepEqual(reports.map(({ number }) => number).sort(), [1, 2, 3, 4, 5, 6])
  const byNumber = reports.toSorted((a, b) => a.number - b.number)
  for (const [index, report] of byNumber.slice(1).entries())
    assert.equal(report.previousHash, byNumber[index]!.hash)
  assert.equal((await verify(reports[0]!.id)).intact, true)
})
