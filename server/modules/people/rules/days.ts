import { invalid } from '#server/platform/errors.ts'

/** Refuses (400) days that are not in the calendar, such as 2026-02-30; all of them at once. */
export function mustBeRealDays(days: Record<string, string | null | undefined>): void {
  const wrong = Object.entries(days).filter(([, day]) => typeof day === 'string' && !isRealDay(day))
  if (wrong.length > 0) invalid(wrong.map(([path]) => ({ path, code: 'field.format' })))
}

/** Whether a text YYYY-MM-DD is a day of the calendar. */
export function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return day >= '1850' && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}
