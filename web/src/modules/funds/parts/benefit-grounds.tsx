import type { PaymentExplanation } from '#contract/stipends.ts'
import { formatDate } from '../../../kit/format.ts'
import { b } from '../benefit-texts.ts'
import { t } from '../texts.ts'
import { word } from '../words.ts'

/** What a benefit was given for; above its ceiling, why, and who allowed it. */
export function BenefitGrounds({ benefit }: { benefit: NonNullable<PaymentExplanation['benefit']> }) {
  return (
    <div className="funds-spirit">
      <h2>{b('grounds')}</h2>
      <strong>
        {[
          word('benefit', benefit.category),
          ...(benefit.occasion === null ? [] : [word('occasion', benefit.occasion)]),
          formatDate(benefit.givenOn),
        ].join(' · ')}
      </strong>
      <p>
        {[benefit.note, `${b('recordedBy')} ${benefit.recordedBy}`].filter((each) => each !== '').join(' · ')}
      </p>
      {benefit.overrideReason !== null && (
        <p>
          {t('labelled', { label: b('reason'), words: benefit.overrideReason })}
          {benefit.decidedBy !== null &&
            ` · ${t('labelled', { label: `${b('decidedBy')} ${benefit.decidedBy}`, words: benefit.decisionReason ?? '' })}`}
        </p>
      )}
    </div>
  )
}
