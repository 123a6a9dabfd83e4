import type { EarlierFigure, Measure, MeasureGroup, MeasureRow } from '#contract/measures.ts'
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

/** How a figure is divided, such as 按年; a breakdown without words keeps its code. */
export function breakdownName(by: string): string {
  switch (by) {
    case 'organisation':
    case 'year':
    case 'host_kind':
    case 'sex':
      return t(`by${by}`)
    default:
      return by
  }
}

/** What stands over the names of the parts, such as 年份. */
export function columnName(by: string): string {
  switch (by) {
    case 'organisation':
    case 'year':
    case 'host_kind':
    case 'sex':
      return t(`column${by}`)
    default:
      return by
  }
}

/** A figure and how it is divided, as a heading. */
export function partsTitle(measure: Measure, by: string): string {
  return t('partsOf', { name: measureName(measure), by: breakdownName(by) })
}

/** What a part is called: a unit by its name, a kind by its words, a year by its number. */
export function groupName(by: string, { key, label }: Pick<MeasureGroup, 'key' | 'label'>): string {
  if (by === 'organisation') return label
  return key === 'female' || key === 'male' ? t(key) : detailWords({ detail: key })
}

/** A programme as people call it; what belongs to none is of the register. */
export function programmeName(programme: string | null): string {
  if (programme === null) return t('register')
  return programme === 'matchmaking' ? t('matchmaking') : programme
}

/** More, fewer or the same; null is a change too small to be told. */
export function changeWords(change: number | null): string {
  if (change === null) return t('changeTooSmall')
  if (change === 0) return t('same')
  return t(change > 0 ? 'more' : 'fewer', { count: formatNumber(Math.abs(change)) })
}

/** The earlier day or days something is held against: a year by its number, a day by its date. */
export function daysWords({ asOf, from, to }: EarlierFigure): string {
  if (from === null || to === null) return formatDay(asOf)
  const year = from.slice(0, 4)
  return from.endsWith('-01-01') && to === `${year}-12-31`
    ? t('ofYear', { year })
    : t('fromTo', { from: formatDay(from), to: formatDay(to) })
}
