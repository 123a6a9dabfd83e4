/** What a lapse asks for: so many months without dues and union life, and so many reminders. Dated rule data (C4). */
export interface LapseRule {
  months: number
  reminders: number
}

/**
 * Whether half a year without dues and union life may be proposed as withdrawal: the months are full, and the member was reminded often
 * enough, on different days within them. Code of the sentence why not, or null. Never automatic: somebody proposes, somebody else decides.
 */
export function lapseWhyNot(
  asked: { unpaidSince: string; today: string; remindedOn: readonly string[] },
  rule: LapseRule,
): string | null {
  if (monthsLater(asked.unpaidSince, rule.months) > asked.today) return 'people.lapse_too_early'
  const days = new Set(asked.remindedOn.filter((day) => day >= asked.unpaidSince && day <= asked.today))
  return days.size < rule.reminders ? 'people.lapse_reminders_missing' : null
}

/** The same day of the month some months later; where that month is shorter, its last day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
  return later.toISOString().slice(0, 10)
}
