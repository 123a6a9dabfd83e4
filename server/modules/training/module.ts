import type { AppModule } from '#server/platform/module.ts'
import { trainingMeasures } from './measures.ts'
import { trainingOwnData } from './own-data.ts'
import { trainingRoutes } from './routes.ts'
import { trainingKind } from './sessions/training-kind.ts'

export const training: AppModule = {
  name: 'training',
  routes: trainingRoutes,
  eventKinds: [trainingKind],
  measures: trainingMeasures,
  ownData: [trainingOwnData],
}
