import type { AssessmentOutcome } from '#contract/assessments.ts'
import { t } from '../texts.ts'
import { gradeName, points, reasonWords } from '../words.ts'

/** Grade and score, and the numbered steps that led to them. */
export function OutcomePanel({ outcome }: { outcome: AssessmentOutcome }) {
  const indicators = outcome.lines.map(({ indicator }) => indicator)
  return (
    <section className="panel" aria-label={t('outcome')}>
      <h2>{t('outcome')}</h2>
      <p className="assess-score">
        {outcome.score !== null && <strong>{points(outcome.score)}</strong>}
        <span className={`assess-grade assess-grade-${outcome.grade}`}>{gradeName(outcome.grade)}</span>
        <span className="quiet">{outcome.draft ? t('draft') : t('reviewedNo', { no: outcome.no })}</span>
      </p>
      <h3 className="seen-by-reader">{t('reasons')}</h3>
      <ol className="assess-reasons">
        {outcome.reasons.map((reason) => (
          <li key={reason.no}>{reasonWords(reason, indicators)}</li>
        ))}
      </ol>
    </section>
  )
}
