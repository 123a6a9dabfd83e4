import type { AssessmentStep } from '#contract/assessments.ts'
import { formatInstant } from '../../../kit/format.ts'
import { t } from '../texts.ts'
import { stepName } from '../words.ts'

/** What was done with an assessment, by which office and when. */
export function StepList({
  steps,
  postName,
}: {
  steps: readonly AssessmentStep[]
  postName: (post: string) => string
}) {
  if (steps.length === 0) return <p className="quiet">{t('nothingYet')}</p>
  return (
    <ol className="assess-steps">
      {steps.map((step) => (
        <li key={`${step.step} ${step.at}`}>
          <strong>{stepName(step.step)}</strong>{' '}
          <span className="quiet">
            {step.byOrganisation === null
              ? t('byThemself')
              : `${step.byOrganisation} ${postName(step.byPost ?? '')}`}
            {' · '}
            {formatInstant(step.at)}
          </span>
          {step.reason !== null && <div className="assess-text">{step.reason}</div>}
        </li>
      ))}
    </ol>
  )
}
