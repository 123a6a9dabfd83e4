import { operations } from '#contract/assessments.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { createAssessment } from './commands/create-assessment.ts'
import {
  approveAssessment,
  decideAssessmentAppeal,
  returnAssessment,
  reviewAssessment,
} from './commands/decide.ts'
import { recordAssessmentLeave, submitScores } from './commands/score.ts'
import { downloadAssessmentEvidence, getAssessment } from './queries/assessment-file.ts'
import { listAssessedPersons } from './queries/assessments.ts'

const score = 'assessments.score'
const review = 'assessments.review'
const approve = 'assessments.approve'

/** One person’s assessment, from the first score to the decision on an appeal. */
export const caseRoutes: readonly Route[] = [
  route('listAssessedPersons', operations.listAssessedPersons, score, listAssessedPersons),
  route('createAssessment', operations.createAssessment, 'assessments.manage', createAssessment),
  route('getAssessment', operations.getAssessment, score, getAssessment),
  downloadRoute(
    'downloadAssessmentEvidence',
    operations.downloadAssessmentEvidence,
    score,
    downloadAssessmentEvidence,
  ),
  route('submitScores', operations.submitScores, score, submitScores),
  route('recordAssessmentLeave', operations.recordAssessmentLeave, review, recordAssessmentLeave),
  route('reviewAssessment', operations.reviewAssessment, review, reviewAssessment),
  route('approveAssessment', operations.approveAssessment, approve, approveAssessment),
  route('returnAssessment', operations.returnAssessment, approve, returnAssessment),
  route('decideAssessmentAppeal', operations.decideAssessmentAppeal, approve, decideAssessmentAppeal),
]
