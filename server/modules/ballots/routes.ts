import { operations as documents } from '#contract/ballot-documents.ts'
import { operations } from '#contract/ballots.ts'
import type { Ballot } from '#contract/ballots-shapes.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { downloadRoute, platformRoute, route, type Route } from '#server/platform/http/route.ts'
import { downloadBallotDocument, getBallotDocument } from './documents/queries.ts'
import { closePaperAndPhone } from './joining/commands/close-both.ts'
import { getPaperEntry, recordPaperResult } from './paper/commands/key-papers.ts'
import { handOutPapers, openBallot } from './paper/commands/open-ballot.ts'
import {
  nominateCandidate,
  publishCandidates,
  raiseBallotObjection,
  settleBallotObjection,
  withdrawCandidate,
} from './preparation/commands/candidates.ts'
import { freezeRoll } from './preparation/commands/freeze-roll.ts'
import { planElection, submitElection } from './preparation/commands/plan-election.ts'
import { getBallot, listBallots } from './preparation/queries/ballots.ts'
import { getBallotRoll } from './preparation/queries/roll.ts'
import { decideBallot } from './result/commands/close-ballot.ts'
import { listChairVacancies } from './vacancies/chair-vacancies.ts'
import { submitBallotResult } from './result/commands/report-result.ts'
import { getBallotResult } from './result/queries/ballot-result.ts'

const read = 'ballots.read'
const run = 'ballots.run'
const count = 'ballots.count'

/** Does it, and answers with the election as it stands then. */
function then<I extends { ballotId: string }>(
  command: (tx: Tx, actor: Actor, input: I) => Promise<void>,
): (tx: Tx, actor: Actor, input: I) => Promise<Ballot> {
  return async (tx, actor, input) => {
    await command(tx, actor, input)
    return getBallot(tx, actor, { ballotId: input.ballotId })
  }
}

/** Elections: preparation, papers, results. */
export const ballotRoutes: readonly Route[] = [
  route('listBallots', operations.listBallots, read, listBallots),
  route('listChairVacancies', operations.listChairVacancies, read, listChairVacancies),
  route('createBallot', operations.createBallot, run, async (tx, actor, input) =>
    getBallot(tx, actor, { ballotId: await planElection(tx, actor, input) }),
  ),
  route('getBallot', operations.getBallot, read, getBallot),
  route('submitBallot', operations.submitBallot, run, then(submitElection)),
  route('freezeRoll', operations.freezeRoll, run, then(freezeRoll)),
  route('getBallotRoll', operations.getBallotRoll, read, getBallotRoll),
  route('nominateCandidate', operations.nominateCandidate, run, then(nominateCandidate)),
  route('withdrawCandidate', operations.withdrawCandidate, run, then(withdrawCandidate)),
  route('publishCandidates', operations.publishCandidates, run, then(publishCandidates)),
  route('raiseBallotObjection', operations.raiseBallotObjection, run, then(raiseBallotObjection)),
  route('settleBallotObjection', operations.settleBallotObjection, run, then(settleBallotObjection)),
  route('openBallot', operations.openBallot, run, then(openBallot)),
  route('handOutPapers', operations.handOutPapers, count, handOutPapers),
  route('recordPaperResult', operations.recordPaperResult, count, recordPaperResult),
  route('getPaperEntry', operations.getPaperEntry, count, getPaperEntry),
  platformRoute('closeBallot', operations.closeBallot, count, closePaperAndPhone),
  route('getBallotResult', operations.getBallotResult, read, getBallotResult),
  route('decideBallot', operations.decideBallot, run, then(decideBallot)),
  route('submitBallotResult', operations.submitBallotResult, run, then(submitBallotResult)),
  route('getBallotDocument', documents.getBallotDocument, read, getBallotDocument),
  downloadRoute('downloadBallotDocument', documents.downloadBallotDocument, read, downloadBallotDocument),
]
