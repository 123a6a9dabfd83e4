import { sql } from 'kysely'
import type { AuditVerification, FoundByVerification, operations } from '#contract/audit.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit, type Author } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { enqueueJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { parseAnchor } from '../anchors/anchor.ts'
import { configuredAnchors } from '../anchors/configured.ts'
import type { FoundAnchors } from '../anchors/folder.ts'
import { verifyChains } from '../verification/verify.ts'

type Input = InputOf<(typeof operations)['verifyAuditChain']>

/** A log longer than this is verified by a job: nobody waits longer than a few seconds for an answer. */
const mostAtOnce = 200_000

/**
 * Checks the log against the anchor that was handed in, or else those of the folder outside, and records that it was done and what it found.
 * A long log becomes a job, except against an anchor that was handed in.
 */
export async function verifyAuditChain(
  platform: Platform,
  actor: Actor,
  { anchor }: Input,
): Promise<AuditVerification> {
  const anchors =
    anchor === undefined ? await configuredAnchors(platform, actor.tenantId) : handedIn(anchor, actor)
  return inTenant(platform, actor.tenantId, async (tx) => {
    if (anchor === undefined && (await countEntries(tx)) > mostAtOnce) return verifyLater(tx, actor)
    const found = await verifyChains(tx, anchors, async () => {})
    await recordVerification(tx, actor, found)
    return { ...found, job: null }
  })
}

/** Appends what a verification found. */
export async function recordVerification(tx: Tx, author: Author, found: FoundByVerification): Promise<void> {
  await audit(tx, author, 'audit.verified', {
    kind: 'audit',
    id: null,
    organisationId: null,
    params: {
      entries: found.entries,
      anchors: found.anchors,
      broken: found.broken.length + found.brokenSeals.length + found.brokenAnchors.length,
    },
  })
}

function handedIn(text: string, actor: Actor): FoundAnchors {
  const anchor = parseAnchor(text)
  if (typeof anchor === 'string' || anchor.tenant.id !== actor.tenantId) refuse('audit.not_an_anchor')
  return { anchors: [anchor], damaged: [] }
}

async function countEntries(tx: Tx): Promise<number> {
  const { rows } = await sql<{ entries: number }>`
    select coalesce(sum(seq), 0)::bigint as entries from audit_heads where tenant_id = ${tx.tenantId}`.execute(
    tx,
  )
  return rows[0]!.entries
}

async function verifyLater(tx: Tx, actor: Actor): Promise<AuditVerification> {
  const id = await enqueueJob(tx, actor, { kind: 'audit.verify', payload: {} })
  await audit(tx, actor, 'audit.verification_asked', { kind: 'audit', id: null, organisationId: null })
  return {
    intact: null,
    entries: await countEntries(tx),
    chains: 0,
    broken: [],
    seals: 0,
    brokenSeals: [],
    sealedUntil: null,
    anchors: 0,
    brokenAnchors: [],
    anchoredUntil: null,
    job: { id, state: 'waiting', progress: { step: null, done: 0, total: null } },
  }
}
