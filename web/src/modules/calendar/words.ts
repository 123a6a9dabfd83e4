import type { CalendarDay } from '#contract/calendar.ts'
import { fill } from '../../i18n/texts.ts'

/** What is special about a day, in words; a day may be several things at once. */
export function dayWords(days: readonly CalendarDay[]): string {
  return days.map(wordsOf).join('、')
}

function wordsOf({ kind, name }: CalendarDay): string {
  if (kind === 'qixi') return fill({ zh: '七夕', en: 'Qixi' }, {})
  if (kind === 'make_up_workday') return fill({ zh: '调休上班', en: 'make-up workday' }, {})
  return fill({ zh: '{name}放假', en: 'public holiday ({name})' }, { name })
}
