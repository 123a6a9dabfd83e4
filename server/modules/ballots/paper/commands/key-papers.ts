import type { operations } from '#contract/ballots.ts'
import type { KeyedPaper } from '#contract/ballots-shapes.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, refuse } from '#server/platform/errors.ts'
import { candidatesOf, findElection, lockedElection } from '../../election.ts'
import { bundlesOf, differencesOf } from '../bundles.ts'
import { entriesOf, roundsOf } from '../rounds.ts'
import { insertEntry } from '../store.ts'

/**
 * Keeps what somebody keyed of a bundle. Two different people key each; neither sees what the other keyed, only where they differ, and then both
 * look at the paper again. Nobody keys who stands in the election.
 */
export async function recordPaperResult(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordPaperResult']>,
): Promise<{ differences: number[] | null }> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.count',
    states: ['voting'],
  })
  const round = (await roundsOf(tx, election.id)).at(-1)!
  const standing = await candidatesOf(tx, election.id)
  if (standing.some(({ personId }) => personId === actor.personId)) refuse('ballots.candidate_counts')
  const names = new Set(standing.filter(({ id }) => round.candidateIds.includes(id)).map(({ name }) => name))
  mustFit(input.papers, { candidates: round.candidateIds.length, names })
  const entries = await entriesOf(tx, round)
  const bundle = bundlesOf(entries).find(({ bundleNo }) => bundleNo === input.bundleNo)
  if (bundle?.keyedBy.length === 2 && !bundle.keyedBy.includes(actor.personId))
    conflict('ballots.two_have_keyed')
  const mine = entries.find(
    ({ bundleNo, personId }) => bundleNo === input.bundleNo && personId === actor.personId,
  )
  if (mine !== undefined && bundle?.differences?.length === 0) conflict('ballots.bundle_settled')
  await insertEntry(tx, {
    electionId: election.id,
    roundNo: round.roundNo,
    bundleNo: input.bundleNo,
    personId: actor.personId,
    version: (mine?.version ?? 0) + 1,
    ballots: input.papers,
  })
  await audit(tx, actor, 'ballots.papers_keyed', {
    kind: 'ballot',
    id: election.id,
    organisationId: election.organisationId,
    params: { bundle: input.bundleNo, papers: input.papers.length },
  })
  const other = entries.find(
    ({ bundleNo, personId }) => bundleNo === input.bundleNo && personId !== actor.personId,
  )
  return { differences: other === undefined ? null : differencesOf(other.ballots, input.papers) }
}

/** What somebody keyed of a bundle of the vote that runs, and where the other has something else; never what the other keyed. */
export async function getPaperEntry(
  tx: Tx,
  actor: Actor,
  input: { ballotId: string; bundleNo: number },
): Promise<{ papers: KeyedPaper[]; differences: number[] | null }> {
  const election = await findElection(tx, actor, input.ballotId)
  await mustReach(tx, { actor, permission: 'ballots.count' }, election.organisationId)
  if (election.state !== 'voting') conflict('ballots.not_now')
  const entries = await entriesOf(tx, { electionId: election.id, roundNo: election.roundNo! })
  const mine = found(
    entries.find(({ bundleNo, personId }) => bundleNo === input.bundleNo && personId === actor.personId),
  )
  const bundle = bundlesOf(entries).find(({ bundleNo }) => bundleNo === input.bundleNo)!
  return { papers: mine.ballots, differences: bundle.differences }
}

function mustFit(
  papers: readonly KeyedPaper[],
  paper: { candidates: number; names: ReadonlySet<string> },
): void {
  papers.forEach(({ marks, writeIns, unclear }, at) => {
    if (!unclear && marks.length !== paper.candidates)
      invalid([{ path: `papers.${at}.marks`, code: 'ballots.marks_length' }])
    // Whoever stands on the paper is marked there; a name twice would be two votes of one paper.
    if (writeIns.some((name) => paper.names.has(name.trim())))
      invalid([{ path: `papers.${at}.writeIns`, code: 'ballots.stands_already' }])
  })
}
