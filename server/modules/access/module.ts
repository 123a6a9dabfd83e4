import { operations } from '#contract/access.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { explainAccess } from './queries/explanation.ts'

export const access: AppModule = {
  name: 'access',
  routes: [route('explainAccess', operations.explainAccess, 'signed_in', explainAccess)],
}
