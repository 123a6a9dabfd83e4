import type { AuditVerification } from '#contract/audit.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { verifyChains } from '../queries/verification.ts'

/** Checks the chains and records that it was done and what it found. */
export async function verifyAuditChain(tx: Tx, actor: Actor): Promise<AuditVerification> {
  const verification = await verifyChains(tx)
  await audit(tx, actor, 'audit.verified', {
    kind: 'audit',
    id: null,
    organisationId: null,
    params: { entries: verification.entries, broken: verification.broken.length },
  })
  return verification
}
