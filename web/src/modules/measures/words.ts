import type { Measure, MeasureRow } from '#contract/measures.ts'
import { language } from '../../i18n/language.ts'
import { formatDay, formatNumber } from '../../kit/format.ts'
import { t } from './texts.ts'

/** The name of a measure in the language in use. */
export function measureName(measure: Measure): string {
  return language() === 'zh' ? measure.zh : measure.en
}

/** What exactly is counted, in one sentence. */
export function measureDefinition(measure: Measure): string {
  return language() === 'zh' ? measure.definitionZh : measure.definitionEn
}

const units = {
  organisations: 'unitOrganisations',
  workers: 'unitWorkers',
  persons: 'unitPersons',
  events: 'unitEvents',
  participations: 'unitParticipations',
  sheets: 'unitSheets',
  'pair-times': 'unitPairTimes',
  pairs: 'unitPairs',
  couples: 'unitPairs',
} as const

/** The unit a figure is counted in. */
export function unitWords(unit: string): string {
  return unit in units ? t(units[unit as keyof typeof units]) : unit
}

/** A figure as it is shown; null stands for one that is too small to be told. */
export function totalWords(total: number | null): string {
  return total === null ? t('tooFew') : formatNumber(total)
}

/** What a row says besides its name: the type of the organisation, the day of the report, the kind of membership. */
export function detailWords({ detail }: Pick<MeasureRow, 'detail'>): string {
  switch (detail) {
    case 'new_economic':
    case 'new_social':
    case 'member':
    case 'retained':
    case 'federation':
    case 'women_workers':
    case 'industry':
    case 'site':
    case 'introduction':
      return t(detail)
    default:
      return /^\d{4}-\d\d-\d\d$/.test(detail) ? t('reportedOn', { day: formatDay(detail) }) : detail
  }
}
