import { formatNumber } from '../../../kit/format.ts'
import { t } from './texts.ts'

const units = {
  organisations: 'organisations',
  workers: 'workers',
  persons: 'persons',
  events: 'events',
  participations: 'participations',
  sheets: 'sheets',
  'pair-times': 'pairTimes',
  pairs: 'pairs',
  couples: 'pairs',
} as const

/** The unit a figure is counted in. */
export function unitWords(unit: string): string {
  return unit in units ? t(units[unit as keyof typeof units]) : unit
}

/** A number as it is shown; null is kept back. */
export function numberWords(value: number | null): string {
  return value === null ? t('hidden') : formatNumber(value)
}

/** What has become of a figure since last year: of what there is, or of what happened this year beside last; null is too small to be told. */
export function sinceLastYear(change: number | null, counts: 'stock' | 'flow'): string {
  if (change === null) return t('changeHidden')
  if (counts === 'flow') return t('thisYear', { change: changeAgainst(change) })
  return changeAgainst(change)
}

function changeAgainst(change: number): string {
  if (change === 0) return t('same')
  return t(change > 0 ? 'more' : 'fewer', { count: formatNumber(Math.abs(change)) })
}
