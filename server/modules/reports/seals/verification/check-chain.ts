import { sql } from 'kysely'
import type { Finding } from '#contract/reports-seals.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { storedReports, type StoredReport } from '../stored.ts'
import { hashSeal, noSeal } from '../text.ts'
import { finding } from './finding.ts'

/** What was looked at in the chain, and what differs there. */
export interface CheckedChain {
  seals: number
  findings: Finding[]
}

/**
 * Follows the chain of the tenant's seals from the first on: each must name the one before it and be the hash of its report, the head must be the
 * last of them, and the audit log, which goes outside with its anchors, must know each of them and no other. `part` names the seal.
 */
export async function checkChain(tx: Tx): Promise<CheckedChain> {
  const reports = await storedReports(tx, null)
  const linked = reports.filter((report) => report.number !== null)
  const logged = await loggedSeals(tx)
  const head = await tx
    .selectFrom('report_seal_heads')
    .select('number')
    .where('tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
  const byNumber = new Map(linked.map((report) => [report.number!, report]))
  const last = Math.max(head?.number ?? 0, ...byNumber.keys(), ...logged.keys())
  const findings: Finding[] = []
  let previous: string | null = noSeal
  for (let number = 1; number <= last; number++) {
    const report = byNumber.get(number)
    findings.push(...checkLink(number, { report, previous, logged: logged.get(number) }))
    previous = report?.hash ?? null
  }
  return { seals: linked.length, findings }
}

interface Link {
  report: StoredReport | undefined
  /** The hash of the seal before it; null where that one is gone. */
  previous: string | null
  /** What the audit log says its hash is. */
  logged: string | undefined
}

function checkLink(number: number, { report, previous, logged }: Link): Finding[] {
  const part = String(number)
  if (report === undefined) return [finding('seal_missing', { part, sealed: logged ?? null })]
  const recomputed = hashSeal({ number, previous: report.previous! }, report)
  const changed = recomputed !== report.hash || (previous !== null && report.previous !== previous)
  if (changed || (logged !== undefined && logged !== report.hash))
    return [finding('seal_changed', { part, sealed: logged ?? report.hash, found: recomputed })]
  return logged === undefined ? [finding('seal_not_in_log', { part, found: report.hash })] : []
}

async function loggedSeals(tx: Tx): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ number: number; hash: string }>`
    select (params ->> 'number')::int as number, params ->> 'hash' as hash from audit_entries
    where tenant_id = ${tx.tenantId} and action = 'reports.sealed'`.execute(tx)
  return new Map(rows.map(({ number, hash }) => [number, hash]))
}
