import type { AppModule } from '#server/platform/module.ts'
import { measures } from './measures.ts'
import { routes } from './routes.ts'

export const people: AppModule = { name: 'people', routes, measures }
