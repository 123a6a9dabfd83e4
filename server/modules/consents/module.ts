import type { AppModule } from '#server/platform/module.ts'
import { routes } from './routes.ts'

export const consents: AppModule = { name: 'consents', routes }
