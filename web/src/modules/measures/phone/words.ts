import { formatFigure } from '../../../kit/format.ts'
import { isGoingOn } from '../years.ts'
import { t } from './texts.ts'
import type { OwnFigure } from './use-own-figures.ts'

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
  venues: 'venues',
  honours: 'honours',
  elections: 'elections',
  fen: 'yuan',
} as const

/** The unit a figure is counted in. */
export function unitWords(unit: string): string {
  return unit in units ? t(units[unit as keyof typeof units]) : unit
}

/** A number as it is shown, without its unit; null is kept back. */
export function numberWords(value: number | null, unit: string): string {
  return value === null ? t('hidden') : formatFigure(value, unit)
}

/**
 * What has become of a figure: what there is beside the end of last year; what happened this year beside the same days of last, for posts that see
 * counts only beside all of last year.
 */
export function sinceLastYear(figure: OwnFigure): string {
  const { declared, change } = figure
  if (declared.counts === 'flow') return thisYearWords(figure)
  if (change === null) return t('changeHidden')
  if (change === 0) return t('same')
  return t(change > 0 ? 'more' : 'fewer', { count: formatFigure(Math.abs(change), declared.unit) })
}

function thisYearWords({ declared, thisYear, lastYear, lastYearSoFar, change }: OwnFigure): string {
  const { unit } = declared
  const now = numberWords(thisYear, unit)
  if (lastYearSoFar === null || change === null)
    return t('soFar', { now, before: numberWords(lastYear, unit) })
  if (change === 0) return t('soFarSame', { now })
  return t(change > 0 ? 'soFarMore' : 'soFarFewer', { now, count: formatFigure(Math.abs(change), unit) })
}

/** A year of a figure; the one that is going on says that it is not over. */
export function yearWords({ declared }: OwnFigure, year: string, today: string): string {
  if (!isGoingOn(year, today)) return t('year', { year })
  return t(declared.counts === 'flow' ? 'yearSoFar' : 'yearNow', { year })
}
