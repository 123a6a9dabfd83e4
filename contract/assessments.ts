import { Type, type Static } from 'typebox'
import { Attachment } from './attachments.ts'
import { Grade, Indicator, PeriodTerms } from './assessments-schemes.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

export const assessmentStates = ['open', 'reviewed', 'approved', 'appealed', 'final'] as const
export const AssessmentState = oneOf(assessmentStates)
export type AssessmentState = Static<typeof AssessmentState>

/** Hundredths of a point of 100. */
const Value = Type.Integer({ minimum: 0, maximum: 10_000, description: 'hundredths of a point of 100' })

/** A reason of a result: its number, what it says as a code, and the values of its sentence. */
export const Reason = Type.Object({
  no: Type.Integer(),
  code: Type.String(),
  indicator: Nullable(Type.String()),
  params: Type.Record(Type.String(), Type.Union([Type.Integer(), Type.String()])),
})
export type Reason = Static<typeof Reason>

/** A record that was counted. */
export const CountedRecord = Type.Object({
  id: Id,
  kind: Type.String(),
  label: Type.String(),
  on: DateOnly,
  value: Type.Integer(),
})
export type CountedRecord = Static<typeof CountedRecord>

/** What stands behind an indicator at one post: a count with its records, or scores. `value` null: unknown, and never zero. */
export const IndicatorPart = Type.Object({
  organisationId: Nullable(Id),
  organisationName: Type.String(),
  months: Type.Integer(),
  value: Nullable(Value),
  count: Nullable(Type.Integer()),
  expected: Nullable(Type.String({ description: 'of a count: what full marks ask for in these months' })),
  records: Type.Array(CountedRecord),
  scores: Type.Array(
    Type.Object({
      value: Value,
      voices: Nullable(Type.Integer()),
      note: Type.String(),
      post: Type.String(),
      by: Type.String({ description: 'the organisation that scored' }),
      scoredAt: Instant,
    }),
  ),
  mayScore: Type.Boolean(),
})
export type IndicatorPart = Static<typeof IndicatorPart>

export const IndicatorLine = Type.Object({
  indicator: Indicator,
  value: Nullable(Value),
  parts: Type.Array(IndicatorPart),
})
export type IndicatorLine = Static<typeof IndicatorLine>

export const AssessmentRow = Type.Object({
  id: Id,
  personName: Type.String(),
  organisations: Type.Array(Type.String()),
  state: AssessmentState,
  reported: Type.Boolean(),
  missing: Type.Integer({ description: 'parts that wait for a score' }),
  mine: Type.Integer({ description: 'those of them that wait for the appointment in use' }),
  score: Nullable(Value),
  grade: Nullable(Grade),
})
export type AssessmentRow = Static<typeof AssessmentRow>

export const AssessmentStep = Type.Object({
  step: Type.Enum([
    'reported',
    'reviewed',
    'returned',
    'approved',
    'appealed',
    'appeal_accepted',
    'appeal_rejected',
  ]),
  reason: Nullable(Type.String()),
  byPost: Nullable(Type.String()),
  byOrganisation: Nullable(Type.String()),
  at: Instant,
})
export type AssessmentStep = Static<typeof AssessmentStep>

/** What one assessment comes to, as reviewed, or (`draft`) as it would be from what is known now. */
export const AssessmentOutcome = Type.Object({
  draft: Type.Boolean(),
  no: Type.Integer(),
  months: Type.Integer(),
  ofMonths: Type.Integer(),
  score: Nullable(Value),
  grade: Grade,
  lines: Type.Array(IndicatorLine),
  reasons: Type.Array(Reason),
})
export type AssessmentOutcome = Static<typeof AssessmentOutcome>

export const SelfReport = Type.Object({
  id: Id,
  body: Type.String(),
  writtenAt: Instant,
  evidence: Type.Array(Attachment),
})
export type SelfReport = Static<typeof SelfReport>

export const AssessmentFile = Type.Object({
  id: Id,
  periodId: Id,
  periodName: Type.String(),
  startsOn: DateOnly,
  endsBefore: DateOnly,
  personId: Id,
  personName: Type.String(),
  state: AssessmentState,
  posts: Type.Array(
    Type.Object({
      organisationId: Id,
      organisationName: Type.String(),
      post: Type.String(),
      startsOn: DateOnly,
      endsBefore: Nullable(DateOnly),
    }),
  ),
  leaves: Type.Array(Type.Object({ startsOn: DateOnly, endsBefore: DateOnly })),
  selfReport: Nullable(SelfReport),
  voicesByPhone: Type.Integer({
    description: 'members who have spoken on their phones; what they said counts from the review on',
  }),
  outcome: AssessmentOutcome,
  terms: PeriodTerms,
  steps: Type.Array(AssessmentStep),
  conflict: Nullable(
    Type.Enum(['oneself', 'relative'], { description: 'why the asker may decide nothing here' }),
  ),
  can: Type.Object({
    score: Type.Boolean(),
    review: Type.Boolean(),
    approve: Type.Boolean(),
    decideAppeal: Type.Boolean(),
  }),
})
export type AssessmentFile = Static<typeof AssessmentFile>

const ofAssessment = Type.Object({ assessmentId: Id })
const Reasoned = Type.String({ minLength: 2, maxLength: 500 })

/** One person’s assessment: scores, review, approval, the decision on an appeal. */
export const operations = {
  listAssessedPersons: operation({
    method: 'GET',
    path: '/assessments',
    summary: 'Assessments of a period within scope',
    query: Type.Object({
      ...PageQuery,
      periodId: Id,
      state: Type.Optional(AssessmentState),
      grade: Type.Optional(Grade),
      waiting: Type.Optional(Type.Enum(['mine'], { description: 'those that wait for my scores' })),
      q: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    output: PageOf(AssessmentRow),
  }),
  createAssessment: operation({
    method: 'POST',
    path: '/assessments',
    summary: 'Open the assessment of one person in a period',
    body: Type.Object({ periodId: Id, personId: Id }),
    output: Type.Object({ assessmentId: Id }),
    status: 201,
  }),
  getAssessment: operation({
    method: 'GET',
    path: '/assessments/:assessmentId',
    summary: 'One assessment with everything it rests on, down to the records',
    params: ofAssessment,
    output: AssessmentFile,
  }),
  downloadAssessmentEvidence: operation({
    method: 'GET',
    path: '/assessments/:assessmentId/evidence/:attachmentId',
    summary: 'A file of the self-report',
    params: Type.Object({ assessmentId: Id, attachmentId: Id }),
    output: Nothing,
    file: 'download',
  }),
  recordAssessmentLeave: operation({
    method: 'POST',
    path: '/assessments/:assessmentId/leaves',
    summary: 'Record days away, which do not count; why is not recorded',
    params: ofAssessment,
    body: Type.Object({ startsOn: DateOnly, endsBefore: DateOnly }),
    output: Nothing,
    status: 201,
  }),
  submitScores: operation({
    method: 'POST',
    path: '/assessments/:assessmentId/scores',
    summary: 'Score indicators at a post; `voices` is how many members were heard',
    params: ofAssessment,
    body: Type.Object({
      scores: Type.Array(
        Type.Object({
          indicator: Type.String({ maxLength: 31 }),
          organisationId: Id,
          value: Value,
          voices: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
          note: Type.Optional(Type.String({ maxLength: 500 })),
        }),
        { minItems: 1, maxItems: 60 },
      ),
    }),
    output: Type.Object({ missing: Type.Integer(), mine: Type.Integer() }),
  }),
  reviewAssessment: operation({
    method: 'POST',
    path: '/assessments/:assessmentId/review',
    summary: 'Count, compute the grade and hand it to whoever approves',
    params: ofAssessment,
    output: Type.Object({ no: Type.Integer(), score: Nullable(Value), grade: Grade }),
  }),
  approveAssessment: operation({
    method: 'POST',
    path: '/assessments/:assessmentId/approval',
    summary: 'Approve a result: from here on the assessed person sees it and may appeal',
    params: ofAssessment,
    output: Nothing,
  }),
  returnAssessment: operation({
    method: 'POST',
    path: '/assessments/:assessmentId/return',
    summary: 'Send a reviewed assessment back, with the reason',
    params: ofAssessment,
    body: Type.Object({ reason: Reasoned }),
    output: Nothing,
  }),
  decideAssessmentAppeal: operation({
    method: 'POST',
    path: '/assessments/:assessmentId/appeal-decision',
    summary: 'Decide on an appeal: accepted, it is scored and reviewed again; rejected, the result stands',
    params: ofAssessment,
    body: Type.Object({ decision: Type.Enum(['accepted', 'rejected']), reason: Reasoned }),
    output: Nothing,
  }),
}
