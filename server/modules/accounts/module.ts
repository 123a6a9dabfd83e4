import type { AppModule } from '#server/platform/module.ts'
import { routes } from './routes.ts'

export const accounts: AppModule = { name: 'accounts', routes }
