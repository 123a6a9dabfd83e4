import type { AppModule } from '#server/platform/module.ts'
import { gapRoutes } from './gaps/routes.ts'
import { measures } from './measures.ts'

export const commissioners: AppModule = {
  name: 'commissioners',
  routes: [...gapRoutes],
  measures,
}
