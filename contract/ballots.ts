import { Type } from 'typebox'
import {
  Ballot,
  BallotElectorate,
  BallotFills,
  BallotForm,
  BallotKind,
  BallotNext,
  BallotRoundResult,
  BallotRow,
  BallotState,
  ChairVacancy,
  KeyedPaper,
} from './ballots-shapes.ts'
import { declarations } from './candidacy.ts'
import { DateOnly, Id, Nullable, operation, PageOf, PageQuery } from './operation.ts'

const params = Type.Object({ ballotId: Id })
const Reason = Type.String({ minLength: 1, maxLength: 500 })

/** Elections. A ballot here is one election with all its votes. */
export const operations = {
  listBallots: operation({
    method: 'GET',
    path: '/ballots',
    summary: 'Elections within scope, the latest assembly first',
    query: Type.Object({
      ...PageQuery,
      organisationId: Type.Optional(Id),
      state: Type.Optional(BallotState),
    }),
    output: PageOf(BallotRow),
  }),
  listChairVacancies: operation({
    method: 'GET',
    path: '/ballots/chair-vacancies',
    summary:
      'Unions within scope without a chair for as long as the rule calls soon or late, the longest first',
    output: Type.Object({
      items: Type.Array(ChairVacancy),
      soonDays: Type.Integer(),
      lateDays: Type.Integer(),
      source: Type.String(),
    }),
  }),
  createBallot: operation({
    method: 'POST',
    path: '/ballots',
    summary: 'Plan an election; the rules of the day are stored with it',
    body: Type.Object({
      organisationId: Id,
      kind: BallotKind,
      title: Type.String({ minLength: 1, maxLength: 120 }),
      seats: Type.Integer({ minimum: 1, maximum: 240 }),
      termYears: Type.Integer({ minimum: 1, maximum: 5 }),
      meetingOn: DateOnly,
      fills: Type.Optional(BallotFills),
      electorate: Type.Optional(BallotElectorate),
      form: Type.Optional(BallotForm),
      /** Whom a recall is about: a chair or vice chair by the appointment. */
      recalls: Type.Optional(Id),
    }),
    output: Ballot,
    status: 201,
  }),
  getBallot: operation({
    method: 'GET',
    path: '/ballots/:ballotId',
    summary: 'An election: steps, roll, candidates, the vote that runs',
    params,
    output: Ballot,
  }),
  submitBallot: operation({
    method: 'POST',
    path: '/ballots/:ballotId/submission',
    summary: 'Ask the higher union to allow the election',
    params,
    output: Ballot,
  }),
  freezeRoll: operation({
    method: 'POST',
    path: '/ballots/:ballotId/roll',
    summary:
      'Freeze the roll: the members of a day, with a hash to print; again after an objection, until the first vote',
    params,
    body: Type.Object({ asOf: DateOnly }),
    output: Ballot,
    status: 201,
  }),
  getBallotRoll: operation({
    method: 'GET',
    path: '/ballots/:ballotId/roll',
    summary: 'The frozen roll, and who has collected a paper in the vote that runs',
    params,
    query: Type.Object({ ...PageQuery, q: Type.Optional(Type.String({ maxLength: 40 })) }),
    output: PageOf(
      Type.Object({
        entryNo: Type.Integer(),
        name: Type.String(),
        collected: Type.Boolean(),
        /** While a vote runs: whether a token was drawn, and whether it was given up for paper. */
        token: Type.Enum(['none', 'held', 'surrendered']),
      }),
    ),
  }),
  nominateCandidate: operation({
    method: 'POST',
    path: '/ballots/:ballotId/candidates',
    summary: 'Nominate somebody of the roll, with their declaration; what bars them is said with its source',
    params,
    body: Type.Object({
      entryNo: Type.Integer({ minimum: 1 }),
      declared: Type.Array(Type.Enum([...declarations]), {
        maxItems: declarations.length,
        uniqueItems: true,
      }),
    }),
    output: Ballot,
    status: 201,
  }),
  withdrawCandidate: operation({
    method: 'DELETE',
    path: '/ballots/:ballotId/candidates/:candidateId',
    summary: 'Take a candidacy back before the notice',
    params: Type.Object({ ballotId: Id, candidateId: Id }),
    output: Ballot,
  }),
  publishCandidates: operation({
    method: 'POST',
    path: '/ballots/:ballotId/notice',
    summary: 'Make the candidates public in the order of strokes, for the days the rule asks',
    params,
    output: Ballot,
    status: 201,
  }),
  raiseBallotObjection: operation({
    method: 'POST',
    path: '/ballots/:ballotId/objections',
    summary: 'Record an objection to the notice',
    params,
    body: Type.Object({ reason: Reason }),
    output: Ballot,
    status: 201,
  }),
  settleBallotObjection: operation({
    method: 'POST',
    path: '/ballots/:ballotId/objections/:objectionId/answer',
    summary: 'Answer an objection',
    params: Type.Object({ ballotId: Id, objectionId: Id }),
    body: Type.Object({ answer: Reason }),
    output: Ballot,
  }),
  openBallot: operation({
    method: 'POST',
    path: '/ballots/:ballotId/rounds',
    summary: 'Open the first vote',
    params,
    output: Ballot,
    status: 201,
  }),
  handOutPapers: operation({
    method: 'POST',
    path: '/ballots/:ballotId/papers',
    summary: 'Note who of the roll has collected a paper: each once',
    params,
    body: Type.Object({
      entryNos: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 500, uniqueItems: true }),
    }),
    output: Type.Object({ issued: Type.Integer() }),
  }),
  recordPaperResult: operation({
    method: 'POST',
    path: '/ballots/:ballotId/paper-entries',
    summary: 'Key a bundle of papers. Two people key each; where they differ both look again',
    params,
    body: Type.Object({
      bundleNo: Type.Integer({ minimum: 1, maximum: 999 }),
      papers: Type.Array(KeyedPaper, { minItems: 1, maxItems: 100 }),
    }),
    output: Type.Object({ differences: Nullable(Type.Array(Type.Integer())) }),
  }),
  getPaperEntry: operation({
    method: 'GET',
    path: '/ballots/:ballotId/paper-entries/:bundleNo',
    summary: 'What I keyed of a bundle, and where the other person has something else',
    params: Type.Object({ ballotId: Id, bundleNo: Type.Integer({ minimum: 1, maximum: 999 }) }),
    output: Type.Object({
      papers: Type.Array(KeyedPaper),
      differences: Nullable(Type.Array(Type.Integer())),
    }),
  }),
  closeBallot: operation({
    method: 'POST',
    path: '/ballots/:ballotId/closing',
    summary: 'Close the vote that runs and count it',
    params,
    body: Type.Object({
      returned: Type.Integer({ minimum: 0 }),
      spoilt: Type.Integer({ minimum: 0 }),
    }),
    output: Ballot,
  }),
  getBallotResult: operation({
    method: 'GET',
    path: '/ballots/:ballotId/result',
    summary: 'Results of the votes that are closed, with numbered reasons',
    params,
    output: Type.Object({
      rounds: Type.Array(BallotRoundResult),
      elected: Type.Array(Type.String()),
      next: Type.Array(BallotNext),
    }),
  }),
  decideBallot: operation({
    method: 'POST',
    path: '/ballots/:ballotId/decision',
    summary: 'What the assembly decided after a vote: one of the steps that are open',
    params,
    body: Type.Object({ kind: BallotNext.properties.kind }),
    output: Ballot,
  }),
  submitBallotResult: operation({
    method: 'POST',
    path: '/ballots/:ballotId/result/submission',
    summary: 'Report the result to the higher union for its approval',
    params,
    output: Ballot,
  }),
} as const
