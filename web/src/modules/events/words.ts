import type { EventPhase, HostKind } from '#contract/events.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const phases: Record<EventPhase, Sentence> = {
  draft: { zh: '草案', en: 'Draft' },
  review: { zh: '待审核', en: 'In review' },
  announced: { zh: '即将报名', en: 'Announced' },
  registration: { zh: '报名中', en: 'Registration open' },
  admission: { zh: '报名截止', en: 'Registration closed' },
  running: { zh: '进行中', en: 'Running' },
  over: { zh: '待办结', en: 'Over' },
  closed: { zh: '已办结', en: 'Closed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** A phase in words. */
export function phaseName(phase: EventPhase): string {
  return fill(phases[phase], {})
}

const hosts: Record<HostKind, Sentence> = {
  federation: { zh: '工会', en: 'Federation' },
  women_workers: { zh: '女职工委员会', en: 'Women workers’ committee' },
  industry: { zh: '产业工会', en: 'Industry union' },
  site: { zh: '工地（项目）工会', en: 'Site union' },
}

/** A kind of host in words. */
export function hostKindName(kind: HostKind): string {
  return fill(hosts[kind], {})
}

const admissions: Record<'first_come' | 'lottery', Sentence> = {
  first_come: { zh: '先到先得', en: 'First come, first served' },
  lottery: { zh: '抽签', en: 'Lottery' },
}

/** A way of admission in words. */
export function admissionName(mode: 'first_come' | 'lottery'): string {
  return fill(admissions[mode], {})
}

const seatings: Record<'none' | 'pairs' | 'tables', Sentence> = {
  none: { zh: '不安排', en: 'Not planned' },
  pairs: { zh: '一对一轮换', en: 'One to one, in rounds' },
  tables: { zh: '分桌', en: 'At tables' },
}

/** A way of seating in words. */
export function seatingName(seating: 'none' | 'pairs' | 'tables'): string {
  return fill(seatings[seating], {})
}

const steps: Record<string, Sentence> = {
  submitted: { zh: '报审', en: 'Submitted' },
  returned: { zh: '退回', en: 'Sent back' },
  published: { zh: '发布', en: 'Published' },
  drawn: { zh: '抽签', en: 'Lottery drawn' },
  postponed: { zh: '改期', en: 'Postponed' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  closed: { zh: '办结', en: 'Closed' },
}

/** A step of an event in words. */
export function stepName(step: string): string {
  return fill(steps[step] ?? { zh: step, en: step }, {})
}

const weekdays: readonly Sentence[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
]

/** A weekday, 1 Monday … 7 Sunday, in words. */
export function weekdayName(weekday: number): string {
  return fill(weekdays[weekday - 1]!, {})
}

const weeks: Record<number, Sentence> = {
  1: { zh: '第一个', en: 'first' },
  2: { zh: '第二个', en: 'second' },
  3: { zh: '第三个', en: 'third' },
  4: { zh: '第四个', en: 'fourth' },
  [-1]: { zh: '最后一个', en: 'last' },
}

/** The week of a month, 1 … 4 or -1 for the last, in words. */
export function weekName(week: number): string {
  return fill(weeks[week]!, {})
}

/** When a series comes back, in words: `每月最后一个周六`, or that it has editions. */
export function repetitionWords(series: { repeatWeek: number | null; repeatWeekday: number | null }): string {
  if (series.repeatWeek === null || series.repeatWeekday === null)
    return fill({ zh: '届次活动', en: 'Editions' }, {})
  const words = { week: weekName(series.repeatWeek), weekday: weekdayName(series.repeatWeekday) }
  return fill({ zh: '每月{week}{weekday}', en: 'Every month, the {week} {weekday}' }, words)
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A month, YYYY-MM, in words. */
export function monthName(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return fill({ zh: '{year}年{number}月', en: '{name} {year}' }, { year, number, name: months[number - 1] })
}
