import type { Measure } from '#contract/measures.ts'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { inputOf, type Question } from '../question.ts'
import { measureDefinition, measureName, totalWords, unitWords } from '../words.ts'

interface FigureCardProps {
  measure: Measure
  question: Question
  chosen: boolean
  /** Null for those who see totals only: there is nothing to choose. */
  onChoose: (() => void) | null
}

/** One figure with what it counts; choosing it breaks it down below. */
export function FigureCard({ measure, question, chosen, onChoose }: FigureCardProps) {
  const answer = useRead('queryMeasure', { measure: measure.name, ...inputOf(question) })
  const content = (
    <>
      <span className="figure-name">{measureName(measure)}</span>
      {answer.isPending && <Skeleton.Input active size="large" />}
      {answer.error && <span className="problem">{errorSentence(answer.error)}</span>}
      {answer.data && (
        <span className="figure-total figures">
          {totalWords(answer.data.total)} <small>{unitWords(measure.unit)}</small>
        </span>
      )}
      <span className="figure-definition">{measureDefinition(measure)}</span>
    </>
  )
  if (onChoose === null) return <div className="figure-card">{content}</div>
  return (
    <button type="button" className="figure-card" aria-pressed={chosen} onClick={onChoose}>
      {content}
    </button>
  )
}
