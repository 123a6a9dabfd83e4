import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Days that are not what their weekday says. */
interface SpecialDays {
  holidays: ReadonlySet<string>
  /** Saturdays and Sundays that are worked 调休上班. */
  makeUpWorkdays: ReadonlySet<string>
}

/** Whether a day is worked: Monday to Friday without holidays, and make-up workdays. */
function isWorkday(day: string, { holidays, makeUpWorkdays }: SpecialDays): boolean {
  if (makeUpWorkdays.has(day)) return true
  if (holidays.has(day)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The last of `count` working days that follow a day; the day itself does not count. */
function lastWorkingDay(after: string, count: number, special: SpecialDays): string {
  let day = after
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkday(day, special)) left -= 1
  }
  return day
}

/** The same by the calendar of the database: holidays and make-up workdays as they are arranged. */
export async function workingDaysAfter(tx: Tx, after: string, count: number): Promise<string> {
  const rows = await tx
    .selectFrom('calendar_days')
    .select(['day', 'kind'])
    .where('day', '>', after)
    .where('day', '<=', addDays(after, 3 * count + 60))
    .execute()
  const daysOf = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.day))
  return lastWorkingDay(after, count, {
    holidays: daysOf('holiday'),
    makeUpWorkdays: daysOf('make_up_workday'),
  })
}
