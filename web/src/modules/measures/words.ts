import type { Measure, MeasureRow } from '#contract/measures.ts'
import { language } from '../../i18n/language.ts'
import { formatDay } from '../../kit/format.ts'
import { t } from './texts.ts'

/** The name of a measure in the language in use. */
export function measureName(measure: Measure): string {
  return language() === 'zh' ? measure.zh : measure.en
}

/** What exactly is counted, in one sentence. */
export function measureDefinition(measure: Measure): string {
  return language() === 'zh' ? measure.definitionZh : measure.definitionEn
}

/** The unit a figure is counted in. */
export function unitWords(unit: string): string {
  if (unit === 'organisations') return t('unitOrganisations')
  return unit === 'workers' ? t('unitWorkers') : t('unitPersons')
}

/** What a row says besides its name: the type of the organisation, the day of the report, the kind of membership. */
export function detailWords({ detail }: Pick<MeasureRow, 'detail'>): string {
  switch (detail) {
    case 'new_economic':
    case 'new_social':
    case 'member':
    case 'retained':
      return t(detail)
    default:
      return /^\d{4}-\d\d-\d\d$/.test(detail) ? t('reportedOn', { day: formatDay(detail) }) : detail
  }
}
