import type { AppModule } from '#server/platform/module.ts'
import { commissionerSubject } from './assessment/subject.ts'
import { candidacyGuard } from './candidacy/guard.ts'
import { gapRoutes } from './gaps/routes.ts'
import { measures } from './measures.ts'
import { pilotRoutes } from './pilot/routes.ts'
import { talentOwnData } from './pool/own-data.ts'
import { poolRoutes } from './pool/routes.ts'
import { postRoutes } from './posts/routes.ts'
import { gradesOfMonth } from './stipends/grades-of.ts'
import { stipendMeasures } from './stipends/measures.ts'
import { stipendRoutes } from './stipends/routes.ts'

export const commissioners: AppModule = {
  name: 'commissioners',
  routes: [...gapRoutes, ...postRoutes, ...pilotRoutes, ...poolRoutes, ...stipendRoutes(gradesOfMonth)],
  ownData: [talentOwnData],
  measures: [...measures, ...stipendMeasures],
  postGuards: [candidacyGuard],
  assessmentSubjects: [commissionerSubject],
}
