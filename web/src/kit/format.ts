import { language } from '../i18n/language.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weekdaysZh = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-08-19` as `2026年8月19日 周三`, in English `Wed 19 Aug 2026`. */
export function formatDate(date: string): string {
  const { year, month, day, weekday } = partsOf(date)
  return language() === 'zh'
    ? `${year}年${month}月${day}日 ${weekdaysZh[weekday]}`
    : `${weekdaysEn[weekday]} ${day} ${monthsEn[month - 1]} ${year}`
}

/** `2026-08-19` as `2026年8月19日`, in English `19 Aug 2026`: for tables and periods. */
export function formatDay(date: string): string {
  const { year, month, day } = partsOf(date)
  return language() === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthsEn[month - 1]} ${year}`
}

/** An instant as day and 24-hour time in Shanghai: `2026年8月19日 周三 14:05`. */
export function formatInstant(instant: string): string {
  return `${formatDate(shanghaiDate(instant))} ${formatTime(instant)}`
}

/** The 24-hour time of an instant in Shanghai: `14:05`. */
export function formatTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * hourMs).toISOString().slice(11, 16)
}

/** The date in Shanghai on which an instant falls. China has kept UTC+8 without summer time since 1991. */
export function shanghaiDate(instant: string): string {
  return new Date(Date.parse(instant) + 8 * hourMs).toISOString().slice(0, 10)
}

/** A dated interval in words, with its last day: `2024年4月1日 至 2027年3月31日`, open ones `2024年4月1日 起`. */
export function formatPeriod(startsOn: string, endsBefore: string | null): string {
  if (endsBefore === null)
    return language() === 'zh' ? `${formatDay(startsOn)} 起` : `since ${formatDay(startsOn)}`
  const last = formatDay(dayBefore(endsBefore))
  return language() === 'zh' ? `${formatDay(startsOn)} 至 ${last}` : `${formatDay(startsOn)} to ${last}`
}

/** The last day of an interval that no longer holds on `endsBefore`. */
export function dayBefore(endsBefore: string): string {
  return new Date(Date.parse(`${endsBefore}T00:00:00Z`) - dayMs).toISOString().slice(0, 10)
}

/** The first day that is no longer in an interval whose last day is `day`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
}

/** `144500` as `144,500`. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Fen as yuan: `120000` as `1,200.00 元`, in English `CNY 1,200.00`. Fen may come as text, as money does from the server. */
export function formatMoney(amountFen: number | string | bigint): string {
  const amount = yuanOf(BigInt(amountFen))
  return language() === 'zh' ? `${amount} 元` : `CNY ${amount}`
}

/** A value of a measure, its unit standing beside it: money is counted in fen and shown in yuan, anything else is a whole number. */
export function formatFigure(value: number, unit: string): string {
  return unit === 'fen' ? yuanOf(BigInt(value)) : formatNumber(value)
}

/** Things one after the other: `书报、制度`, in English `books, rules`. */
export function formatList(items: readonly string[]): string {
  return items.join(language() === 'zh' ? '、' : ', ')
}

/** Words said aside, to be put behind others: `（第 2 版）`, in English ` (version 2)`. */
export function formatAside(words: string): string {
  return language() === 'zh' ? `（${words}）` : ` (${words})`
}

/** A share between 0 and 1 as `83.3%`; whole per cents without a fraction. */
export function formatShare(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}

/** Bytes as a person says them: `19.7 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const power = bytes < 1024 ** 2 ? 1 : bytes < 1024 ** 3 ? 2 : 3
  const [size, unit] = [bytes / 1024 ** power, ['KB', 'MB', 'GB'][power - 1]!]
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`
}

function yuanOf(fen: bigint): string {
  const size = fen < 0n ? -fen : fen
  const yuan = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0n ? '−' : ''}${yuan}.${(size % 100n).toString().padStart(2, '0')}`
}

function partsOf(date: string) {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
}
