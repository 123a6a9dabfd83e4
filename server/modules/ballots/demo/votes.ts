import { sql } from 'kysely'
import type { KeyedPaper } from '#contract/ballots-shapes.ts'
import { countBallots } from '../counting/count.ts'
import { nextSteps } from '../counting/next-ballot.ts'
import type { CountResult } from '../counting/result.ts'
import type { CountingRules } from '../counting/rules.ts'
import { ballotOf } from '../paper/bundles.ts'
import { insertCollections, insertEntry, insertRound } from '../paper/store.ts'
import { insertResult } from '../result/store.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

// Who did it in the demo is nobody who has an account there: the office before.
const formerOffice = { appointment: null } as Actor

/** A vote of the demo. */
export interface Vote {
  electionId: string
  roundNo: number
  counting: CountingRules
  candidateIds: string[]
  issued: number
}

/** Opens a vote and hands its papers out. */
export async function openVote(tx: Tx, vote: Vote, kind: 'first' | 'run_off'): Promise<void> {
  await insertRound(tx, formerOffice, { ...vote, kind, stage: 'final', rollVersion: 1 })
  await insertCollections(tx, { ...vote, entryNos: Array.from({ length: vote.issued }, (_, at) => at + 1) })
}

/** Keys a bundle as one person. */
export async function keyBundle(
  tx: Tx,
  { electionId, roundNo }: Vote,
  bundle: { personId: string; bundleNo: number; papers: KeyedPaper[] },
): Promise<void> {
  const { papers: ballots, ...of } = bundle
  await insertEntry(tx, { electionId, roundNo, version: 1, ballots, ...of })
}

interface Held {
  due: number
  tellers: readonly string[]
  papers: KeyedPaper[]
  kind: 'first' | 'run_off'
}

/** Holds a whole vote: papers out, keyed twice in bundles of fifty, counted by the product's own counter. */
export async function holdVote(tx: Tx, vote: Vote, held: Held): Promise<CountResult> {
  await openVote(tx, vote, held.kind)
  for (let at = 0; at < held.papers.length; at += 50)
    for (const personId of held.tellers)
      await keyBundle(tx, vote, { personId, bundleNo: at / 50 + 1, papers: held.papers.slice(at, at + 50) })
  const result = countBallots({
    rules: vote.counting,
    candidates: vote.candidateIds,
    turnout: { due: held.due, issued: vote.issued },
    ballots: held.papers.map((each) => ballotOf(each, vote.candidateIds)),
    decisions: { barred: [] },
  })
  const next = nextSteps(result, {
    following: { mostRunOffs: 3, newVoteExtra: 1 },
    runOffsBefore: vote.roundNo - 1,
    electedBefore: 0,
    mayEndWith: () => false,
  })
  const returned = held.papers.length
  await insertResult(tx, formerOffice, {
    electionId: vote.electionId,
    roundNo: vote.roundNo,
    channels: { issued: vote.issued, returned, spoilt: vote.issued - returned, notReturned: 0 },
    result,
    next,
  })
  const at = sql`(select meeting_on + ${vote.roundNo} * interval '1 hour' + interval '1 hour' from elections e
    where e.tenant_id = ${tx.tenantId} and e.id = ${vote.electionId})`
  const of = sql`tenant_id = ${tx.tenantId} and election_id = ${vote.electionId} and round_no = ${vote.roundNo}`
  await sql`update election_rounds set opened_at = ${at} where ${of}`.execute(tx)
  await sql`update election_results set counted_at = ${at} + interval '50 minutes' where ${of}`.execute(tx)
  return result
}

/** Papers that mark every candidate but one; so many of them leave out the first, the second … as said, the rest the first. */
export function eachOmitsOne(count: number, omitted: readonly number[]): KeyedPaper[] {
  const left = omitted.flatMap((times, at) => Array.from({ length: Math.floor(times) }, () => at))
  return Array.from({ length: count }, (_, no) => {
    const without = left[no] ?? 0
    return paper(omitted.map((_times, at) => (at === without ? '-' : 'y')).join(''))
  })
}

/** A paper with these marks, in the order of the candidates. */
export function paper(marks: string): KeyedPaper {
  return { marks, writeIns: [], unclear: false }
}
