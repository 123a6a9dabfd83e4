import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { AuditEntry, AuditEntryDetail, EntryFilter } from '#contract/audit.ts'
import { audit } from '#server/platform/audit.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeAnchor } from '../anchors/make.ts'
import { newestKeys, resolveFilter } from '../queries/entry-filter.ts'

/** One entry about each street and union, and the sign-ins of two officers. */
async function loggedTenant(): Promise<{ tenant: TestTenant; admin: TestClient; subjectId: string }> {
  const tenant = await makeTenant()
  const admin = await tenant.officer('audit_administrator', tenant.federationId)
  await tenant.officer('street_officer', tenant.north.streetId)
  const subjectId = newId()
  await tenant.inside(async (tx) => {
    const about = (action: string, organisationId: string) =>
      audit(tx, null, action, {
        kind: 'organisation',
        id: subjectId,
        organisationId,
        params: { workers: 35, asOf: '2026-06-30' },
      })
    await about('organisations.headcount_recorded', tenant.north.streetId)
    await about('organisations.headcount_recorded', tenant.north.unionId)
    await about('organisations.changed', tenant.south.unionId)
  })
  return { tenant, admin, subjectId }
}

async function found(admin: TestClient, filter: Record<string, string>): Promise<AuditEntry[]> {
  const { status, body } = await admin.get<{ items: AuditEntry[] }>(
    `/audit/entries?${new URLSearchParams({ limit: '200', ...filter }).toString()}`,
  )
  assert.equal(status, 200, JSON.stringify(body))
  return body.items
}

const actionsIn = (entries: AuditEntry[]) => entries.map(({ action }) => action).sort()

test('entries are found by act, by module, and by words of the sentence in either language', async () => {
  const { admin } = await loggedTenant()
  const headcounts = ['organisations.headcount_recorded', 'organisations.headcount_recorded']
  assert.deepEqual(actionsIn(await found(admin, { action: 'organisations.headcount_recorded' })), headcounts)
  assert.equal((await found(admin, { action: 'organisations' })).length, 3)
  assert.deepEqual(actionsIn(await found(admin, { q: '填报 职工人数' })), headcounts)
  assert.deepEqual(actionsIn(await found(admin, { q: 'Reported Workers' })), headcounts)
  assert.deepEqual(actionsIn(await found(admin, { q: '职工人数', action: 'sessions' })), [])
  assert.deepEqual(await found(admin, { q: 'nothing is called so' }), [])
})

test('entries are found by who acted, by post, by subject, by day', async () => {
  const { admin, subjectId } = await loggedTenant()
  assert.deepEqual(actionsIn(await found(admin, { actor: '陈测试' })), [
    'sessions.created',
    'sessions.created',
  ])
  assert.deepEqual(await found(admin, { actor: '没有此人' }), [])
  const street = await found(admin, { post: 'street_officer' })
  assert.deepEqual(
    street.map(({ actorPost }) => actorPost),
    ['street_officer'],
  )
  assert.equal((await found(admin, { subjectId })).length, 3)
  const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10)
  assert.equal((await found(admin, { from: today, to: today })).length, 5)
  assert.deepEqual(await found(admin, { to: '2020-01-01' }), [])
})

test('an organisation is found by id or name, alone or with all below it', async () => {
  const { admin, tenant } = await loggedTenant()
  const { streetId } = tenant.north
  const action = 'organisations'
  assert.equal((await found(admin, { action, organisationId: streetId })).length, 1)
  assert.equal((await found(admin, { action, organisationId: streetId, includeSubtree: 'true' })).length, 2)
  assert.equal((await found(admin, { action, organisation: '北街道' })).length, 1)
  assert.equal((await found(admin, { action, organisation: '北街道', includeSubtree: 'true' })).length, 2)
  assert.deepEqual(
    await found(admin, { organisation: '南街道', includeSubtree: 'true', action: 'sessions' }),
    [],
  )
  const other = await loggedTenant()
  assert.deepEqual(await found(other.admin, { organisationId: streetId }), [])
})

test('pages of a search neither lose nor repeat an entry, whatever leads it', async () => {
  const { admin } = await loggedTenant()
  const filters: Record<string, string>[] = [
    {},
    { action: 'organisations' },
    { organisation: '街道', includeSubtree: 'true' },
  ]
  for (const filter of filters) {
    const all = (await found(admin, filter)).map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: Record<string, string> = { ...filter, limit: '2', ...(cursor === '' ? {} : { cursor }) }
      const { body } = await admin.get<{ items: AuditEntry[]; nextCursor: string | null }>(
        `/audit/entries?${new URLSearchParams(query).toString()}`,
      )
      paged.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
    }
    assert.deepEqual(paged, all)
  }
})

test('an entry is shown with its hashes, its neighbours, and the seal and anchor that cover it', async () => {
  const { admin, tenant } = await loggedTenant()
  const [entry] = await found(admin, { action: 'organisations.changed' })
  const path = `/audit/entries/${entry!.chain}/${entry!.seq}`
  const { body: fresh } = await admin.get<AuditEntryDetail>(path)
  assert.deepEqual([fresh.seal, fresh.anchor, fresh.after], [null, null, null])
  assert.equal(fresh.before?.action, 'organisations.headcount_recorded')
  assert.match(fresh.hash, /^[0-9a-f]{64}$/)
  await tenant.inside((tx) => makeAnchor(tx, null))
  const { body: covered } = await admin.get<AuditEntryDetail>(path)
  assert.deepEqual([covered.seal?.number, covered.anchor], [1, 1])
  assert.equal((await admin.get(`/audit/entries/${entry!.chain}/999`)).status, 404)
  assert.equal((await admin.get('/audit/entries/99999/1')).status, 404)
})

test('an export says who took it and what for, keeps text as text, and is recorded', async () => {
  const { admin, tenant } = await loggedTenant()
  const { app, owner } = await testServer()
  const take = (body: object) =>
    app.inject({ method: 'POST', url: '/api/v1/audit/entries/export', headers: admin.headers, payload: body })
  const filter: EntryFilter = { action: 'organisations' }
  const csv = await take({ filter, purpose: '=1+1 年度检查', format: 'csv', language: 'zh' })
  assert.equal(csv.statusCode, 200)
  const lines = csv.body.split('\r\n')
  assert.match(lines[0]!, /用途：=1\+1 年度检查/)
  assert.match(lines[1]!, /时间,谁,身份,做了什么/)
  assert.equal(lines.length, 6)
  assert.match(csv.body, /填报了职工人数 35 人（2026-06-30）/)
  const xlsx = await take({ filter, purpose: 'yearly check', format: 'xlsx', language: 'en' })
  assert.equal(xlsx.rawPayload.subarray(0, 2).toString(), 'PK')
  assert.equal((await take({ filter, purpose: '', format: 'csv', language: 'zh' })).statusCode, 400)
  const { rows } = await owner.query(
    'select entries, purpose from audit_exports where tenant_id = $1 order by exported_at',
    [tenant.id],
  )
  assert.deepEqual(rows, [
    { entries: 3, purpose: '=1+1 年度检查' },
    { entries: 3, purpose: 'yearly check' },
  ])
  assert.equal((await found(admin, { action: 'audit.exported' })).length, 2)
})

test('each search walks an index in the order of time and sorts no more than a page for each value', async () => {
  const { tenant, subjectId } = await loggedTenant()
  const plans: [EntryFilter, RegExp][] = [
    [{}, /audit_entries_time_idx/],
    [{ from: '2026-01-01', to: '2026-01-31' }, /audit_entries_time_idx/],
    [{ action: 'people' }, /audit_entries_action_idx/],
    [{ q: '登录' }, /audit_entries_action_idx/],
    [{ actor: '陈测试' }, /audit_entries_account_idx/],
    [{ organisationId: tenant.north.streetId, includeSubtree: true }, /audit_entries_organisation_idx/],
    [{ subjectId }, /audit_entries_subject_idx/],
  ]
  for (const [filter, index] of plans) {
    const plan = await tenant.inside(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      await sql`set local enable_bitmapscan = off`.execute(tx)
      const keys = newestKeys(tx, await resolveFilter(tx, filter), { after: null, limit: 51 })
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${keys}`.execute(tx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    assert.match(plan, index, JSON.stringify(filter))
    assert.doesNotMatch(plan, /Seq Scan on audit_entries/)
  }
})
