import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuditEntry, AuditVerification } from '#contract/audit.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { append, verified } from './log-maker.ts'

async function withEntries(count: number): Promise<TestTenant> {
  const tenant = await makeTenant()
  for (let n = 0; n < count; n += 3) await tenant.inside((tx) => append(tx, Math.min(3, count - n)))
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
  assert.equal(verification.intact, true)
  assert.equal(verification.job, null)
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
    const { broken } = await tenant.inside((tx) => verified(tx))
    assert.ok(broken.length > 0)
  })
}

test('the app role can append and seal, and do nothing else to the log', async () => {
  const tenant = await withEntries(1)
  const other = await makeTenant()
  const values = (id: string) =>
    `('${id}', 0, 0, '${id}', now(), 'x.y', null, null, null, 'x', null, '{}', '', '')`
  const entryOfOther = `row${values(other.id)}::audit_entries`
  for (const statement of [
    `update audit_entries set action = 'x'`,
    'delete from audit_entries',
    'truncate audit_entries',
    `insert into audit_entries values ${values(tenant.id)}`,
    'update audit_heads set seq = 0',
    'delete from audit_heads',
    'insert into audit_heads (tenant_id, chain, seq, hash) select tenant_id, 99, 0, hash from audit_heads limit 1',
    'update audit_seals set entries = 0',
    'delete from audit_seals',
    'truncate audit_seals, audit_seal_heads',
    'update audit_seal_heads set seq = 0',
    'delete from audit_seal_heads',
    `insert into audit_seals select '${tenant.id}', 9, now(), 0, '', ''`,
    `update audit_anchors set content = ''`,
    'delete from audit_anchors',
    `update audit_anchor_deliveries set outcome = 'kept'`,
    'delete from audit_anchor_deliveries',
    'alter table audit_entries disable trigger all',
    'alter table audit_entries no force row level security',
    'drop table audit_entries',
    `select append_audit(${entryOfOther})`,
    `select seal_audit('${other.id}')`,
    `select take_audit_head('${tenant.id}')`,
    'set role gonghui_owner',
  ]) {
    await assert.rejects(
      tenant.inside((tx) => tx.client.query(statement)),
      /permission denied|must be owner|of another tenant|does not exist/,
      statement,
    )
  }
})

test('the time of an entry is the database’s own, whatever was asked for', async () => {
  const tenant = await makeTenant()
  const { rows } = await tenant.inside(async (tx) => {
    await tx.client.query(
      `select append_audit(row('${tenant.id}', 0, 0, '${tenant.id}', timestamptz '2001-01-01', 'x.y', null, null, null, 'x', null, '{}', '', '')::audit_entries)`,
    )
    return tx.client.query<{ told: boolean }>(
      'select recorded_at = now() as told from audit_entries where tenant_id = $1',
      [tenant.id],
    )
  })
  assert.deepEqual(rows, [{ told: true }])
})
