import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

export const trainingKinds = ['induction', 'rotation', 'topic'] as const
export const TrainingKind = oneOf(trainingKinds)
export type TrainingKind = Static<typeof TrainingKind>

export const trainingFunders = ['district_finance', 'federation', 'two_new_committee', 'street_town'] as const
export const TrainingFunder = oneOf(trainingFunders)
export type TrainingFunder = Static<typeof TrainingFunder>

/** What only a training session has, beside what every event has. Class hours 学时. */
export const TrainingOptions = Type.Object({
  courseId: Id,
  classHours: Type.Integer({ minimum: 1, maximum: 100 }),
})
export type TrainingOptions = Static<typeof TrainingOptions>

const attendance = {
  sessions: Type.Integer({ description: 'that are closed' }),
  persons: Type.Integer({ description: 'who came, each once' }),
  personTimes: Type.Integer({ description: 'attendances; somebody at two sessions counts twice' }),
  certificates: Type.Integer(),
}

export const TrainingPlanRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  year: Type.Integer(),
  budgetFen: Type.Integer(),
  plannedFen: Type.Integer({ description: 'what its courses are to cost together' }),
  funder: TrainingFunder,
  documentNo: Nullable(Type.String()),
  courses: Type.Integer(),
  ...attendance,
})
export type TrainingPlanRow = Static<typeof TrainingPlanRow>

export const TrainingSession = Type.Object({
  eventId: Id,
  title: Type.String(),
  startsAt: Instant,
  venue: Type.String(),
  state: Type.String(),
  classHours: Type.Integer(),
  registered: Type.Integer(),
  attended: Type.Integer(),
})
export type TrainingSession = Static<typeof TrainingSession>

export const TrainingCourse = Type.Object({
  id: Id,
  kind: TrainingKind,
  title: Type.String(),
  classHours: Type.Integer(),
  budgetFen: Type.Integer(),
  plannedMonth: Type.Integer(),
  ...attendance,
  held: Type.Array(TrainingSession),
})
export type TrainingCourse = Static<typeof TrainingCourse>

export const TrainingPlan = Type.Object({
  ...TrainingPlanRow.properties,
  list: Type.Array(TrainingCourse),
  can: Type.Object({ write: Type.Boolean() }),
})
export type TrainingPlan = Static<typeof TrainingPlan>

export const Trainee = Type.Object({
  personName: Type.String(),
  organisationName: Type.String(),
  sessions: Type.Integer(),
  classHours: Type.Integer(),
  certificateId: Nullable(Id),
  certificateNumber: Nullable(Type.String()),
})
export type Trainee = Static<typeof Trainee>

/** A course that may be chosen for a session. */
export const CourseChoice = Type.Object({
  id: Id,
  title: Type.String(),
  kind: TrainingKind,
  year: Type.Integer(),
  classHours: Type.Integer(),
  organisationName: Type.String(),
})
export type CourseChoice = Static<typeof CourseChoice>

export const OwnCertificate = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  kind: TrainingKind,
  classHours: Type.Integer(),
  completedOn: DateOnly,
  issuedBy: Type.String(),
})
export type OwnCertificate = Static<typeof OwnCertificate>

/** One’s own training. `inductionOn`: null where induction is still to be done. */
export const OwnTraining = Type.Object({
  inductionOn: Nullable(DateOnly),
  classHoursThisYear: Type.Integer(),
  attended: Type.Array(
    Type.Object({ title: Type.String(), kind: TrainingKind, on: DateOnly, classHours: Type.Integer() }),
  ),
  certificates: Type.Array(OwnCertificate),
})
export type OwnTraining = Static<typeof OwnTraining>

/** What anybody may know who holds a certificate in hand: whether it is genuine, and for what. The name with all but the first character hidden. */
export const CertificateProof = Type.Object({
  number: Type.String(),
  nameHint: Type.String(),
  title: Type.String(),
  kind: TrainingKind,
  classHours: Type.Integer(),
  completedOn: DateOnly,
  issuedBy: Type.String(),
})
export type CertificateProof = Static<typeof CertificateProof>

const Yuan = Type.Integer({ minimum: 0, maximum: 100_000_000_00, description: 'fen' })
const Year = Type.Integer({ minimum: 2000, maximum: 2100 })

/** Training: plans, courses, who came, certificates. */
export const operations = {
  listTrainingPlans: operation({
    method: 'GET',
    path: '/training/plans',
    summary: 'Yearly plans within scope',
    query: Type.Object({ year: Type.Optional(Year) }),
    output: Type.Object({ items: Type.Array(TrainingPlanRow) }),
  }),
  createTrainingPlan: operation({
    method: 'POST',
    path: '/training/plans',
    summary: 'Make the plan of a year, with budget and funder',
    body: Type.Object({
      organisationId: Id,
      year: Year,
      budgetFen: Yuan,
      funder: TrainingFunder,
      documentNo: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    output: Type.Object({ planId: Id }),
    status: 201,
  }),
  getTrainingPlan: operation({
    method: 'GET',
    path: '/training/plans/:planId',
    summary: 'A plan with its courses and their sessions',
    params: Type.Object({ planId: Id }),
    output: TrainingPlan,
  }),
  addTrainingCourse: operation({
    method: 'POST',
    path: '/training/plans/:planId/courses',
    summary: 'Add a course to a plan, within its budget',
    params: Type.Object({ planId: Id }),
    body: Type.Object({
      kind: TrainingKind,
      title: Type.String({ minLength: 2, maxLength: 80 }),
      classHours: Type.Integer({ minimum: 1, maximum: 400 }),
      budgetFen: Yuan,
      plannedMonth: Type.Integer({ minimum: 1, maximum: 12 }),
    }),
    output: Type.Object({ courseId: Id }),
    status: 201,
  }),
  listCourseChoices: operation({
    method: 'GET',
    path: '/training/courses',
    summary: 'Courses of this year and the next for which one may hold a session',
    output: Type.Object({ items: Type.Array(CourseChoice) }),
  }),
  listTrainees: operation({
    method: 'GET',
    path: '/training/courses/:courseId/trainees',
    summary: 'Who came to a course, with class hours and certificate',
    params: Type.Object({ courseId: Id }),
    query: Type.Object(PageQuery),
    output: PageOf(Trainee),
  }),
  downloadTrainingCertificate: operation({
    method: 'GET',
    path: '/training/certificates/:certificateId/file',
    summary: 'A certificate as .docx',
    params: Type.Object({ certificateId: Id }),
    output: Nothing,
    file: 'download',
  }),
  getOwnTraining: operation({
    method: 'GET',
    path: '/me/training',
    summary: 'My training: sessions, class hours, certificates',
    output: OwnTraining,
  }),
  downloadOwnTrainingCertificate: operation({
    method: 'GET',
    path: '/me/training/certificates/:certificateId/file',
    summary: 'My certificate as .docx',
    params: Type.Object({ certificateId: Id }),
    output: Nothing,
    file: 'download',
  }),
  verifyTrainingCertificate: operation({
    method: 'GET',
    path: '/public/federations/:federationCode/training-certificates/:code',
    summary: 'Whether a certificate is genuine, for whoever holds it',
    params: Type.Object({ federationCode: Type.String({ maxLength: 60 }), code: Id }),
    output: CertificateProof,
  }),
}
