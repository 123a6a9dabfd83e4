import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation } from './operation.ts'
import { mostNames, sealedBytes } from './sealed-votes/sealed-ballot.ts'

/**
 * Where a vote by phone stands: `prepared`, `allowed` by the higher union, `keyed` by the scrutineers, `tokens` are drawn, `opened` for casting,
 * `closed`, `counted`; or `voided`: its key is lost, and all vote on paper.
 */
export const phoneVoteStates = [
  'prepared',
  'allowed',
  'keyed',
  'tokens',
  'opened',
  'closed',
  'counted',
  'voided',
] as const
export type PhoneVoteState = (typeof phoneVoteStates)[number]

/** From so many ballots on they are shown one by one, in an order of chance; below, only sums. */
export const plainFrom = 10
/** Below so many nothing is shown of this urn alone: it is counted with the paper. */
export const sumsFrom = 5

const hexOf = (bytes: number) => Type.String({ pattern: `^[0-9a-f]{${bytes * 2}}$` })
const Hash = hexOf(32)
const Element = hexOf(32)
const Token = Type.String({
  ...hexOf(64),
  description: 'the token’s serial and its signature of what is sent',
})

const Mark = Type.Enum(['live', 'replaced', 'cancelled', 'void'])

/** A hash on the board and how it stands; `void` where the urn can never be opened. */
export const BoardLine = Type.Object({ hash: Hash, mark: Mark })
export type BoardLine = Static<typeof BoardLine>

const vote = {
  id: Id,
  title: Type.String(),
  organisationName: Type.String(),
  state: Type.Enum([...phoneVoteStates]),
  isRecall: Type.Boolean({ description: 'one name: a mark for it is for the recall' }),
  seats: Type.Integer(),
  names: Type.Array(Type.String()),
  due: Type.Integer({ description: 'how many stand on the roll' }),
  rollHash: Type.String(),
}

/** A vote as its officers see it: never who voted what, and no count before the end. */
export const PhoneVote = Type.Object({
  ...vote,
  organisationId: Id,
  tokenKey: Element,
  committeeKey: Nullable(Element),
  issued: Type.Integer({ description: 'tokens drawn: at most as many as stand on the roll' }),
  steps: Type.Array(Type.Object({ step: Type.String(), takenAt: Instant })),
  can: Type.Object({ allow: Type.Boolean(), run: Type.Boolean() }),
})
export type PhoneVote = Static<typeof PhoneVote>

/** A vote as a member sees it whose name stands on its roll. */
export const OwnPhoneVote = Type.Object({
  ...vote,
  tokenKey: Element,
  hasToken: Type.Boolean(),
  /** The day of the assembly, where it belongs to an election. */
  meetingOn: Nullable(DateOnly),
})
export type OwnPhoneVote = Static<typeof OwnPhoneVote>

/**
 * Sums of a count; `ballots` one by one from ten on, in an order of chance and without their hashes. Where the vote belongs to an election `paper` is
 * how many came back on paper: the sums are those of both together, and ballots by phone stand apart only where each is ten or more.
 */
export const PhoneVoteResult = Type.Object({
  cast: Type.Integer(),
  paper: Nullable(Type.Integer()),
  spoilt: Nullable(Type.Integer()),
  sums: Nullable(
    Type.Array(
      Type.Object({ name: Type.String(), yes: Type.Integer(), no: Type.Integer(), abstain: Type.Integer() }),
    ),
  ),
  ballots: Nullable(Type.Array(Type.Array(Type.Integer()))),
})
export type PhoneVoteResult = Static<typeof PhoneVoteResult>

/** What everybody may see of a vote whose urn was opened. */
export const PublicBoard = Type.Object({
  ...vote,
  tokenKey: Element,
  committeeKey: Element,
  issued: Type.Integer(),
  live: Type.Integer(),
  replaced: Type.Integer(),
  cancelled: Type.Integer(),
  surrendered: Type.Integer(),
  digest: Hash,
  lines: Type.Array(BoardLine),
  result: Nullable(PhoneVoteResult),
  /** The day on which the ballots were destroyed, a year after the result was confirmed; hashes and sums stay. */
  destroyedOn: Nullable(DateOnly),
  /** Why no ballot by phone counts, and since when: the scrutineers’ key is lost. */
  voided: Nullable(Type.Object({ reason: Type.String(), on: DateOnly })),
})
export type PublicBoard = Static<typeof PublicBoard>

/** A copy of the board to be kept outside. */
export const BoardCopy = Type.Object({
  voteId: Id,
  madeAt: Instant,
  issued: Type.Integer(),
  digest: Hash,
  lines: Type.Array(BoardLine),
})
export type BoardCopy = Static<typeof BoardCopy>

const one = Type.Object({ voteId: Id })
const Done = Type.Object({ id: Id })

export const operations = {
  listPhoneVotes: operation({
    method: 'GET',
    path: '/phone-votes',
    summary: 'Votes by phone of one’s scope, the latest first',
    output: Type.Object({ items: Type.Array(PhoneVote) }),
  }),
  joinPhoneVote: operation({
    method: 'POST',
    path: '/ballots/:ballotId/phone-vote',
    summary:
      'Prepare the first vote of an election for phones too: its frozen roll, its paper; off until the higher union allows it',
    params: Type.Object({ ballotId: Id }),
    output: Type.Object({ id: Id }),
    status: 201,
  }),
  createPhoneVote: operation({
    method: 'POST',
    path: '/phone-votes',
    summary: 'Prepare a secret vote by phone: freezes the roll of the union’s members and fixes the paper',
    body: Type.Object({
      organisationId: Id,
      title: Type.String({ minLength: 1, maxLength: 80 }),
      seats: Type.Integer({ minimum: 1, maximum: mostNames }),
      names: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: mostNames }),
    }),
    output: Done,
    status: 201,
  }),
  allowPhoneVote: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/permission',
    summary: 'As the higher union: allow this vote to be held by phone',
    params: one,
    output: Done,
  }),
  publishCommitteeKey: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/committee-key',
    summary: 'Publish the key that the scrutineers made; its secret stays with them, in shares',
    params: one,
    body: Type.Object({ committeeKey: Element }),
    output: Done,
  }),
  startTokenPeriod: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/token-period',
    summary: 'Let members draw their tokens',
    params: one,
    output: Done,
  }),
  openPhoneVote: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/opening',
    summary: 'End the token period for good and open the urn',
    params: one,
    output: Done,
  }),
  closePhoneVote: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/closing',
    summary: 'Close the urn for good',
    params: one,
    output: Done,
  }),
  openSealedBallots: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/count',
    summary: 'Open the ballots of the closed urn with the secret of two shares',
    params: one,
    body: Type.Object({ committeeSecret: hexOf(32) }),
    output: Done,
  }),
  declarePhoneVoteVoid: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/void-declaration',
    summary: 'Declare that the ballots by phone can never be opened; voters will read the reason',
    params: one,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    output: Done,
    status: 201,
  }),
  confirmPhoneVoteVoid: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/voiding',
    summary: 'As another person: confirm that the vote by phone is void; the vote is repeated on paper',
    params: one,
    output: Done,
  }),
  copyBoard: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/board-copies',
    summary: 'A copy of the board to keep outside; the audit log keeps its digest',
    params: one,
    output: BoardCopy,
  }),
  checkUrn: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/urn-check',
    summary: 'Check the urn against a copy of its board, and every ballot by the token key',
    params: one,
    body: Type.Object({ lines: Type.Array(BoardLine, { maxItems: 10_000 }) }),
    output: Type.Object({
      faults: Type.Array(Type.Object({ kind: Type.String(), hash: Nullable(Type.String()) })),
    }),
  }),
  acceptSurrender: operation({
    method: 'POST',
    path: '/phone-votes/:voteId/surrenders',
    summary:
      'At the table with the paper: take the code of a token given up, once, before paper is handed out',
    params: one,
    body: Type.Object({
      entryNo: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      code: Type.Optional(Type.String({ pattern: '^[0-9a-f]{12}$' })),
    }),
    output: Type.Object({ mayHavePaper: Type.Boolean() }),
  }),
  listOwnPhoneVotes: operation({
    method: 'GET',
    path: '/own/phone-votes',
    summary: 'Votes by phone on whose roll one stands',
    output: Type.Object({ items: Type.Array(OwnPhoneVote) }),
  }),
  issueBallotToken: operation({
    method: 'POST',
    path: '/own/phone-votes/:voteId/token',
    summary:
      'Draw one’s token: the device sends a blinded element, once; asked again with the same, the same answer',
    params: one,
    body: Type.Object({ blinded: Element }),
    output: Type.Object({ evaluated: Element, proof: hexOf(64) }),
  }),
  getBoard: operation({
    method: 'GET',
    path: '/public/votes/:voteId',
    summary: 'The public board of a vote whose urn was opened, and its result',
    params: one,
    output: PublicBoard,
  }),
  castVote: operation({
    method: 'POST',
    path: '/public/votes/:voteId/ballots',
    summary: 'Cast a sealed ballot with a token: without a session; sent again it does nothing more',
    params: one,
    body: Type.Object({ token: Token, encryptedBallot: hexOf(sealedBytes) }),
    output: Type.Object({ receipt: Hash }),
    status: 201,
  }),
  surrenderVote: operation({
    method: 'POST',
    path: '/public/votes/:voteId/surrenders',
    summary: 'Give a token up for paper; its ballot is cancelled, and the board says so',
    params: one,
    body: Type.Object({ token: Token }),
    output: Type.Object({ code: Type.String() }),
  }),
  verifyReceipt: operation({
    method: 'GET',
    path: '/public/votes/:voteId/receipts/:receipt',
    summary: 'How the hash of a receipt stands on the board',
    params: Type.Object({ voteId: Id, receipt: Hash }),
    output: Type.Object({ mark: Mark }),
  }),
}
