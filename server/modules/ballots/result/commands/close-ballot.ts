import type { operations } from '#contract/ballots.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import { countBallots } from '../../counting/count.ts'
import {
  nextSteps,
  runOffRules,
  stepsOfFirstRound,
  stepsOfRecall,
  type NextStep,
} from '../../counting/next-ballot.ts'
import type { CountResult } from '../../counting/result.ts'
import type { CountingRules } from '../../counting/rules.ts'
import { lockedElection, type Election } from '../../election.ts'
import { joinedVoteOf } from '../../joining/joined-vote.ts'
import { countedPhoneBallot, type PhoneUrn } from '../../joining/phone-urn.ts'
import { ballotOf, bundlesOf } from '../../paper/bundles.ts'
import { entriesOf, roundsOf, type RoundNow } from '../../paper/rounds.ts'
import { insertRound } from '../../paper/store.ts'
import { membersOn } from '../../preparation/electorate.ts'
import { countingOf, preCountingOf, sizeAllowed } from '../../preparation/rules-of-election.ts'
import { seatsInAll } from '../../preparation/seats.ts'
import { insertStep } from '../../preparation/store.ts'
import { chosenIn, electedIn, resultsOf, type RoundResult } from '../results.ts'
import { insertResult } from '../store.ts'

type Close = InputOf<(typeof operations)['closeBallot']> & { phone: PhoneUrn | null }

/**
 * Closes the vote that runs and counts it: every bundle was keyed twice alike, and as many papers as came back. Ballots by phone are counted with the
 * papers as one urn, once the scrutineers have opened them. Before it nobody, whatever their post, can ask for anything the ballots say.
 */
export async function closeBallot(tx: Tx, actor: Actor, input: Close): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.count',
    states: ['voting'],
  })
  const rounds = await roundsOf(tx, election.id)
  const round = rounds.at(-1)!
  const papers = await settledBallots(tx, round, input.returned)
  await mustHaveUrn(tx, round, input.phone)
  const { phone } = input
  const notReturned = round.issued - input.returned - input.spoilt
  // More back than given out is an outcome, not a slip (B3); anything else must add up.
  if (notReturned < 0 && input.returned <= round.issued)
    refuse('ballots.does_not_add_up', { issued: round.issued })
  const result = countBallots({
    rules: round.counting,
    candidates: round.candidateIds,
    turnout: { due: round.due, issued: round.issued + inUrn(phone), all: round.due },
    ballots: [
      ...papers,
      ...(phone?.ballots ?? []).map((marks) => countedPhoneBallot(marks, round.candidateIds)),
    ],
    decisions: { barred: [] },
  })
  const before = await resultsOf(tx, election.id)
  const next = await stepsAfter(tx, election, { result, rounds, before })
  await insertResult(tx, actor, {
    electionId: election.id,
    roundNo: round.roundNo,
    channels: {
      issued: round.issued,
      returned: input.returned,
      spoilt: input.spoilt,
      notReturned: Math.max(0, notReturned),
      phone: phone?.channel ?? null,
    },
    result,
    next,
  })
  const { roundNo } = round
  const subject = { kind: 'ballot', id: election.id, organisationId: election.organisationId }
  const counted = { round: roundNo, returned: input.returned, elected: result.elected.length }
  if (election.kind === 'recall')
    await audit(tx, actor, 'ballots.recall_counted', {
      ...subject,
      params: { round: roundNo, returned: input.returned },
    })
  else await audit(tx, actor, 'ballots.counted', { ...subject, params: counted })
}

// What may lie in the urn: never more than tokens that were drawn and not given up. Beyond that more came back than was given out, and the vote is void (B3);
// tokens nothing was cast with do not cover papers that nobody handed out.
function inUrn(phone: PhoneUrn | null): number {
  if (phone === null) return 0
  const { returned, issued, surrendered } = phone.channel
  return Math.min(returned, issued - surrendered)
}

async function mustHaveUrn(tx: Tx, round: RoundNow, phone: PhoneUrn | null): Promise<void> {
  if (round.roundNo !== 1 || phone !== null) return
  const state = (await joinedVoteOf(tx, round.electionId))?.state
  if (state === 'opened' || state === 'closed' || state === 'counted') conflict('ballots.phone_urn_first')
}

/** What may follow: by the kind of the election, and in which of two rounds it is. */
async function stepsAfter(
  tx: Tx,
  election: Election,
  { result, rounds, before }: { result: CountResult; rounds: readonly RoundNow[]; before: RoundResult[] },
): Promise<NextStep[]> {
  if (election.kind === 'recall') return stepsOfRecall(result)
  const following = election.rules.following.value
  const runOffsBefore = runOffsInARow(rounds)
  if (rounds.at(-1)!.stage === 'pre')
    return stepsOfFirstRound(result, { following, runOffsBefore, chosenBefore: chosenIn(before) })
  const members = await membersOn(tx, election.organisationId, election.meetingOn)
  const sitting = await seatsInAll(tx, election, 0)
  return nextSteps(result, {
    following,
    runOffsBefore,
    electedBefore: electedIn(before).length,
    mayEndWith: (seats) =>
      election.kind !== 'committee' || sizeAllowed(election.rules, members.length, sitting + seats),
  })
}

/** Takes one of the steps that are open after a vote, as the assembly decided: it ends, or the next vote opens. */
export async function decideBallot(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['decideBallot']>,
): Promise<void> {
  const election = await lockedElection(tx, actor, {
    id: input.ballotId,
    permission: 'ballots.run',
    states: ['counted'],
  })
  const results = await resultsOf(tx, election.id)
  const chosen = results.at(-1)!.next.find(({ kind }) => kind === input.kind)
  if (chosen === undefined) refuse('ballots.step_not_open')
  if (chosen.kind === 'finish' || chosen.kind === 'fewer_seats')
    await insertStep(tx, actor, { electionId: election.id, step: 'finished', params: { by: chosen.kind } })
  else await openNext(tx, actor, { election, results, chosen })
  await audit(tx, actor, 'ballots.decided', {
    kind: 'ballot',
    id: election.id,
    organisationId: election.organisationId,
    params: { step: chosen.kind },
  })
}

async function openNext(
  tx: Tx,
  actor: Actor,
  decided: { election: Election; results: readonly RoundResult[]; chosen: NextStep },
): Promise<void> {
  const { election, chosen } = decided
  const last = (await roundsOf(tx, election.id)).at(-1)!
  if (chosen.kind === 'finish' || chosen.kind === 'fewer_seats') return
  const first = (await roundsOf(tx, election.id))[0]!
  await insertRound(tx, actor, {
    electionId: election.id,
    roundNo: last.roundNo + 1,
    kind: chosen.kind,
    stage: chosen.kind === 'final' ? 'final' : last.stage,
    rollVersion: election.rollVersion!,
    counting: countingOfNext(election, last, chosen),
    candidateIds:
      chosen.kind === 'repeat'
        ? last.candidateIds
        : standingAgain(chosen.kind === 'final' ? first : last, chosen.candidates),
  })
}

function countingOfNext(
  { rules }: Election,
  last: RoundNow,
  chosen: Exclude<NextStep, { kind: 'finish' | 'fewer_seats' }>,
): CountingRules {
  switch (chosen.kind) {
    case 'repeat':
      return last.counting
    case 'run_off':
      return runOffRules(last.counting, chosen.seats)
    case 'final':
      return countingOf(rules, chosen.seats)
    case 'new_vote':
      // After a run-off that ended level the new vote asks for the majority of the election again.
      return last.stage === 'pre' ? preCountingOf(rules, chosen.seats) : countingOf(rules, chosen.seats)
  }
}

// Those who stand, in the order of the paper; a name only written in stands by its votes but on no paper, and may be written in again.
function standingAgain(last: RoundNow, names: readonly string[]): string[] {
  const standing = last.candidateIds.filter((id) => names.includes(id))
  return standing.length > 0 ? standing : last.candidateIds
}

function runOffsInARow(rounds: readonly RoundNow[]): number {
  const backwards = [...rounds].reverse()
  const other = backwards.findIndex(({ kind }) => kind !== 'run_off')
  return other < 0 ? backwards.length : other
}

async function settledBallots(tx: Tx, round: RoundNow, returned: number) {
  const entries = await entriesOf(tx, round)
  const bundles = bundlesOf(entries)
  const open = bundles.filter(({ differences }) => differences === null || differences.length > 0)
  if (open.length > 0)
    conflict('ballots.bundles_open', { bundles: open.map(({ bundleNo }) => bundleNo).join(', ') })
  const papers = bundles.reduce((sum, bundle) => sum + bundle.papers, 0)
  if (papers !== returned) refuse('ballots.papers_differ', { keyed: papers, returned })
  return bundles.flatMap(({ bundleNo }) =>
    entries
      .find((entry) => entry.bundleNo === bundleNo)!
      .ballots.map((paper) => ballotOf(paper, round.candidateIds)),
  )
}
