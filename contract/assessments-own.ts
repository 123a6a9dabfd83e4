import { Type, type Static } from 'typebox'
import { AssessmentOutcome, AssessmentState, AssessmentStep, SelfReport } from './assessments.ts'
import { DateOnly, Id, Instant, Nullable, Nothing, operation } from './operation.ts'

/** One’s own assessment: what one reported, and the result once it is approved. */
export const OwnAssessment = Type.Object({
  id: Id,
  periodName: Type.String(),
  startsOn: DateOnly,
  endsBefore: DateOnly,
  state: AssessmentState,
  organisations: Type.Array(Type.String()),
  selfReport: Nullable(SelfReport),
  outcome: Nullable(AssessmentOutcome),
  appealUntil: Nullable(Instant),
  steps: Type.Array(AssessmentStep),
  can: Type.Object({ report: Type.Boolean(), appeal: Type.Boolean() }),
})
export type OwnAssessment = Static<typeof OwnAssessment>

const ofAssessment = Type.Object({ assessmentId: Id })

/** One’s own assessments. */
export const operations = {
  listOwnAssessments: operation({
    method: 'GET',
    path: '/me/assessments',
    summary: 'My assessments, the latest period first',
    output: Type.Object({ items: Type.Array(OwnAssessment) }),
  }),
  submitSelfReport: operation({
    method: 'POST',
    path: '/me/assessments/:assessmentId/report',
    summary: 'Write my own report, with evidence; a later one takes the place of an earlier one',
    params: ofAssessment,
    body: Type.Object({
      body: Type.String({ minLength: 10, maxLength: 4000 }),
      attachmentIds: Type.Array(Id, { maxItems: 9 }),
    }),
    output: Nothing,
    status: 201,
  }),
  appealAssessment: operation({
    method: 'POST',
    path: '/me/assessments/:assessmentId/appeal',
    summary: 'Appeal against my result, once, within the days the rule gives',
    params: ofAssessment,
    body: Type.Object({ reason: Type.String({ minLength: 10, maxLength: 1000 }) }),
    output: Nothing,
    status: 201,
  }),
}
