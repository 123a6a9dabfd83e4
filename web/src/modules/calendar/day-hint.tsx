import { formatDate, shanghaiDate } from '../../kit/format.ts'
import { useReadWhen } from '../../kit/query.ts'
import { dayWords } from './words.ts'

/** The day of an instant with its weekday, and what is special about it: `2026年8月19日 周三 · 七夕`. */
export function DayHint({ instant }: { instant: string | null | undefined }) {
  const day = instant ? shanghaiDate(instant) : undefined
  const days = useReadWhen(day, 'listCalendarDays', { from: day ?? '', to: day ?? '' })
  if (day === undefined) return null
  const special = (days.data?.items ?? []).filter((each) => each.day === day)
  return (
    <p className="day-hint" role="status">
      {[formatDate(day), dayWords(special)].filter(Boolean).join(' · ')}
    </p>
  )
}
