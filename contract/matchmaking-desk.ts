import { Type, type Static } from 'typebox'
import { ProfileCard } from './matchmaking-entry.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf, Sex } from './people-records.ts'

export const followUpStages = ['3_days', '3_weeks', '3_months'] as const
export const FollowUpStage = oneOf(followUpStages)
export type FollowUpStage = Static<typeof FollowUpStage>

/** What one may say when asked how it goes. */
export const followUpAnswers = ['no_contact', 'contact', 'dating', 'couple', 'ended', 'no_answer'] as const
export const FollowUpAnswer = oneOf(followUpAnswers)
export type FollowUpAnswer = Static<typeof FollowUpAnswer>

export const pairOutcomes = ['contact', 'dating', 'couple', 'married', 'ended'] as const
export const PairOutcome = oneOf(pairOutcomes)
export type PairOutcome = Static<typeof PairOutcome>

/** `open` until both stand or the time is over; then `mutual`, or `none` for both alike. */
export const IntroductionState = oneOf(['open', 'mutual', 'none'])
export type IntroductionState = Static<typeof IntroductionState>

/** An introduction as the desk sees it: never who answered, nor what. */
export const DeskIntroduction = Type.Object({
  id: Id,
  state: IntroductionState,
  proposedAt: Instant,
  answerUntil: Instant,
  endedAt: Nullable(Instant),
  names: Type.Array(Type.String(), { description: 'nicknames of both' }),
  caseId: Nullable(Id),
})
export type DeskIntroduction = Static<typeof DeskIntroduction>

/** Asking a pair how it goes. */
export const FollowUp = Type.Object({
  id: Id,
  stage: FollowUpStage,
  state: oneOf(['planned', 'due', 'overdue', 'done']),
  dueOn: DateOnly,
  doneAt: Nullable(Instant),
  names: Type.Array(Type.String(), { description: 'nicknames of both' }),
  occasion: oneOf(['event', 'matchmaker', 'suggestion']),
  organisationId: Id,
  organisationName: Type.String(),
  mine: Type.Boolean({
    description: 'falls to this matchmaker; otherwise to whoever of the organisation comes first',
  }),
  answers: Type.Array(FollowUpAnswer, { description: 'what the two have said, without who' }),
  lastOutcome: Nullable(PairOutcome),
})
export type FollowUp = Static<typeof FollowUp>

/** A case in the list: what is known of the person at a glance. */
export const CaseRow = Type.Object({
  id: Id,
  nickname: Nullable(Type.String({ description: 'null, like what follows: the profile is gone' })),
  sex: Nullable(Sex),
  ageBand: Nullable(Type.String()),
  districtCode: Nullable(Type.String()),
  openedOn: DateOnly,
  lastStepOn: DateOnly,
  quiet: Type.Boolean({ description: 'no step for longer than the rule allows' }),
  hidden: Type.Boolean({ description: 'the profile is hidden now: nothing can be proposed' }),
  introductions: Type.Integer(),
})
export type CaseRow = Static<typeof CaseRow>

/** Somebody in the shared pool, by coarse facts only. */
export const PoolEntry = Type.Object({
  profileId: Id,
  sex: Sex,
  ageBand: Type.String(),
  districtCode: Type.String(),
  education: Nullable(Type.String()),
  free: Type.Boolean({ description: 'nobody looks after them yet' }),
})
export type PoolEntry = Static<typeof PoolEntry>

/** What somebody wrote about themselves, as a matchmaker reads it: no name, and nothing they hide. */
export const DeskCard = Type.Object({ nickname: Type.String(), sex: Sex, card: ProfileCard })
export type DeskCard = Static<typeof DeskCard>

const LedgerLine = Type.Object({
  names: Type.Array(Type.String()),
  outcome: PairOutcome,
  happenedOn: DateOnly,
  toldBy: oneOf(['person', 'desk']),
  recordedAt: Instant,
})

/** A case with everything the desk may see of it. `card` is null while the profile is hidden. */
export const CaseFile = Type.Object({
  id: Id,
  openedOn: DateOnly,
  endedOn: Nullable(DateOnly),
  card: Nullable(DeskCard),
  notes: Type.Array(Type.Object({ id: Id, text: Nullable(Type.String()), writtenAt: Instant })),
  introductions: Type.Array(DeskIntroduction),
  ledger: Type.Array(LedgerLine),
  can: Type.Object({ propose: Type.Boolean(), release: Type.Boolean() }),
})
export type CaseFile = Static<typeof CaseFile>

/** The matchmaker's day. */
export const Desk = Type.Object({
  caseloadLimit: Type.Integer(),
  openCases: Type.Integer(),
  openingsLeft: Type.Integer({ description: 'profiles of the pool that may still be opened today' }),
  followUps: Type.Array(FollowUp),
  overdue: Type.Integer(),
  toTell: Type.Array(DeskIntroduction),
  runningOut: Type.Array(DeskIntroduction),
  quietCases: Type.Array(CaseRow),
})
export type Desk = Static<typeof Desk>

const oneCase = Type.Object({ caseId: Id })
const PoolFilters = {
  sex: Type.Optional(Sex),
  ageBand: Type.Optional(Type.String({ maxLength: 10 })),
  districtCode: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
  education: Type.Optional(Type.String({ maxLength: 20 })),
}

/** The matchmaker's desk: own cases and the shared pool. There is no export and no search by name. */
export const operations = {
  listDistricts: operation({
    method: 'GET',
    path: '/matchmaking/districts',
    summary: 'Districts a profile can name, where the federation lies',
    output: Type.Object({
      items: Type.Array(Type.Object({ code: Type.String(), zh: Type.String(), en: Type.String() })),
    }),
  }),
  getDesk: operation({
    method: 'GET',
    path: '/matchmaking/desk',
    summary: 'What waits today: follow-ups, introductions that ended or run out, cases without a step',
    output: Desk,
  }),
  listPool: operation({
    method: 'GET',
    path: '/matchmaking/pool',
    summary: 'The shared pool, by coarse facts',
    query: Type.Object({ ...PoolFilters, free: Type.Optional(Type.Boolean()), ...PageQuery }),
    output: PageOf(PoolEntry),
  }),
  openPoolProfile: operation({
    method: 'POST',
    path: '/matchmaking/pool/openings',
    summary: 'Open one profile of the pool: so many a day, each look logged and shown to the person',
    body: Type.Object({ profileId: Id }),
    output: Type.Object({ card: DeskCard, free: Type.Boolean(), openingsLeft: Type.Integer() }),
  }),
  listCases: operation({
    method: 'GET',
    path: '/matchmaking/cases',
    summary: 'One’s own cases, the longest without a step first',
    query: Type.Object({ state: Type.Optional(oneOf(['open', 'ended'])), ...PageQuery }),
    output: PageOf(CaseRow),
  }),
  takeCase: operation({
    method: 'POST',
    path: '/matchmaking/cases',
    summary: 'Look after somebody of the pool',
    body: Type.Object({ profileId: Id }),
    output: Type.Object({ caseId: Id }),
    status: 201,
  }),
  getCase: operation({
    method: 'GET',
    path: '/matchmaking/cases/:caseId',
    summary: 'One of one’s own cases',
    params: oneCase,
    output: CaseFile,
  }),
  releaseCase: operation({
    method: 'POST',
    path: '/matchmaking/cases/:caseId/ending',
    summary: 'Give a case back: the person is in the pool again',
    params: oneCase,
    output: Nothing,
  }),
  writeDeskNote: operation({
    method: 'POST',
    path: '/matchmaking/cases/:caseId/notes',
    summary: 'Note something for the desk alone',
    params: oneCase,
    body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 1000 }) }),
    output: Type.Object({ noteId: Id }),
    status: 201,
  }),
  listCasePartners: operation({
    method: 'GET',
    path: '/matchmaking/cases/:caseId/partners',
    summary: 'Whom this person could be introduced to: of the pool and one’s own cases, by coarse facts',
    params: oneCase,
    query: Type.Object({ ...PoolFilters, ...PageQuery }),
    output: PageOf(PoolEntry),
  }),
  proposeIntroduction: operation({
    method: 'POST',
    path: '/matchmaking/introductions',
    summary: 'Propose somebody to the person of one’s case; both are asked and answer apart',
    body: Type.Object({ caseId: Id, profileId: Id }),
    output: Type.Object({ introductionId: Id, answerUntil: Instant }),
    status: 201,
  }),
  listFollowUps: operation({
    method: 'GET',
    path: '/matchmaking/follow-ups',
    summary: 'Follow-ups of one’s own and those of the organisation nobody has taken, by day',
    query: Type.Object({
      state: Type.Optional(oneOf(['due', 'overdue', 'planned', 'done'])),
      ...PageQuery,
    }),
    output: PageOf(FollowUp),
  }),
  noteFollowUp: operation({
    method: 'POST',
    path: '/matchmaking/follow-ups/:followUpId/outcome',
    summary: 'Note how it goes between two people, and that the follow-up is done',
    params: Type.Object({ followUpId: Id }),
    body: Type.Object({
      outcome: Nullable(PairOutcome),
      happenedOn: Type.Optional(DateOnly),
    }),
    output: Nothing,
  }),
}
