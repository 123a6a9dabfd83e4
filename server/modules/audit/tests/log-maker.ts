import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { FoundByVerification } from '#contract/audit.ts'
import { parseAnchor, type Anchor } from '../anchors/anchor.ts'
import type { MadeAnchor } from '../anchors/make.ts'
import { verifyChains } from '../verification/verify.ts'

/** Appends so many entries that differ, all of one transaction and so of one chain. */
export async function append(tx: Tx, count: number, author: Actor | null = null): Promise<void> {
  for (let n = 0; n < count; n++)
    await audit(tx, author, 'sessions.created', {
      kind: 'account',
      id: null,
      organisationId: null,
      params: { n },
    })
}

/** The anchor as somebody outside would read it. */
export function asRead(made: MadeAnchor | null): Anchor {
  const anchor = parseAnchor(made!.text)
  if (typeof anchor === 'string') throw new Error(anchor)
  return anchor
}

/** Verifies against these anchors from outside, or none. */
export function verified(tx: Tx, ...anchors: Anchor[]): Promise<FoundByVerification> {
  return verifyChains(tx, { anchors, damaged: [] }, async () => {})
}
