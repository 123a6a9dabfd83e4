import { createHash } from 'node:crypto'
import type pg from 'pg'
import { verifyChains } from '#server/modules/audit/index.ts'
import type { MasterKeys } from '#server/platform/crypto.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { processorSeconds } from '../members/processes.ts'

/** Appends entries to a tenant's log and says how fast. */
export async function fillLog(
  owner: pg.Client,
  { tenantId, entries }: { tenantId: string; entries: number },
): Promise<number> {
  const started = performance.now()
  const perTransaction = 1000
  for (let at = 0; at < entries; at += perTransaction) {
    await owner.query('begin')
    await owner.query(`set local app.tenant = '${tenantId}'`)
    await owner.query(
      `select append_audit(row($1::uuid, 0, 0, gen_random_uuid(), now(), 'people.member_revealed', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'person',
         gen_random_uuid(), jsonb_build_object('fields', 'document,mobile', 'n', n), '', '')::audit_entries) from generate_series(1, $2::int) n`,
      [tenantId, perTransaction],
    )
    await owner.query('commit')
    if (at % 20_000 === 0)
      await owner.query(
        `begin; set local app.tenant = '${tenantId}'; select seal_audit('${tenantId}'); commit`,
      )
  }
  await owner.query('vacuum analyze audit_entries, audit_heads, audit_seals, audit_seal_heads')
  return (entries / (performance.now() - started)) * 1000
}

/** Verifies the whole log as `gonghui verify` does: entries per second of the clock, and of PostgreSQL's processor. */
export async function verifyRate(
  place: { url: string; keys: MasterKeys },
  tenantId: string,
): Promise<{ perSecond: number; perProcessorSecond: number }> {
  const pool = openPool({ url: place.url, connections: 1 })
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const before = processorSeconds(rows[0]!.pid)
  const started = performance.now()
  const found = await inTenant({ pool, keys: place.keys }, tenantId, (tx) =>
    verifyChains(tx, { anchors: [], damaged: [] }, async () => {}),
  )
  const seconds = (performance.now() - started) / 1000
  const processor = processorSeconds(rows[0]!.pid) - before
  await pool.end()
  if (!found.intact) throw new Error('the log of the benchmark does not verify')
  return { perSecond: found.entries / seconds, perProcessorSecond: found.entries / processor }
}

/** The limit: SHA-256 over the same bytes, one entry after the other, all in memory; entries per second. */
export async function nodeHashRate(owner: pg.Client, tenantId: string): Promise<number> {
  const { rows } = await owner.query<{ line: Buffer }>(
    `select prev_hash || convert_to(jsonb_build_object('tenant', tenant_id, 'chain', chain, 'seq', seq, 'id', id, 'at', recorded_at, 'action', action,
       'appointment', appointment_id, 'account', account_id, 'organisation', organisation_id, 'subjectKind', subject_kind, 'subject', subject_id,
       'params', params)::text, 'UTF8') as line from audit_entries where tenant_id = $1 limit 50000`,
    [tenantId],
  )
  const started = performance.now()
  for (const { line } of rows) createHash('sha256').update(line).digest()
  return (rows.length / (performance.now() - started)) * 1000
}
