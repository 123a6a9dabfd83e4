import type { AppModule } from '#server/platform/module.ts'
import { commissionerSubject } from './assessment/subject.ts'
import { gapRoutes } from './gaps/routes.ts'
import { measures } from './measures.ts'

export const commissioners: AppModule = {
  name: 'commissioners',
  routes: [...gapRoutes],
  measures,
  assessmentSubjects: [commissionerSubject],
}
