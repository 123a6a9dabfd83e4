import { operations } from '#contract/assessments-schemes.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import {
  closeAssessmentPeriod,
  createAssessmentPeriod,
  enrolAssessmentSubjects,
} from './commands/run-period.ts'
import { createScheme, reviseScheme } from './commands/write-scheme.ts'
import { getAssessmentPeriod, listAssessmentPeriods } from './queries/periods.ts'
import { listSchemes } from './queries/schemes.ts'

const manage = 'assessments.manage'
const score = 'assessments.score'

/** Schemes in their versions, and the periods that freeze one. */
export const schemeRoutes: readonly Route[] = [
  route('listSchemes', operations.listSchemes, manage, listSchemes),
  route('createScheme', operations.createScheme, manage, createScheme),
  route('reviseScheme', operations.reviseScheme, manage, reviseScheme),
  route('listAssessmentPeriods', operations.listAssessmentPeriods, score, listAssessmentPeriods),
  route('createAssessmentPeriod', operations.createAssessmentPeriod, manage, createAssessmentPeriod),
  route('getAssessmentPeriod', operations.getAssessmentPeriod, score, getAssessmentPeriod),
  route('enrolAssessmentSubjects', operations.enrolAssessmentSubjects, manage, enrolAssessmentSubjects),
  route('closeAssessmentPeriod', operations.closeAssessmentPeriod, manage, closeAssessmentPeriod),
]
