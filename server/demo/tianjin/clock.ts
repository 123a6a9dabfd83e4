import { isoOf } from '#tools/generate/days.ts'

const MINUTES_A_DAY = 1440
const BEIJING = 480

/** The instant of a day's minute in Beijing (`60 * 18 + 30` is half past six in the evening), as ISO text in UTC. */
export function instant(day: number, minute: number): string {
  const utc = minute - BEIJING
  const shift = Math.floor(utc / MINUTES_A_DAY)
  const rest = utc - shift * MINUTES_A_DAY
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${isoOf(day + shift)}T${pad(Math.floor(rest / 60))}:${pad(Math.floor(rest % 60))}:00.000Z`
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: number): number {
  return ((day + 3) % 7) + 1
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** The day of Qixi in a year: the 7th of the 7th lunar month, not of a leap month (J13). */
export function qixiOf(year: number): number {
  const from = Date.UTC(year, 6, 28) / 86_400_000
  for (let day = from; day < from + 45; day++) {
    const parts = lunar.formatToParts(new Date(day * 86_400_000))
    const part = (type: string) => parts.find((each) => each.type === type)?.value
    if (part('month') === '7' && part('day') === '7') return day
  }
  throw new RangeError(`no Qixi in ${year}`)
}
