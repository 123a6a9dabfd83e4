import type { Measure } from '#contract/measures.ts'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { totalWords, unitOf } from '../figure-words.ts'
import { periodFor, type FigureQuestion } from '../figure-question.ts'

interface FigureCardsProps {
  measures: readonly Measure[]
  question: FigureQuestion
  chosen: Measure | undefined
  onChoose: (name: string) => void
}

/** Every figure with what it counts; choosing one shows it by year, host and district below. */
export function FigureCards({ measures, question, chosen, onChoose }: FigureCardsProps) {
  return (
    <div className="matching-cards">
      {measures.map((measure) => (
        <button
          key={measure.name}
          type="button"
          className="matching-card"
          aria-pressed={measure.name === chosen?.name}
          onClick={() => onChoose(measure.name)}
        >
          <span>{language() === 'zh' ? measure.zh : measure.en}</span>
          <Total measure={measure} question={question} />
          <small>{language() === 'zh' ? measure.definitionZh : measure.definitionEn}</small>
        </button>
      ))}
    </div>
  )
}

function Total({ measure, question }: { measure: Measure; question: FigureQuestion }) {
  const answer = useRead('queryMeasure', { measure: measure.name, ...periodFor(measure, question) })
  if (answer.error) return <span className="problem">{errorSentence(answer.error)}</span>
  return (
    <span className="matching-total figures">
      {answer.data ? totalWords(answer.data.total) : '…'}
      {answer.data?.total != null && <small> {unitOf(measure.unit)}</small>}
    </span>
  )
}
