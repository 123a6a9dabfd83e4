import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuditEntry, AuditVerification } from '#contract/audit.ts'
import { audit } from '#server/platform/audit.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { verifyChains } from './index.ts'

async function withEntries(count: number): Promise<TestTenant> {
  const tenant = await makeTenant()
  for (let i = 0; i < count; i++) {
    await tenant.inside((tx) =>
      audit(tx, null, 'sessions.created', {
        kind: 'account',
        id: null,
        organisationId: null,
        params: { n: i },
      }),
    )
  }
  return tenant
}

test('untouched chains verify, and the audit administrator reads the log newest first', async () => {
  const tenant = await withEntries(40)
  const admin = await tenant.officer('audit_administrator', tenant.federationId)
  const { body: list } = await admin.get<{ items: AuditEntry[]; nextCursor: string | null }>(
    '/audit/entries?limit=10',
  )
  assert.equal(list.items.length, 10)
  const { body: next } = await admin.get<{ items: AuditEntry[] }>(
    `/audit/entries?limit=200&cursor=${list.nextCursor}`,
  )
  assert.equal(next.items.length, 31)
  assert.equal(new Set([...list.items, ...next.items].map((each) => each.id)).size, 41)
  const { body: verification } = await admin.post<AuditVerification>('/audit/verification')
  assert.deepEqual(verification.broken, [])
})

test('an officer without the function is refused before any row is read', async () => {
  const tenant = await withEntries(1)
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await officer.get('/audit/entries')).status, 403)
})

const tamperings: Record<string, string> = {
  'an edited entry': `update audit_entries set action = 'other' where tenant_id = $1 and (chain, seq) in (select chain, 1 from audit_heads where tenant_id = $1 and seq > 1 limit 1)`,
  'a deleted entry': `delete from audit_entries where tenant_id = $1 and (chain, seq) in (select chain, 1 from audit_heads where tenant_id = $1 and seq > 1 limit 1)`,
  'a cut tail': `delete from audit_entries e using audit_heads h where e.tenant_id = $1 and h.tenant_id = $1 and h.chain = e.chain and h.seq = e.seq and h.seq > 1`,
}

for (const [what, statement] of Object.entries(tamperings)) {
  test(`${what} is found and named`, async () => {
    const tenant = await withEntries(120)
    const { owner } = await testServer()
    const { rowCount } = await owner.query(statement, [tenant.id])
    assert.ok((rowCount ?? 0) > 0)
    const { broken } = await tenant.inside(verifyChains)
    assert.ok(broken.length > 0)
  })
}

test('the app role can neither change nor delete the log', async () => {
  const tenant = await withEntries(1)
  for (const statement of [
    `update audit_entries set action = 'x'`,
    'delete from audit_entries',
    `update audit_heads set seq = 0`,
  ]) {
    await assert.rejects(
      tenant.inside((tx) => tx.client.query(statement)),
      /permission denied/,
    )
  }
})
