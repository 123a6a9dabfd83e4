import type { AppModule } from '#server/platform/module.ts'
import { routes } from './routes.ts'

export const tenants: AppModule = { name: 'tenants', routes }
