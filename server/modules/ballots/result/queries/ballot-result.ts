import type { operations } from '#contract/ballots.ts'
import type { BallotRoundResult } from '#contract/ballots-shapes.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { candidatesOf, findElection } from '../../election.ts'
import { nextOf } from '../../preparation/queries/ballots.ts'
import { satisfies } from '#server/modules/rules/index.ts'
import { electedIn, resultsOf, type RoundResult } from '../results.ts'

type Output = OutputOf<(typeof operations)['getBallotResult']>

/**
 * What the closed votes came to, with numbered reasons; of the vote that runs nothing. Where fewer ballots are valid than the rule asks for a
 * breakdown, the outcome of each name is told and no votes.
 */
export async function getBallotResult(tx: Tx, actor: Actor, input: { ballotId: string }): Promise<Output> {
  const election = await findElection(tx, actor, input.ballotId)
  const results = await resultsOf(tx, election.id)
  const candidates = await candidatesOf(tx, election.id)
  const nameOf = (name: string) => candidates.find(({ id }) => id === name)?.name ?? name
  return {
    rounds: results.map((each) =>
      roundOf(each, { nameOf, isTold: satisfies(each.result.valid, election.rules.smallestBreakdown) }),
    ),
    elected: electedIn(results).map(nameOf),
    next: election.state === 'counted' ? nextOf(results) : [],
  }
}

function roundOf(
  { roundNo, kind, stage, seats, channels, result, countedAt }: RoundResult,
  { nameOf, isTold }: { nameOf: (name: string) => string; isTold: boolean },
): BallotRoundResult {
  return {
    roundNo,
    kind,
    stage,
    seats,
    outcome: result.outcome,
    due: result.due,
    issued: channels.issued,
    spoilt: channels.spoilt,
    returned: channels.returned,
    notReturned: channels.notReturned,
    phone: channels.phone ?? null,
    valid: result.valid,
    void: result.void,
    quorumNeeded: result.quorumNeeded,
    majorityNeeded: result.majorityNeeded,
    tallies: result.tallies.map(({ name, writtenIn, yes, no, abstain, outcome }) => ({
      name: nameOf(name),
      writtenIn,
      ...(isTold ? { yes, no, abstain } : { yes: null, no: null, abstain: null }),
      outcome,
    })),
    reasons: result.reasons.map(({ no, code, params }) => ({
      no,
      code,
      // The votes of those who are tied are a breakdown too.
      params: isTold
        ? { ...params }
        : Object.fromEntries(Object.entries(params).filter(([key]) => key !== 'votes')),
    })),
    countedAt: countedAt.toISOString(),
  }
}
