import { addDays } from '#server/platform/clock.ts'

/** The first day that is kept: what is older than `days` days on `today` may go. A day more or less is never on the side of deleting. */
export function firstDayKept(today: string, days: number): string {
  return addDays(today, -days)
}
