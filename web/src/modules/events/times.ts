import { formatDate, formatInstant, shanghaiDate } from '../../kit/format.ts'

/** From when to when in Shanghai: the day once where both fall on it, `2026年8月19日 周三 14:00–17:00`. */
export function formatSpan(startsAt: string, endsAt: string): string {
  const [from, to] = [formatInstant(startsAt), formatInstant(endsAt)]
  const day = formatDate(shanghaiDate(endsAt))
  return shanghaiDate(startsAt) === shanghaiDate(endsAt)
    ? `${from}–${to.slice(day.length + 1)}`
    : `${from} – ${to}`
}
