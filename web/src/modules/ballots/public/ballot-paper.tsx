import type { PublicBoard } from '#contract/phone-votes.ts'
import { Button } from '../../../ui/light/button.tsx'
import { t } from './texts.ts'

/** What each mark is called; no mark is an abstention, as on paper. */
const marksOf = [
  { mark: 1, name: 'yes' },
  { mark: 2, name: 'no' },
  { mark: 3, name: 'abstain' },
] as const

interface FillInProps {
  vote: PublicBoard
  marks: readonly number[]
  onChange: (marks: readonly number[]) => void
  onReview: () => void
}

/** The paper with its names in their order; counts live how many are marked for. */
export function FillIn({ vote, marks, onChange, onReview }: FillInProps) {
  const count = marks.filter((mark) => mark === 1).length
  const { seats } = vote
  return (
    <section className="voting-paper" aria-label={t('fill')}>
      <h2>{t('fill')}</h2>
      <p>{vote.isRecall ? t('recallHint') : t('fillHint', { seats })}</p>
      {vote.names.map((name, at) => (
        <fieldset key={name} className="voting-name">
          <legend>{name}</legend>
          <div className="voting-marks">
            {marksOf.map(({ mark, name: word }) => (
              <label key={mark} className={marks[at] === mark ? `chosen chosen-${word}` : ''}>
                <input
                  type="radio"
                  name={`name-${at}`}
                  checked={marks[at] === mark}
                  onChange={() => onChange(marks.map((old, place) => (place === at ? mark : old)))}
                />
                {t(word)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="voting-foot">
        {!vote.isRecall && (
          <p role="status" className="figures">
            {t('chosen', { count, seats })}
          </p>
        )}
        <Button look="primary" why={count > seats ? t('tooMany', { seats }) : undefined} onClick={onReview}>
          {t('review')}
        </Button>
      </div>
    </section>
  )
}

/** The ballot as it would be cast. */
export function Review({ vote, marks }: { vote: PublicBoard; marks: readonly number[] }) {
  return (
    <section className="sheet voting-sheet" aria-label={t('review')}>
      <h2>{t('review')}</h2>
      <ul className="voting-review">
        {vote.names.map((name, at) => (
          <li key={name}>
            <span>{name}</span>
            <strong>{t(marksOf.find(({ mark }) => mark === marks[at])?.name ?? 'abstain')}</strong>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('reviewHint')}</p>
    </section>
  )
}
