import type { Grade, Indicator, IndicatorSource } from '#contract/assessments-schemes.ts'
import type { AssessmentState, AssessmentStep, Reason } from '#contract/assessments.ts'
import { language } from '../../i18n/language.ts'
import { t } from './texts.ts'

/** A grade as people call it. */
export const gradeName = (grade: Grade): string => t(`grade_${grade}`)

/** Where an assessment stands. */
export const stateName = (state: AssessmentState): string => t(`state_${state}`)

/** Where the value of an indicator comes from. */
export const sourceName = (source: IndicatorSource): string => t(`source_${source}`)

/** What was done. */
export const stepName = (step: AssessmentStep['step']): string => t(`step_${step}`)

/** Hundredths of a point as points: `8,350` as 83.50; nothing known as 缺. */
export function points(hundredths: number | null): string {
  return hundredths === null ? t('unknown') : (hundredths / 100).toFixed(2)
}

/** The name of an indicator in the language of the screen. */
export function indicatorName({ titleZh, titleEn }: Pick<Indicator, 'titleZh' | 'titleEn'>): string {
  return language() === 'zh' ? titleZh : titleEn
}

/** A reason of a result as a sentence. */
export function reasonWords(reason: Reason, indicators: readonly Indicator[]): string {
  const indicator = indicators.find(({ code }) => code === reason.indicator)
  const { params } = reason
  const name = indicator === undefined ? '' : indicatorName(indicator)
  const figure = (key: string) => points(Number(params[key] ?? 0))
  switch (reason.code) {
    case 'months':
      return t('reason_months', { months: params.months!, of: params.of! })
    case 'value':
      return Number(params.extra) > 0
        ? t('reason_extra', { name, value: figure('value'), extra: figure('extra') })
        : t('reason_value', { name, value: figure('value'), weight: params.weight! })
    case 'missing_left_out':
      if (params.weight === 0) return t('reason_no_extra', { name })
      return t('reason_left_out', { name, weight: params.weight! })
    case 'missing_needed':
      return t('reason_needed', { name })
    case 'too_few_months':
      return t('reason_few_months', { months: params.months!, least: params.least! })
    case 'too_little_known':
      return t('reason_little', { known: params.known!, least: params.least! })
    case 'score':
      return t('reason_score', { base: figure('base'), extra: figure('extra'), score: figure('score') })
    case 'grade':
      if (params.from === 0) return t('reason_fail', { grade: gradeName(params.grade as Grade) })
      return t('reason_grade', { grade: gradeName(params.grade as Grade), from: figure('from') })
    default:
      return reason.code
  }
}
