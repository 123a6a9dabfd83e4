import { Type, type Static } from 'typebox'
import { declarations } from './candidacy.ts'
import { DateOnly, Id, Instant, Nullable } from './operation.ts'
import { phoneVoteStates } from './phone-votes.ts'

/** What is elected. */
export const ballotKinds = [
  'committee',
  'standing_committee',
  'audit_committee',
  'chair',
  'delegates',
  'recall',
] as const
export const BallotKind = Type.Enum([...ballotKinds])
export type BallotKind = (typeof ballotKinds)[number]

/** A confirmed election that gave somebody the post they hold. */
export const ElectionWon = Type.Object({
  ballotId: Id,
  title: Type.String(),
  kind: BallotKind,
  organisationName: Type.String(),
  meetingOn: DateOnly,
  confirmedOn: DateOnly,
})
export type ElectionWon = Static<typeof ElectionWon>

/** Whether a new term begins, or a vacancy is filled for the rest of the running one. */
export const BallotFills = Type.Enum(['term', 'vacancy'])
/** Who votes: all members, or the delegates of the union. */
export const BallotElectorate = Type.Enum(['members', 'delegates'])
/** One round; or two, the first of which finds the candidates of the second. */
export const BallotForm = Type.Enum(['one_round', 'two_rounds'])
const RoundKind = Type.Enum(['first', 'run_off', 'new_vote', 'repeat', 'final'])
const RoundStage = Type.Enum(['pre', 'final'])

/**
 * How an election stands: planned, waiting for the higher union, allowed, roll frozen, candidates made public, a vote running, votes counted and
 * something left to decide, decided, result waiting for the higher union, confirmed.
 */
export const ballotStates = [
  'planned',
  'submitted',
  'approved',
  'roll_frozen',
  'published',
  'voting',
  'counted',
  'finished',
  'reported',
  'confirmed',
] as const
export const BallotState = Type.Enum([...ballotStates])
export type BallotState = (typeof ballotStates)[number]

/** A share in integers with its operator and base. */
export const BallotShare = Type.Object({
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  operator: Type.Enum(['>=', '>']),
  base: Type.Enum(['due', 'attended', 'valid', 'all']),
  source: Type.String(),
})
export type BallotShare = Static<typeof BallotShare>

/** A word that was declared; elections from before the rules stood in one place asked only whether somebody is a near relative. */
const DeclaredWord = Type.Enum([...declarations, 'near_relative'])
export type DeclaredWord = Static<typeof DeclaredWord>

/** Somebody nominated. */
export const BallotCandidate = Type.Object({
  id: Id,
  name: Type.String(),
  declared: Type.Array(DeclaredWord),
  blockedBy: Type.Array(Type.Object({ declaration: DeclaredWord, source: Type.String() })),
})
export type BallotCandidate = Static<typeof BallotCandidate>

/** The notice of the candidates, and what was said against it. */
export const BallotNotice = Type.Object({
  id: Id,
  startsOn: DateOnly,
  lastDay: DateOnly,
  days: Type.Integer(),
  counted: Type.Enum(['calendar', 'working']),
  isOver: Type.Boolean(),
  objections: Type.Array(
    Type.Object({ id: Id, reason: Type.String(), raisedAt: Instant, answer: Nullable(Type.String()) }),
  ),
})
export type BallotNotice = Static<typeof BallotNotice>

/** What may come after a vote. */
export const BallotNext = Type.Object({
  kind: Type.Enum(['finish', 'run_off', 'new_vote', 'fewer_seats', 'repeat', 'final']),
  seats: Type.Integer(),
  candidateIds: Type.Array(Id),
})
export type BallotNext = Static<typeof BallotNext>

/** One vote as it runs: counts of papers only, nothing of what they say. */
export const BallotRound = Type.Object({
  roundNo: Type.Integer(),
  kind: RoundKind,
  stage: RoundStage,
  seats: Type.Integer(),
  candidates: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  due: Type.Integer(),
  issued: Type.Integer(),
  /** Papers that must come back, and votes that elect; null where more votes win or the base is known only later. */
  quorumNeeded: Type.Integer(),
  majorityNeeded: Nullable(Type.Integer()),
  openedAt: Instant,
  closedAt: Nullable(Instant),
  bundles: Type.Array(
    Type.Object({
      bundleNo: Type.Integer(),
      papers: Type.Integer(),
      keyedBy: Type.Integer(),
      keyedByMe: Type.Boolean(),
      /** Places in the bundle where the two differ; null until both have keyed it. */
      differences: Nullable(Type.Array(Type.Integer())),
    }),
  ),
})
export type BallotRound = Static<typeof BallotRound>

/** A line of the result. Votes are null where so few ballots are behind them that one could be known. */
export const BallotTally = Type.Object({
  name: Type.String(),
  writtenIn: Type.Boolean(),
  yes: Nullable(Type.Integer()),
  no: Nullable(Type.Integer()),
  abstain: Nullable(Type.Integer()),
  outcome: Type.Enum(['elected', 'tied', 'over', 'below', 'barred']),
})
export type BallotTally = Static<typeof BallotTally>

/** Ballots by phone of a vote: tokens drawn = ballots in the urn + tokens given up for paper + tokens nothing was cast with. */
export const PhoneChannel = Type.Object({
  issued: Type.Integer(),
  returned: Type.Integer(),
  surrendered: Type.Integer(),
  notReturned: Type.Integer(),
})
export type PhoneChannel = Static<typeof PhoneChannel>

/** The result of one vote with its numbered reasons. `issued` to `notReturned` are papers. */
export const BallotRoundResult = Type.Object({
  roundNo: Type.Integer(),
  kind: RoundKind,
  stage: RoundStage,
  seats: Type.Integer(),
  outcome: Type.Enum(['complete', 'void', 'no_quorum', 'tie', 'shortfall']),
  due: Type.Integer(),
  issued: Type.Integer(),
  spoilt: Type.Integer(),
  returned: Type.Integer(),
  notReturned: Type.Integer(),
  phone: Nullable(PhoneChannel),
  valid: Type.Integer(),
  void: Type.Integer(),
  quorumNeeded: Type.Integer(),
  majorityNeeded: Nullable(Type.Integer()),
  tallies: Type.Array(BallotTally),
  reasons: Type.Array(
    Type.Object({
      no: Type.Integer(),
      code: Type.String(),
      params: Type.Record(Type.String(), Type.Integer()),
    }),
  ),
  countedAt: Instant,
})
export type BallotRoundResult = Static<typeof BallotRoundResult>

/** An election in the list. */
export const BallotRow = Type.Object({
  id: Id,
  title: Type.String(),
  kind: BallotKind,
  organisationId: Id,
  organisationName: Type.String(),
  seats: Type.Integer(),
  meetingOn: DateOnly,
  state: BallotState,
})
export type BallotRow = Static<typeof BallotRow>

/** The vote by phone of an election: where it stands, and by whom it was allowed. Never what was cast. */
export const BallotPhone = Type.Object({
  voteId: Id,
  state: Type.Enum([...phoneVoteStates]),
  committeeKey: Nullable(Type.String()),
  /** Tokens drawn. */
  issued: Type.Integer(),
  allowedBy: Nullable(Type.String({ description: 'the union that allowed it' })),
  /** That its ballots can never be opened: declared by one person, confirmed by another. */
  voiding: Nullable(
    Type.Object({
      reason: Type.String(),
      declaredAt: Instant,
      declaredByMe: Type.Boolean(),
      confirmedAt: Nullable(Instant),
    }),
  ),
  steps: Type.Array(Type.Object({ step: Type.String(), takenAt: Instant })),
  can: Type.Object({ allow: Type.Boolean(), run: Type.Boolean(), keys: Type.Boolean() }),
})
export type BallotPhone = Static<typeof BallotPhone>

/** What the asker may do with an election now; the screen says why not by its state. */
export const BallotCan = Type.Object({ run: Type.Boolean(), count: Type.Boolean(), phone: Type.Boolean() })

/** An election with everything but what is on the ballots. */
export const Ballot = Type.Object({
  ...BallotRow.properties,
  fills: BallotFills,
  electorate: BallotElectorate,
  form: BallotForm,
  termYears: Type.Integer(),
  quorum: BallotShare,
  majority: BallotShare,
  candidatesNeeded: Type.Integer(),
  surplusSource: Type.String(),
  roll: Nullable(
    Type.Object({
      version: Type.Integer(),
      asOf: DateOnly,
      due: Type.Integer(),
      hash: Type.String(),
      frozenAt: Instant,
    }),
  ),
  candidates: Type.Array(BallotCandidate),
  notice: Nullable(BallotNotice),
  round: Nullable(BallotRound),
  phone: Nullable(BallotPhone),
  next: Type.Array(BallotNext),
  /** Requests that wait for the higher union. */
  requestId: Nullable(Id),
  steps: Type.Array(Type.Object({ step: Type.String(), takenAt: Instant })),
  can: BallotCan,
})
export type Ballot = Static<typeof Ballot>

/** One paper as it is keyed: for each candidate in the order of the paper `y`, `n` or `-`; names written in; or unreadable. */
export const KeyedPaper = Type.Object({
  marks: Type.String({ pattern: '^[yn-]*$', maxLength: 80 }),
  writeIns: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 10 }),
  unclear: Type.Boolean(),
})
export type KeyedPaper = Static<typeof KeyedPaper>

/** A union without a chair: since when, and how pressing it is (B14). */
export const ChairVacancy = Type.Object({
  organisationId: Id,
  organisationName: Type.String(),
  vacantSince: DateOnly,
  days: Type.Integer(),
  level: Type.Enum(['soon', 'late']),
  /** An election of a chair that is under way. */
  ballotId: Nullable(Id),
})
export type ChairVacancy = Static<typeof ChairVacancy>
