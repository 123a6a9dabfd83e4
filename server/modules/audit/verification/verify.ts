import type { BrokenChain, FoundByVerification } from '#contract/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { FoundAnchors } from '../anchors/folder.ts'
import { chainsAgainstAnchors, checkAnchors } from './anchors.ts'
import { checkLinks, type Progress } from './links.ts'
import { chainsAgainstSeals, checkSeals } from './seals.ts'

/**
 * Checks the tenant's whole log: every link, every seal, and all of it against anchors from outside. Links alone find a careless change; a
 * chain that was rewritten with all its hashes is found by the seals; one whose seals were rewritten too is found by an anchor only. So what
 * lies after the newest anchor is covered by the seals, and what lies after the newest seal by unchanged heads.
 */
export async function verifyChains(
  tx: Tx,
  { anchors, damaged }: FoundAnchors,
  progress: Progress,
): Promise<FoundByVerification> {
  const links = await checkLinks(tx, progress)
  const seals = await checkSeals(tx)
  const own = anchors.filter((anchor) => anchor.tenant.id === tx.tenantId)
  const broken = firstOfEach([
    ...links.broken,
    ...(await chainsAgainstSeals(tx)),
    ...(await chainsAgainstAnchors(tx, own)),
  ])
  const brokenAnchors = [
    ...damaged.map((number) => ({ number, problem: 'damaged' })),
    ...(await checkAnchors(tx, own)),
  ]
  return {
    intact: broken.length + seals.broken.length + brokenAnchors.length === 0,
    entries: links.entries,
    chains: links.chains,
    broken,
    seals: seals.seals,
    brokenSeals: seals.broken,
    sealedUntil: seals.sealedAt === null ? null : new Date(seals.sealedAt).toISOString(),
    anchors: own.length,
    brokenAnchors,
    anchoredUntil:
      own
        .map(({ seal }) => new Date(seal.sealedAt).toISOString())
        .sort()
        .at(-1) ?? null,
  }
}

/** One finding for each chain: where it is broken first. */
function firstOfEach(found: readonly BrokenChain[]): BrokenChain[] {
  const first = new Map<number, BrokenChain>()
  for (const each of found) {
    const known = first.get(each.chain)
    if (known === undefined || each.seq < known.seq) first.set(each.chain, each)
  }
  return [...first.values()].sort((a, b) => a.chain - b.chain)
}
