import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#contract/sessions.ts'
import { openWorkbook } from '#server/platform/workbook/index.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { makeMembers } from '#server/modules/people/tests/make-members.ts'
import { testServer } from '#server/test/server.ts'

/** Eleven members in one street and two in another. */
async function streetsWithMembers(): Promise<TestTenant> {
  const tenant = await makeTenant()
  const many = (count: number, unionId: string) =>
    Array.from({ length: count }, (_, at) => ({ name: `赵${'一二三四五六七八九十百'[at]}`, unionId }))
  await tenant.inside((tx) =>
    makeMembers(tx, [...many(11, tenant.north.unionId), ...many(2, tenant.south.unionId)]),
  )
  return tenant
}

async function download(client: TestClient, path: string, body: object = {}) {
  const { app } = await testServer()
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: client.headers,
    payload: { purpose: '给领导汇报', language: 'zh', ...body },
  })
  return { status: answer.statusCode, payload: answer.rawPayload, text: answer.body }
}

async function linesOf(payload: Buffer): Promise<string[]> {
  const workbook = await openWorkbook(payload)
  const lines: string[] = []
  await workbook.sheets[0]!.rows((row) => lines.push(row.values.slice(0, row.width).join(' | ')))
  workbook.close()
  return lines
}

test('a figure leaves as a workbook with its question, its parts and what it was for, and the log says so', async () => {
  const tenant = await streetsWithMembers()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const file = await download(officer, '/measures/members/workbook', { by: 'organisation' })
  assert.equal(file.status, 200)
  const lines = await linesOf(file.payload)
  assert.match(lines[0]!, /用途：给领导汇报/)
  assert.match(lines[1]!, /截至/)
  assert.ok(lines.some((line) => line.endsWith('| 11')))
  assert.equal(lines.at(-1), '合计 | 13')
  const logged = await tenant.inside((tx) =>
    tx
      .selectFrom('audit_entries')
      .select('params')
      .where('tenant_id', '=', tenant.id)
      .where('action', '=', 'measures.exported')
      .execute(),
  )
  assert.equal(logged.length, 1)
  assert.doesNotMatch(JSON.stringify(logged), /汇报/)
})

test('whoever sees counts only carries away what the screen shows: rounded, without the small ones, and no rows', async () => {
  const tenant = await streetsWithMembers()
  const auditor = await tenant.officer('audit_committee_member', tenant.federationId)
  const file = await download(auditor, '/measures/members/workbook', { by: 'organisation' })
  const lines = await linesOf(file.payload)
  assert.ok(!lines.some((line) => /\| (2|11|13)$/.test(line)), lines.join('\n'))
  assert.ok(lines.some((line) => line.endsWith('过少，不显示')))
  assert.equal((await download(auditor, '/measures/members/rows/workbook')).status, 403)
})

test('rows that are members leave only with the power to export them, and each of them can read who took the list', async () => {
  const tenant = await streetsWithMembers()
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const file = await download(street, '/measures/members/rows/workbook')
  const lines = await linesOf(file.payload)
  assert.equal(lines.length, 3 + 11)
  const taken = await tenant.inside((tx) =>
    tx.selectFrom('member_export_rows').select('person_id').where('tenant_id', '=', tenant.id).execute(),
  )
  assert.equal(taken.length, 11)
  const clerk = await tenant.officer('union_officer', tenant.north.unionId)
  const { body: me } = await clerk.get<Me>('/me')
  assert.ok(me.permissions.includes('figures.open') && !me.permissions.includes('roster.export'))
  const refused = await download(clerk, '/measures/members/rows/workbook')
  assert.equal(refused.status, 422)
  assert.match(refused.text, /measures\.members_not_exported/)
})

test('neither without a purpose nor from outside one’s scope', async () => {
  const tenant = await streetsWithMembers()
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  for (const path of ['/measures/members/workbook', '/measures/members/rows/workbook']) {
    assert.equal((await download(street, path, { purpose: '  ' })).status, 400)
    assert.equal((await download(street, path, { organisationId: tenant.south.streetId })).status, 404)
  }
  assert.equal((await download(street, '/measures/none_declared/workbook')).status, 404)
})
