import { operations } from '#contract/calendar.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { listCalendarDays } from './queries/days.ts'

export const calendar: AppModule = {
  name: 'calendar',
  routes: [route('listCalendarDays', operations.listCalendarDays, 'own.read', listCalendarDays)],
}
