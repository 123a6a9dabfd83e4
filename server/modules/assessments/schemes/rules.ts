import type { SchemeContent } from '#contract/assessments-schemes.ts'
import type { FieldError } from '#contract/errors.ts'
import type { AssessmentSubject } from '#server/platform/assessment-subject.ts'

/** What is wrong with a scheme that fits the form, all at once: weights make 100, codes differ, counted ones name what is counted. */
export function schemeProblems(content: SchemeContent, subject: AssessmentSubject): FieldError[] {
  const { indicators } = content
  const problems: FieldError[] = []
  const weight = indicators.reduce((total, indicator) => total + indicator.weight, 0)
  if (weight !== 100)
    problems.push({ path: 'content.indicators', code: 'assessments.weights_not_100', params: { weight } })
  for (const [at, indicator] of indicators.entries()) {
    const path = (field: string) => `content.indicators.${at}.${field}`
    if (indicators.findIndex(({ code }) => code === indicator.code) < at)
      problems.push({ path: path('code'), code: 'assessments.code_twice' })
    if (indicator.weight > 0 === indicator.extra > 0)
      problems.push({ path: path('weight'), code: 'assessments.weight_or_extra' })
    const counted = indicator.source === 'counted'
    if (counted !== (indicator.target !== null) || counted !== (indicator.counter !== null))
      problems.push({ path: path('target'), code: 'assessments.target_of_counted' })
    else if (counted && !subject.counters.some(({ name }) => name === indicator.counter))
      problems.push({ path: path('counter'), code: 'assessments.counter_unknown' })
  }
  return problems
}
