import { formatNumber } from '../../kit/format.ts'
import { t } from './figure-texts.ts'

/** A count as it is shown; null stands for one that is too small to be told. */
export function totalWords(total: number | null): string {
  return total === null ? t('tooFew') : formatNumber(total)
}

const units = {
  'pair-times': 'pair-times',
  pairs: 'pairs',
  couples: 'couples',
  events: 'events',
  participations: 'participations',
  persons: 'persons',
  sheets: 'sheetsUnit',
} as const

/** The unit a figure of matchmaking is counted in. */
export function unitOf(unit: string): string {
  return unit in units ? t(units[unit as keyof typeof units]) : unit
}

const hosts = ['federation', 'women_workers', 'industry', 'site', 'introduction'] as const

/** Who held it, or that it was an introduction. */
export function hostWords(key: string): string {
  const known = hosts.find((each) => each === key)
  return known === undefined ? key : t(known)
}
