import { operations } from '#contract/assessments-own.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { listOwnAssessments } from './own-assessments.ts'
import { appealAssessment, submitSelfReport } from './speak.ts'

/** What the assessed person sees and says. */
export const ownRoutes: readonly Route[] = [
  route('listOwnAssessments', operations.listOwnAssessments, 'own.read', listOwnAssessments),
  route('submitSelfReport', operations.submitSelfReport, 'own.write', submitSelfReport),
  route('appealAssessment', operations.appealAssessment, 'own.write', appealAssessment),
]
