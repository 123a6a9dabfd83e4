import type { AssessmentSubject } from '#server/platform/assessment-subject.ts'
import type { AppModule } from '#server/platform/module.ts'
import { caseRoutes } from './cases/routes.ts'
import { assessmentsOwnData } from './own-data.ts'
import { measures } from './measures.ts'
import { ownRoutes } from './own/routes.ts'
import { schemeRoutes } from './schemes/routes.ts'
import { voiceRoutes } from './voices/routes.ts'
import { declareSubjects } from './subjects.ts'

/** The engine with those whom the programmes have assessed. */
export function assessmentsOf(subjects: readonly AssessmentSubject[]): AppModule {
  declareSubjects(subjects)
  return {
    name: 'assessments',
    routes: [...schemeRoutes, ...caseRoutes, ...ownRoutes, ...voiceRoutes],
    measures,
    ownData: [assessmentsOwnData],
  }
}
