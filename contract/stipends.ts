import { Type, type Static } from 'typebox'
import { ElectionWon } from './ballots-shapes.ts'
import { BatchState, ReturnCause } from './funds-payments.ts'
import { BenefitCategory, Occasion } from './funds-ceilings.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

/** A month, `YYYY-MM`. */
export const Month = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$', description: 'YYYY-MM' })

export const stipendOutcomes = [
  'due',
  'difference',
  'claimed',
  'no_grade',
  'no_induction',
  'grade_unpaid',
  'part_unpaid',
  'not_entitled',
  'own',
] as const
/**
 * What a month comes to for somebody: an amount, a difference to what was claimed before, nothing new; or why there is nothing: no grade yet,
 * induction not completed by the end of the month, a grade without a stipend, a month of entry or leaving that is not paid, a post without a stipend, or it is for somebody else to work out.
 */
export const StipendOutcome = oneOf(stipendOutcomes)
export type StipendOutcome = Static<typeof StipendOutcome>

/** One person's month. `dueFen` is the whole month, `beforeFen` what was claimed before; the difference is what is claimed now. */
export const StipendPreviewLine = Type.Object({
  personId: Id,
  name: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  posts: Type.Integer(),
  outcome: StipendOutcome,
  grade: Nullable(Type.String()),
  rateFen: Type.Integer(),
  days: Type.Integer(),
  monthDays: Type.Integer(),
  dueFen: Type.Integer(),
  beforeFen: Type.Integer(),
})
export type StipendPreviewLine = Static<typeof StipendPreviewLine>

export const StipendPreview = Type.Object({
  month: Month,
  people: Type.Integer(),
  claimFen: Type.Integer(),
  outcomes: Type.Array(
    Type.Object({ outcome: StipendOutcome, people: Type.Integer(), claimFen: Type.Integer() }),
  ),
  items: Type.Array(StipendPreviewLine),
  nextCursor: Nullable(Type.String()),
  total: Type.Integer(),
})
export type StipendPreview = Static<typeof StipendPreview>

export const StipendRunRow = Type.Object({
  id: Id,
  month: Month,
  organisationId: Id,
  organisationName: Type.String(),
  budgetId: Id,
  budgetName: Type.String(),
  lines: Type.Integer(),
  grossFen: Type.Integer(),
  runAt: Instant,
})
export type StipendRunRow = Static<typeof StipendRunRow>

/** A rule as it was applied. */
export const AppliedRule = Type.Object({ key: Type.String(), value: Type.String(), source: Type.String() })
export type AppliedRule = Static<typeof AppliedRule>

/** A payment opened to the bottom: from the records that entitle to the bank's line. */
export const PaymentExplanation = Type.Object({
  claimId: Id,
  organisationId: Id,
  name: Type.String(),
  organisationName: Type.String(),
  reason: oneOf(['stipend', 'award', 'benefit']),
  period: Type.String(),
  isDifference: Type.Boolean(),
  grossFen: Type.Integer(),
  taxFen: Type.Integer(),
  netFen: Type.Integer(),
  taxCategory: Type.String(),
  posts: Type.Array(
    Type.Object({
      organisationName: Type.String(),
      startsOn: DateOnly,
      endsBefore: Nullable(DateOnly),
      fullTime: Type.Boolean(),
      basis: Type.String(),
      documentNo: Nullable(Type.String()),
    }),
  ),
  elections: Type.Array(ElectionWon, {
    description: 'confirmed elections behind the posts held in the month, the earliest first',
  }),
  grade: Nullable(
    Type.Object({
      grade: Type.String(),
      startsOn: DateOnly,
      endsBefore: DateOnly,
      reason: Type.String(),
      enteredBy: Nullable(Type.String()),
      approvedBy: Nullable(Type.String()),
      approvedAt: Nullable(Instant),
      assessed: Nullable(
        Type.Object(
          { assessmentId: Id, score: Nullable(Type.Integer({ description: 'in hundredths of a point' })) },
          { description: 'the closed assessment that gave the grade; null: officers entered it' },
        ),
      ),
    }),
  ),
  sum: Nullable(
    Type.Object({
      rateFen: Type.Integer(),
      days: Type.Integer(),
      monthDays: Type.Integer(),
      part: oneOf(['full', 'none', 'pro_rata']),
      dueFen: Type.Integer(),
      beforeFen: Type.Integer(),
    }),
  ),
  inductionOn: Nullable(
    Type.String({ format: 'date', description: 'the day induction was completed; null: not on record' }),
  ),
  honours: Type.Array(
    Type.Object({ titleZh: Type.String(), titleEn: Type.String(), grantedOn: DateOnly, deed: Type.String() }),
    { description: 'honours and thanks that stand beside the money' },
  ),
  rules: Type.Array(AppliedRule),
  benefit: Nullable(
    Type.Object({
      category: BenefitCategory,
      occasion: Nullable(Occasion),
      givenOn: DateOnly,
      note: Type.String(),
      recordedBy: Type.String(),
      overrideReason: Nullable(Type.String()),
      decidedBy: Nullable(Type.String()),
      decisionReason: Nullable(Type.String()),
    }),
  ),
  run: Nullable(Type.Object({ id: Id, runAt: Instant, lines: Type.Integer(), budgetName: Type.String() })),
  lines: Type.Array(
    Type.Object({
      batchId: Id,
      batchNumber: Type.Integer(),
      number: Type.Integer(),
      account: Type.String(),
      amountFen: Type.Integer(),
      state: BatchState,
      acts: Type.Array(Type.Object({ act: BatchState, name: Type.String(), actedAt: Instant })),
      returned: Nullable(ReturnCause),
      entries: Type.Array(Type.Object({ kind: Type.String(), recordedAt: Instant })),
    }),
  ),
})
export type PaymentExplanation = Static<typeof PaymentExplanation>

export const gradeStates = ['waiting', 'approved', 'refused'] as const
export const StipendGrade = Type.Object({
  id: Id,
  personId: Id,
  name: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  grade: Type.String(),
  startsOn: DateOnly,
  endsBefore: DateOnly,
  reason: Type.String(),
  state: oneOf(gradeStates),
  enteredAt: Instant,
  canDecide: Type.Boolean(),
})
export type StipendGrade = Static<typeof StipendGrade>

const Question = { organisationId: Id, month: Month }

/** Stipends of part-time chairs: by grade, month by month, each once. */
export const operations = {
  enterStipendGrade: operation({
    method: 'POST',
    path: '/stipends/grades',
    summary:
      'Enter the grade somebody is paid by in some months, with a reason; a second officer approves it',
    body: Type.Object({
      personId: Id,
      grade: Type.String({ minLength: 1, maxLength: 30 }),
      fromMonth: Month,
      toMonth: Month,
      reason: Type.String({ minLength: 4, maxLength: 300 }),
    }),
    output: Type.Object({ gradeId: Id }),
    status: 201,
  }),
  listStipendGrades: operation({
    method: 'GET',
    path: '/stipends/grades',
    summary: 'Grades that were entered, the newest first',
    query: Type.Object({ ...PageQuery, state: Type.Optional(oneOf(gradeStates)) }),
    output: PageOf(StipendGrade),
  }),
  decideStipendGrade: operation({
    method: 'POST',
    path: '/stipends/grades/:gradeId/decision',
    summary: 'Approve or refuse a grade that another officer entered',
    params: Type.Object({ gradeId: Id }),
    body: Type.Object({ outcome: oneOf(['approved', 'refused']) }),
    output: Nothing,
  }),
  previewStipends: operation({
    method: 'GET',
    path: '/stipends/preview',
    summary: 'What a month comes to for everybody, and why somebody gets nothing',
    query: Type.Object({ ...PageQuery, ...Question, outcome: Type.Optional(StipendOutcome) }),
    output: StipendPreview,
  }),
  runStipends: operation({
    method: 'POST',
    path: '/stipends/runs',
    summary:
      'Work a month out and promise it on a budget; running it again adds who was missing and the differences',
    body: Type.Object({
      ...Question,
      budgetId: Id,
      taxCategory: Type.Optional(Type.String({ maxLength: 30 })),
    }),
    output: Type.Object({ runId: Id, lines: Type.Integer(), grossFen: Type.Integer() }),
    status: 201,
  }),
  listStipendRuns: operation({
    method: 'GET',
    path: '/stipends/runs',
    summary: 'Months that were worked out, the newest first',
    query: Type.Object(PageQuery),
    output: PageOf(StipendRunRow),
  }),
  verifyStipendRun: operation({
    method: 'GET',
    path: '/stipends/runs/:runId/replay',
    summary: 'Work a run out anew by its own rules and as known then, and compare',
    params: Type.Object({ runId: Id }),
    output: Type.Object({ isSame: Type.Boolean(), kept: Type.String(), replayed: Type.String() }),
  }),
  explainPayment: operation({
    method: 'GET',
    path: '/claims/:claimId/explanation',
    summary: 'Why this amount: records, grade, rules, run, list, bank line',
    params: Type.Object({ claimId: Id }),
    output: PaymentExplanation,
  }),
}
