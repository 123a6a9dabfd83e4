import type { Measure, MeasureAnswer } from '#contract/measures.ts'
import { t } from '../texts.ts'
import { changeWords, daysWords, measureDefinition, measureName, totalWords, unitWords } from '../words.ts'

/** The figure itself, what it counts, and what it was before. */
export function FigureNumber({ measure, answer }: { measure: Measure; answer: MeasureAnswer }) {
  const { earlier } = answer
  return (
    <div className="figure-answer">
      <p className="figure-name">{measureName(measure)}</p>
      <p className="figure-total figures">
        {totalWords(answer.total, measure.unit)}{' '}
        {answer.total !== null && <small>{unitWords(measure.unit)}</small>}
      </p>
      {earlier && (
        <p className="figure-earlier figures">
          {t('earlierLine', { days: daysWords(earlier), total: totalWords(earlier.total, measure.unit) })}
          <strong>{changeWords(answer.change ?? null, measure.unit)}</strong>
        </p>
      )}
      <p className="figure-definition">{measureDefinition(measure)}</p>
    </div>
  )
}
